package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.simulate.Trajectory;
import java.util.List;
import java.util.Locale;

/**
 * The trust horizon of a run, measured: the last point of its curve up to which the smallest
 * singular value is representable in its coordinates, the determinant has kept its sign where
 * theory says that it must, and a second run tells the same smallest singular value.
 *
 * @param until the last trusted point
 * @param reason why trust ends there; null where it does not end within the run
 */
record Trust(FlowState until, String reason) {
  private static final double AGREEMENT = 0.01;
  private static final double PRODUCT_AGREEMENT = 1e-3;

  /**
   * Measures the horizon.
   *
   * @param run the run to be judged
   * @param second states of a second run at the times of the first one's curve, in order; may end
   *     early
   * @param keepsSign whether theory says that the determinant keeps its sign
   */
  static Trust measure(Trajectory run, List<FlowState> second, boolean keepsSign) {
    FlowState last = run.curve().get(0);
    int sign = last.determinantSign();
    int k = 0;
    for (FlowState state : run.curve()) {
      while (k < second.size() - 1 && second.get(k).time() < state.time() * (1 - 1e-12)) {
        k++;
      }
      FlowState other = second.isEmpty() ? state : second.get(k);
      boolean compared = Math.abs(other.time() - state.time()) <= 1e-9 * state.time();
      String doubt = doubt(state, compared ? other : state, run, keepsSign, sign);
      if (doubt != null) {
        return new Trust(last, doubt);
      }
      last = state;
    }
    if (run.stop() == Trajectory.Stop.FAILED) {
      return new Trust(last, run.stopReason());
    }
    return new Trust(last, null);
  }

  private static String doubt(
      FlowState state, FlowState other, Trajectory run, boolean keepsSign, int sign) {
    if (!keepsSign) {
      return productsDiffer(state, other)
          ? "a second run at a tighter tolerance differs by more than 0.1 % from here on"
          : null;
    }
    double ratio = smallestLog(state) - state.logSingularValues()[0];
    double representable = run.representableRatioAt(state.time());
    if (sign != 0 && state.determinantSign() != sign) {
      return "the computed determinant changes sign, which the flow's cannot";
    }
    if (representable > 0 && ratio < Math.log(representable)) {
      return String.format(
          Locale.ROOT,
          "the smallest singular value falls below %.1e of the largest, which these coordinates"
              + " cannot represent",
          representable);
    }
    double gap = Math.abs(smallestLog(state) - smallestLog(other));
    if (gap > AGREEMENT * Math.max(1, 1e-2 * Math.abs(smallestLog(state)))) {
      return "a second run at a tighter tolerance finds another smallest singular value";
    }
    return null;
  }

  private static double smallestLog(FlowState state) {
    double[] logs = state.logSingularValues();
    for (int k = logs.length - 1; k > 0; k--) {
      if (logs[k] > Double.NEGATIVE_INFINITY) {
        return logs[k];
      }
    }
    return logs[0];
  }

  private static boolean productsDiffer(FlowState state, FlowState other) {
    return Differences.relative(state.product(), other.product()) > PRODUCT_AGREEMENT;
  }
}
