package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.FlowState.Fit;
import io.github.flowcert.problem.MatrixProblem;

/**
 * The slope of the loss between two points. Where the loss nears a value that is not 0, two losses
 * agree in all digits long before the flow rests; their difference is then taken from the entries
 * that move, {@code sum (w - v)(g + h)/2} for products w, v and residuals g, h, with w - v from
 * whichever of entry and residual is the smaller number.
 */
final class LossSlope {
  private LossSlope() {}

  /** Slope from one point to a later one. */
  static double between(MatrixProblem problem, FlowState previous, FlowState state) {
    if (previous.fit().isPresent() && state.fit().isPresent()) {
      return ofFit(previous.fit().get(), state.fit().get()) / (state.time() - previous.time());
    }
    double change = 0;
    for (int k = 0; k < state.product().length; k++) {
      boolean byEntries = areEntriesToBeUsed(problem, previous, state, k);
      double[] from = byEntries ? previous.product() : previous.gradient();
      double[] to = byEntries ? state.product() : state.gradient();
      change += (to[k] - from[k]) * (previous.gradient()[k] + state.gradient()[k]) / 2;
    }
    return change / (state.time() - previous.time());
  }

  /** The change of a sum of squared residuals: their difference is that of the fitted numbers. */
  private static double ofFit(Fit before, Fit after) {
    double change = 0;
    for (int k = 0; k < after.residuals().length; k++) {
      double sum = before.residuals()[k] + after.residuals()[k];
      change -=
          sum * (movesMore(before, after, k) ? fitted(before, after, k) : left(before, after, k));
    }
    return change;
  }

  private static boolean movesMore(Fit before, Fit after, int k) {
    double fitted = Math.abs(before.fitted()[k]) + Math.abs(after.fitted()[k]);
    return fitted < Math.abs(before.residuals()[k]) + Math.abs(after.residuals()[k]);
  }

  private static double fitted(Fit before, Fit after, int k) {
    return after.fitted()[k] - before.fitted()[k];
  }

  private static double left(Fit before, Fit after, int k) {
    return before.residuals()[k] - after.residuals()[k];
  }

  private static double roundingOfFit(Fit before, Fit after) {
    double error = 0;
    for (int k = 0; k < after.residuals().length; k++) {
      double sum = Math.abs(before.residuals()[k]) + Math.abs(after.residuals()[k]);
      double fitted = Math.max(Math.abs(before.fitted()[k]), Math.abs(after.fitted()[k]));
      error += sum * (movesMore(before, after, k) ? fitted : sum);
    }
    return error;
  }

  /** What rounding may do to that slope; residuals may be rounded differences to their targets. */
  static double rounding(MatrixProblem problem, FlowState previous, FlowState state) {
    if (previous.fit().isPresent() && state.fit().isPresent()) {
      double ofFit = roundingOfFit(previous.fit().get(), state.fit().get());
      return 2 * Perturbation.UNITS * ofFit / (state.time() - previous.time());
    }
    double error = 0;
    for (int k = 0; k < state.product().length; k++) {
      boolean byEntries = areEntriesToBeUsed(problem, previous, state, k);
      double[] residuals = state.gradient();
      double[] before = previous.gradient();
      double entries = Math.max(Math.abs(previous.product()[k]), Math.abs(state.product()[k]));
      double differences = Math.max(Math.abs(before[k]), Math.abs(residuals[k]));
      double number = byEntries ? entries : differences + problem.observationIn(k);
      error += number * (Math.abs(before[k]) + Math.abs(residuals[k]));
    }
    return 2 * Perturbation.UNITS * error / (state.time() - previous.time());
  }

  /** Only of entries that are observed one by one do residuals differ by as much as entries. */
  private static boolean areEntriesToBeUsed(
      MatrixProblem problem, FlowState previous, FlowState state, int k) {
    double entries = Math.abs(previous.product()[k]) + Math.abs(state.product()[k]);
    return problem.completion().isEmpty()
        || entries < Math.abs(previous.gradient()[k]) + Math.abs(state.gradient()[k]);
  }
}
