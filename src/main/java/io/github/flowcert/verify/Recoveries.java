package io.github.flowcert.verify;

import io.github.flowcert.baseline.MinimalNuclearNorm;
import io.github.flowcert.claim.GroundTruth;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.linalg.SingularValues;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.result.Recovery;

/** Measures how near a flow comes to the ground truth, for documents. */
final class Recoveries {
  private final MatrixProblem problem;
  private final GroundTruth truth;

  Recoveries(MatrixProblem problem, GroundTruth truth) {
    this.problem = problem;
    this.truth = truth;
  }

  /** What the flow found at its end, beside the baseline and the truth. */
  Recovery at(FlowState end) {
    MinimalNuclearNorm minimal = truth.minimal();
    return new Recovery(
        problem.observations(),
        measured(end.product()),
        measured(minimal.matrix()),
        minimal.certificate().gap(),
        measured(truth.matrix()));
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
