package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.linalg.Flat;
import java.util.List;
import java.util.Optional;

/** How far two computations of the same thing lie apart. */
final class Differences {
  private Differences() {}

  /** Largest difference of two matrices. */
  static double largest(double[] one, double[] other) {
    double largest = 0;
    for (int k = 0; k < one.length; k++) {
      largest = Math.max(largest, Math.abs(one[k] - other[k]));
    }
    return largest;
  }

  /** Largest difference of two matrices, relative to the largest entry of the first. */
  static double relative(double[] one, double[] other) {
    double largest = largest(one, other);
    return largest == 0 ? 0 : largest / Flat.maxAbs(one);
  }

  /** The state of a run at a time, where the run has one there (to rounding). */
  static Optional<FlowState> at(List<FlowState> states, double time) {
    return states.stream()
        .filter(state -> Math.abs(state.time() - time) <= 1e-12 * Math.abs(time))
        .findFirst();
  }
}
