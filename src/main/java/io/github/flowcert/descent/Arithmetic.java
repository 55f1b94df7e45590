package io.github.flowcert.descent;

import io.github.flowcert.problem.MatrixProblem;

/**
 * Matrices in one precision, stored flat and row by row, with the operations of which a descent
 * step is made. Results do not alias arguments unless said so.
 *
 * @param <M> the entries of a matrix
 */
interface Arithmetic<M> {

  /** So many zeros. */
  M zeros(int entries);

  /** {@code out = a b} for a of m-by-k and b of k-by-n. */
  void multiply(M a, M b, int m, int k, int n, M out);

  /** {@code out = a b^T} for a of m-by-k and b of n-by-k. */
  void multiplyByTransposed(M a, M b, int m, int k, int n, M out);

  /** {@code out = a^T b} for a of k-by-m and b of k-by-n. */
  void multiplyTransposed(M a, M b, int m, int k, int n, M out);

  /**
   * The gradient of the problem's loss by the product matrix, {@code c sum_i (<a_i, w> - y_i) a_i}:
   * in completion, residuals w - b at observed entries and 0 elsewhere.
   *
   * @return the loss
   */
  double gradient(MatrixProblem problem, M product, M out);

  /** Sum of squares. */
  double squaredNorm(M a);

  /** {@code a[k] *= factor} at one entry. */
  void scaleEntry(M a, int k, double factor);

  /** {@code a = scale a + factor b}, entry by entry. */
  void combine(M a, double scale, double factor, M b);

  /** The entries in doubles that determine them: one or two for each. */
  double[] store(M a);

  /** The inverse of {@link #store}. */
  void load(double[] stored, M out);

  /** Rounds doubles to this precision. */
  M of(double[] values);

  /** The entries rounded to doubles. */
  double[] rounded(M a);
}
