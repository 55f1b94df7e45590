package io.github.flowcert.flow;

/**
 * What is measured at a solution W_x, and how it changes with |x|. The array is not copied: nobody
 * may write to it.
 *
 * @param x the unobserved entry
 * @param state the matrix and its spectrum; it has no time and no factors
 * @param slopes derivatives of the singular values by |x|, largest value first; NaN at x = 0. For
 *     singular values that coincide only symmetric functions of them mean anything
 */
public record SolutionState(double x, FlowState state, double[] slopes) {

  /** Derivative by |x| of the Schatten-p norm, p in (0, infinity]. */
  public double schattenSlope(double p) {
    double[] logs = state.logSingularValues();
    if (Double.isInfinite(p)) {
      return slopes[0];
    }
    double powers = 0;
    double weighted = 0;
    for (int r = 0; r < logs.length; r++) {
      // Relative to the largest, so that no power overflows; a value of 0 adds nothing for p > 1.
      double below = logs[r] - logs[0];
      powers += Math.exp(p * below);
      weighted += Math.exp((p - 1) * below) * slopes[r];
    }
    return Math.pow(powers, 1 / p - 1) * weighted;
  }

  /** Derivative by |x| of the distance from the matrices of rank r or less. */
  public double distanceSlope(int r) {
    double distance = state.distanceFromRank(r);
    double sum = 0;
    for (int k = r; k < slopes.length; k++) {
      sum += Math.exp(state.logSingularValues()[k]) / distance * slopes[k];
    }
    return r >= slopes.length ? 0 : sum;
  }

  /**
   * Derivative by |x| of the effective rank exp(H): with rho_r = sigma_r / S, where S is the sum of
   * the singular values, {@code H' = - sum rho_r' ln(rho_r / rho_1)}, as the rho_r' add up to 0.
   */
  public double effectiveRankSlope() {
    double[] logs = state.logSingularValues();
    double sum = 0;
    double sumSlope = 0;
    for (int r = 0; r < slopes.length; r++) {
      sum += Math.exp(logs[r]);
      sumSlope += slopes[r];
    }
    double entropySlope = 0;
    for (int r = 1; r < slopes.length; r++) {
      double share = Math.exp(logs[r]) / sum;
      entropySlope -= (slopes[r] - share * sumSlope) / sum * (logs[r] - logs[0]);
    }
    return state.effectiveRank() * entropySlope;
  }
}
