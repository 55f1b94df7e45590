package io.github.flowcert.flow;

import io.github.flowcert.linalg.SingularValues;
import io.github.flowcert.problem.MatrixCompletion;

/**
 * The solutions of a completion problem with one unobserved entry: the line of matrices W_x that
 * agree with the observations and hold x in that entry; the set S of eq. (7) of Razin and Cohen's
 * preprint for the observations of eq. (6).
 */
public final class SolutionLine {
  private final MatrixCompletion problem;
  private final int free;

  /**
   * The solutions of a problem.
   *
   * @throws IllegalArgumentException if it has not exactly one unobserved entry
   */
  public SolutionLine(MatrixCompletion problem) {
    this.problem = problem;
    this.free = problem.soleUnobserved();
    if (free < 0) {
      throw new IllegalArgumentException("the solutions form a line with one unobserved entry");
    }
  }

  /** The solution W_x. */
  public SolutionState at(double x) {
    double[] matrix = new double[problem.rows() * problem.columns()];
    for (int k = 0; k < matrix.length; k++) {
      matrix[k] = k == free ? x : problem.value(k);
    }
    return measured(x, matrix, matrix);
  }

  /**
   * What is measured near W_x, as if it were at that solution: for seeing what rounding may do.
   *
   * @param entries entries for those of W_x, flat; not to be written to
   * @param decomposed the matrix whose spectrum stands for that of W_x
   */
  public SolutionState measured(double x, double[] entries, double[] decomposed) {
    int rows = problem.rows();
    int columns = problem.columns();
    SingularValues svd = SingularValues.of(decomposed, rows, columns);
    Determinant determinant = rows == columns ? Determinant.of(decomposed, rows) : Determinant.NONE;
    FlowState.Measured spectrum =
        new FlowState.Measured(
            svd.logarithms(), determinant.sign(), determinant.logAbs(), Double.NaN, Double.NaN);
    double[] residuals = new double[entries.length];
    FlowState state =
        new FlowState(Double.NaN, 0, rows, columns, entries, residuals, () -> spectrum);
    return new SolutionState(x, state, slopes(svd, x));
  }

  /** Derivatives of the singular values by |x|: {@code d sigma_r / dx = (u_r)_i (v_r)_j}. */
  private double[] slopes(SingularValues svd, double x) {
    int rank = svd.values().length;
    int i = free / problem.columns();
    int j = free % problem.columns();
    double[] slopes = new double[rank];
    for (int r = 0; r < rank; r++) {
      double outward = x == 0 ? Double.NaN : Math.signum(x);
      slopes[r] = outward * svd.left()[i * rank + r] * svd.right()[j * rank + r];
    }
    return slopes;
  }
}
