package io.github.flowcert.flow;

/**
 * What is measured at one point of a trajectory. The arrays are not copied: nobody may write to
 * them.
 *
 * @param time flow time t
 * @param loss loss, from the residuals
 * @param rows d
 * @param columns d'
 * @param product the product matrix, flat, row by row
 * @param logSingularValues natural logarithms of the singular values, largest first; minus infinity
 *     for a singular value that is 0
 * @param determinantSign -1, 0 or 1; 0 also where the product matrix is not square
 * @param logAbsDeterminant ln |det W|; NaN where the product matrix is not square
 * @param unbalancedness largest Frobenius norm of W_{l+1}^T W_{l+1} - W_l W_l^T over l; 0 where the
 *     coordinates lie on the balanced set
 * @param factorScale largest squared Frobenius norm of a factor, the scale of the unbalancedness
 */
public record FlowState(
    double time,
    double loss,
    int rows,
    int columns,
    double[] product,
    double[] logSingularValues,
    int determinantSign,
    double logAbsDeterminant,
    double unbalancedness,
    double factorScale) {

  /** Entry of the product matrix, indices from 1 as in the papers. */
  public double entry(int i, int j) {
    return product[(i - 1) * columns + (j - 1)];
  }

  /** Whether the product matrix is square. */
  public boolean isSquare() {
    return rows == columns;
  }

  /**
   * Effective rank, Definition 1 of the preprint: the exponential of the entropy of the normalised
   * singular values, from their logarithms. NaN for the zero matrix.
   */
  public double effectiveRank() {
    double top = logSingularValues[0];
    double sum = 0;
    double weighted = 0;
    for (double log : logSingularValues) {
      double ratio = Math.exp(log - top);
      sum += ratio;
      weighted += ratio == 0 ? 0 : ratio * (log - top);
    }
    // H = ln(sum) - (sum of ratio * ln ratio) / sum; both terms are non-negative: no cancellation.
    return Math.exp(Math.log(sum) - weighted / sum);
  }

  /**
   * Frobenius distance from the matrices of rank r or less: root of the sum of the tail squares.
   */
  public double distanceFromRank(int r) {
    if (r >= logSingularValues.length) {
      return 0;
    }
    double top = logSingularValues[r];
    double sum = 0;
    for (int k = r; k < logSingularValues.length; k++) {
      sum += top == Double.NEGATIVE_INFINITY ? 0 : Math.exp(2 * (logSingularValues[k] - top));
    }
    return top == Double.NEGATIVE_INFINITY ? 0 : Math.exp(top) * Math.sqrt(sum);
  }
}
