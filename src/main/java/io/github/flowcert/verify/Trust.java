package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.simulate.Trajectory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    for (FlowState state : run.curve()) {
      Optional<String> doubt = keepsSign ? doubtOfSign(run, state, sign) : Optional.<String>empty();
      doubt = doubt.or(() -> doubtBySecond(run.curve().get(0), state, second, keepsSign));
      if (doubt.isPresent()) {
        return new Trust(last, doubt.get());
      }
      last = state;
    }
    return new Trust(last, run.stop() == Trajectory.Stop.FAILED ? run.stopReason() : null);
  }

  private static Optional<String> doubtOfSign(Trajectory run, FlowState state, int sign) {
    if (sign != 0 && state.determinantSign() != sign) {
      return Optional.of(Doubt.SIGN.reason());
    }
    double ratio = smallestLog(state) - state.logSingularValues()[0];
    double representable = run.representableRatioAt(state.time());
    return representable > 0 && ratio < Math.log(representable)
        ? Optional.of(String.format(Locale.ROOT, Doubt.RATIO.reason(), representable))
        : Optional.empty();
  }

  private static Optional<String> doubtBySecond(
      FlowState start, FlowState state, List<FlowState> second, boolean keepsSign) {
    if (state.time() == 0) {
      return Optional.empty();
    }
    Optional<FlowState> other = Differences.at(second, state.time());
    if (other.isEmpty()) {
      return Optional.of(Doubt.SECOND_RUN_ENDS.reason());
    }
    if (keepsSign) {
      return smallestDiffer(state, other.get())
          ? Optional.of(Doubt.SMALLEST_DIFFERS.reason())
          : Optional.empty();
    }
    return productsDiffer(start, state, other.get())
        ? Optional.of(Doubt.PRODUCTS_DIFFER.reason())
        : Optional.empty();
  }

  private static boolean smallestDiffer(FlowState state, FlowState other) {
    double gap = Math.abs(smallestLog(state) - smallestLog(other));
    return gap > AGREEMENT * Math.max(1, 1e-2 * Math.abs(smallestLog(state)));
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

  /** Parameters are their start and a way from there: near 0 they are rounded as their start is. */
  private static boolean productsDiffer(FlowState start, FlowState state, FlowState other) {
    double size = Flat.maxAbs(state.product());
    double scale = state.fit().isPresent() ? Math.max(size, Flat.maxAbs(start.product())) : size;
    return Differences.largest(state.product(), other.product()) > PRODUCT_AGREEMENT * scale;
  }
}
