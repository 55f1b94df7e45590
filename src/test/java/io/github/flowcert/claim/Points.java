package io.github.flowcert.claim;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.testing.Problems;

/** Points of trajectories on the problem of equation (6), made by hand for tests. */
final class Points {
  /** Equation (6). */
  static final MatrixCompletion PROBLEM = Problems.analysed(0);

  private Points() {}

  /** A state at the 2-by-2 matrix [w11, w12], [w21, w22], singular values in closed form. */
  static FlowState state(double w11, double w12, double w21, double w22) {
    double loss = ((w12 - 1) * (w12 - 1) + (w21 - 1) * (w21 - 1) + w22 * w22) / 2;
    double determinant = w11 * w22 - w12 * w21;
    double squares = w11 * w11 + w12 * w12 + w21 * w21 + w22 * w22;
    double top =
        Math.sqrt((squares + Math.sqrt(squares * squares - 4 * determinant * determinant)) / 2);
    double bottom = Math.abs(determinant) / top;
    return new FlowState(
        3,
        loss,
        2,
        2,
        new double[] {w11, w12, w21, w22},
        new double[] {Math.log(top), Math.log(bottom)},
        (int) Math.signum(determinant),
        Math.log(Math.abs(determinant)),
        1e-9,
        4);
  }

  /** A point there, judged for a norm, with relative tolerance 1e-8 and absolute 1e-12. */
  static TrajectoryPoint point(FlowState state, int initialDeterminantSign, Norm norm) {
    return new TrajectoryPoint(
        state, -0.125, new Setting(PROBLEM, 2, initialDeterminantSign, 1e-8, 1e-12, norm));
  }
}
