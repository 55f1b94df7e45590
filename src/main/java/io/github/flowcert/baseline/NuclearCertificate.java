package io.github.flowcert.baseline;

import io.github.flowcert.linalg.SingularValues;
import java.util.Arrays;

/**
 * What shows that a solution has nearly minimal nuclear norm: for all multipliers lambda whose
 * combination {@code sum_i lambda_i A_i} has no singular value above 1, every solution X has {@code
 * ||X||_* >= <sum_i lambda_i A_i, X> = sum_i lambda_i y_i}.
 *
 * @param norm nuclear norm of the matrix
 * @param bound what no solution's nuclear norm is below
 * @param violation how far the matrix is from being a solution, relative to the largest label
 */
public record NuclearCertificate(double norm, double bound, double violation) {
  /** A solution is one to rounding. */
  private static final double SOLVES = 1e-9;

  /**
   * What multipliers show of a matrix. They are scaled until their combination is allowed.
   *
   * @param matrix flat, row by row
   * @param multipliers lambda, of any size
   */
  public static NuclearCertificate of(
      LinearConstraints constraints, double[] matrix, double[] multipliers) {
    double[] values = values(constraints, matrix);
    double spectral = values(constraints, constraints.combination(multipliers))[0];
    double scaled = constraints.labelled(multipliers) / Math.max(1, spectral);
    return new NuclearCertificate(
        Arrays.stream(values).sum(), Math.max(0, scaled), constraints.violation(matrix));
  }

  private static double[] values(LinearConstraints constraints, double[] matrix) {
    return SingularValues.of(matrix, constraints.rows(), constraints.columns()).values();
  }

  /** The duality gap relative to the norm; 0 where the matrix is 0. */
  public double gap() {
    return norm == 0 ? 0 : Math.max(0, norm - bound) / norm;
  }

  /** Whether the matrix solves the equations and its gap is at most this. */
  public boolean shows(double gap) {
    return violation <= SOLVES && gap() <= gap;
  }
}
