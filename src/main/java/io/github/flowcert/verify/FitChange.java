package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState.Fit;

/**
 * The change of a sum of squared residuals: residuals r and s give {@code sum (s - r)(s + r)}, and
 * what residuals lose the fitted numbers gain, so that s - r is known from whichever are smaller.
 */
record FitChange(Fit before, Fit after) {

  /** The change of the loss. */
  double ofLoss() {
    double change = 0;
    for (int k = 0; k < after.residuals().length; k++) {
      double gained =
          byFitted(k)
              ? after.fitted()[k] - before.fitted()[k]
              : before.residuals()[k] - after.residuals()[k];
      change -= gained * (before.residuals()[k] + after.residuals()[k]);
    }
    return change;
  }

  /** What roundings of the numbers add up to in that change, in units of one relative rounding. */
  double rounding() {
    double error = 0;
    for (int k = 0; k < after.residuals().length; k++) {
      double sum = Math.abs(before.residuals()[k]) + Math.abs(after.residuals()[k]);
      double fitted = Math.max(Math.abs(before.fitted()[k]), Math.abs(after.fitted()[k]));
      error += sum * (byFitted(k) ? fitted : sum);
    }
    return error;
  }

  private boolean byFitted(int k) {
    double fitted = Math.abs(before.fitted()[k]) + Math.abs(after.fitted()[k]);
    return fitted < Math.abs(before.residuals()[k]) + Math.abs(after.residuals()[k]);
  }
}
