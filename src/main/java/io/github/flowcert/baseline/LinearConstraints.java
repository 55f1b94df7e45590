package io.github.flowcert.baseline;

import io.github.flowcert.problem.MatrixProblem;

/**
 * Equations {@code <A_i, X> = y_i} for a matrix X. Matrices are flat and row by row.
 *
 * <p>Immutable.
 */
public interface LinearConstraints {

  /** Rows of X. */
  int rows();

  /** Columns of X. */
  int columns();

  /** Multipliers mu for which {@code X + sum_i mu_i A_i} is the solution nearest to X. */
  double[] correction(double[] matrix);

  /** The matrix {@code sum_i mu_i A_i}. */
  double[] combination(double[] multipliers);

  /** The number {@code sum_i mu_i y_i}. */
  double labelled(double[] multipliers);

  /** The largest of {@code |<A_i, X> - y_i|} relative to the largest of {@code |y_i|}. */
  double violation(double[] matrix);

  /**
   * The equations that a loss of 0 stands for.
   *
   * @throws IllegalArgumentException if the observations depend on each other linearly, so that
   *     there may be no solution
   */
  static LinearConstraints of(MatrixProblem problem) {
    return problem
        .completion()
        .<LinearConstraints>map(ObservedEntries::new)
        .orElseGet(
            () ->
                new MeasuredMatrix(
                    problem.rows(), problem.columns(), problem.measurements().orElseThrow()));
  }

  /** The solution nearest to a matrix. */
  default double[] nearest(double[] matrix) {
    double[] change = combination(correction(matrix));
    for (int k = 0; k < change.length; k++) {
      change[k] += matrix[k];
    }
    return change;
  }
}
