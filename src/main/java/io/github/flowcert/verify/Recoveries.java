package io.github.flowcert.verify;

import io.github.flowcert.baseline.MinimalNuclearNorm;
import io.github.flowcert.claim.GroundTruth;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.linalg.SingularValues;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.result.Recovery;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Measures how near a flow comes to the ground truth, for documents. */
final class Recoveries {
  private static final int MOMENTS = 50;
  private static final int LARGEST = 12;

  private final MatrixProblem problem;
  private final GroundTruth truth;

  Recoveries(MatrixProblem problem, GroundTruth truth) {
    this.problem = problem;
    this.truth = truth;
  }

  /**
   * What the flow found, beside the baseline and the truth.
   *
   * @param end where it is trusted last
   * @param curve states on the way there, in order
   */
  Recovery at(FlowState end, List<FlowState> curve) {
    MinimalNuclearNorm minimal = truth.minimal();
    return new Recovery(
        problem.observations(),
        measured(end.product()),
        measured(minimal.matrix()),
        minimal.certificate().gap(),
        measured(truth.matrix()),
        evolution(curve.stream().filter(state -> state.time() <= end.time()).toList()));
  }

  private static List<Recovery.Moment> evolution(List<FlowState> curve) {
    int stride = 1 + curve.size() / MOMENTS;
    return IntStream.range(0, curve.size())
        .filter(k -> k % stride == 0 || k == curve.size() - 1)
        .mapToObj(curve::get)
        .map(state -> new Recovery.Moment(state.time(), largest(state)))
        .toList();
  }

  private static List<Double> largest(FlowState state) {
    return Arrays.stream(state.logSingularValues()).limit(LARGEST).map(Math::exp).boxed().toList();
  }

  private Recovery.Matrix measured(double[] matrix) {
    SingularValues svd = SingularValues.of(matrix, problem.rows(), problem.columns());
    double nuclear = 0;
    for (double value : svd.values()) {
      nuclear += value;
    }
    FlowState state =
        new FlowState(
            /* time= */ 0,
            problem.loss(matrix),
            problem.rows(),
            problem.columns(),
            matrix,
            svd.logarithms(),
            /* determinantSign= */ 0,
            Double.NaN,
            /* unbalancedness= */ 0,
            /* factorScale= */ 0);
    return new Recovery.Matrix(truth.errorOf(matrix), nuclear, Words.finite(state.effectiveRank()));
  }
}
