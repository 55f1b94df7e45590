package io.github.flowcert.compare;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.problem.MatrixProblem;
import java.util.stream.IntStream;

/**
 * The sizes of the unobserved entries, whose curve against the loss is compared; of all entries
 * where none is unobserved, or no single one is observed. A relative difference is one relative to
 * the Frobenius norm of these entries or, where that is smaller, to the largest observation (or
 * what one measurement forces on the matrix): an entry that passes through 0 differs by nothing
 * worth the name there.
 */
final class UnobservedEntries {
  private final int[] places;
  private final double scale;

  UnobservedEntries(MatrixProblem problem) {
    int size = problem.rows() * problem.columns();
    int[] unobserved =
        IntStream.range(0, size).filter(entry -> isUnobserved(problem, entry)).toArray();
    this.places = unobserved.length > 0 ? unobserved : IntStream.range(0, size).toArray();
    this.scale = problem.solutionScale();
  }

  private static boolean isUnobserved(MatrixProblem problem, int entry) {
    return problem.completion().map(each -> !each.isObserved(entry)).orElse(false);
  }

  /** How many they are. */
  int count() {
    return places.length;
  }

  /** Their Frobenius norm; the absolute value of a sole one. */
  double norm(FlowState state) {
    return Math.sqrt(Flat.squaredNorm(sizes(state)));
  }

  /** The relative difference of their absolute values, state minus reference. */
  double[] difference(FlowState state, FlowState reference) {
    double unit = Math.max(norm(reference), scale);
    double[] difference = sizes(state);
    double[] there = sizes(reference);
    for (int k = 0; k < difference.length; k++) {
      difference[k] = difference[k] == there[k] ? 0 : (difference[k] - there[k]) / unit;
    }
    return difference;
  }

  /** How large a difference is. */
  double size(double[] difference) {
    return Math.sqrt(Flat.squaredNorm(difference));
  }

  /** A difference as one number for people: signed where there is one entry. */
  double shown(double[] difference) {
    return difference.length == 1 ? difference[0] : size(difference);
  }

  private double[] sizes(FlowState state) {
    return IntStream.of(places).mapToDouble(entry -> Math.abs(state.product()[entry])).toArray();
  }
}
