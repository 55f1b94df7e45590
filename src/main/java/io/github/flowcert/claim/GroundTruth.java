package io.github.flowcert.claim;

import io.github.flowcert.baseline.LinearConstraints;
import io.github.flowcert.baseline.MinimalNuclearNorm;
import io.github.flowcert.problem.MatrixProblem;
import java.util.Optional;

/**
 * The matrix of which a problem's observations were made, and what the solution of minimal nuclear
 * norm makes of the same observations.
 */
public final class GroundTruth {
  /** The nuclear norm of the baseline is minimal to this, relative; where it is not, it says so. */
  private static final double GAP = 1e-5;

  private static final int ITERATIONS = 2000;

  private final MatrixProblem problem;
  private final double[] matrix;

  /** Computed when first asked for, always to the same value. */
  private volatile MinimalNuclearNorm minimal;

  private GroundTruth(MatrixProblem problem, double[] matrix) {
    this.problem = problem;
    this.matrix = matrix;
  }

  /** The ground truth of a problem; empty where it is not known. */
  public static Optional<GroundTruth> of(MatrixProblem problem) {
    return problem.truth().map(matrix -> new GroundTruth(problem, matrix));
  }

  /** The matrix itself, flat, row by row: nobody may write to it. */
  public double[] matrix() {
    return matrix;
  }

  /** The solution of minimal nuclear norm. */
  public MinimalNuclearNorm minimal() {
    MinimalNuclearNorm known = minimal;
    if (known == null) {
      known = MinimalNuclearNorm.of(LinearConstraints.of(problem), GAP, ITERATIONS);
      minimal = known;
    }
    return known;
  }

  /** The reconstruction error of that solution; NaN where its norm is not shown to be minimal. */
  public double minimalError() {
    MinimalNuclearNorm found = minimal();
    return found.certificate().shows(GAP) ? errorOf(found.matrix()) : Double.NaN;
  }

  /** The reconstruction error of a matrix: its Frobenius distance to the truth over its norm. */
  public double errorOf(double[] other) {
    double distance = 0;
    double size = 0;
    for (int k = 0; k < matrix.length; k++) {
      distance += (other[k] - matrix[k]) * (other[k] - matrix[k]);
      size += matrix[k] * matrix[k];
    }
    return Math.sqrt(distance / size);
  }
}
