package io.github.flowcert.claim;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.problem.MatrixProblem;

/**
 * What stays the same along a trajectory while a claim is judged.
 *
 * @param problem what the product matrix is fitted to
 * @param balancedDepth depth L where the factors are balanced; 0 where they are not
 * @param initialDeterminantSign sign of the determinant at the start; 0 where there is none
 * @param relativeTolerance relative tolerance of the integration
 * @param absoluteTolerance absolute tolerance of the integration
 * @param norm the norm for which a claim about norms is judged; null for other claims
 * @param initial what is measured at t = 0; null where that is not known
 * @param truth what was observed; null where it is not known
 */
public record Setting(
    MatrixProblem problem,
    int balancedDepth,
    int initialDeterminantSign,
    double relativeTolerance,
    double absoluteTolerance,
    Norm norm,
    FlowState initial,
    GroundTruth truth) {

  /** Nothing is asked of the start but its determinant's sign, and of the observations' source. */
  public Setting(
      MatrixProblem problem,
      int balancedDepth,
      int initialDeterminantSign,
      double relativeTolerance,
      double absoluteTolerance,
      Norm norm) {
    this(
        problem,
        balancedDepth,
        initialDeterminantSign,
        relativeTolerance,
        absoluteTolerance,
        norm,
        /* initial= */ null,
        /* truth= */ null);
  }
}
