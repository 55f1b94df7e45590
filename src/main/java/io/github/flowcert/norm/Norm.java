package io.github.flowcert.norm;

/**
 * A norm or quasi-norm over matrices, with the constant of its weakened triangle inequality
 * (footnote 1 of Razin and Cohen's preprint): {@code ||A + B|| <= c (||A|| + ||B||)}.
 */
public sealed interface Norm permits Schatten, Entrywise {

  /** The name used in case files and documents, as in {@code nuclear} or {@code schatten 1/2}. */
  String name();

  /**
   * The norm of a matrix.
   *
   * @param matrix entries, flat, row by row
   * @param logSingularValues natural logarithms of its singular values; minus infinity for 0
   */
  double of(double[] matrix, double[] logSingularValues);

  /** The smallest constant c >= 1 of the weakened triangle inequality. */
  double triangleConstant();

  /** The norm of e_i e_j^T; the same for every i, j for the norms here. */
  default double ofUnitMatrix() {
    return of(new double[] {1, 0, 0, 0}, new double[] {0, Double.NEGATIVE_INFINITY});
  }
}
