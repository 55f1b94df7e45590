package io.github.flowcert.flow;

import io.github.flowcert.linalg.SingularValues;

/**
 * Sign and logarithm of a determinant.
 *
 * @param sign -1, 0 or 1
 * @param logAbs ln |det|; minus infinity for 0, NaN where there is no determinant
 */
record Determinant(int sign, double logAbs) {

  /** Of a matrix that is not square. */
  static final Determinant NONE = new Determinant(0, Double.NaN);

  /** Of an n-by-n matrix, flat: the size from singular values, the sign from elimination. */
  static Determinant of(double[] matrix, int n) {
    int sign = n == 2 ? signOfTwoByTwo(matrix) : signByElimination(matrix.clone(), n);
    double log = 0;
    if (n == 2) {
      log = Math.log(Math.abs(twoByTwo(matrix)));
    } else {
      for (double each : SingularValues.of(matrix, n, n).values()) {
        log += Math.log(each);
      }
    }
    return sign == 0 ? new Determinant(0, Double.NEGATIVE_INFINITY) : new Determinant(sign, log);
  }

  /** {@code ad - bc} with one rounding error of the result, by fused multiply-add (Kahan). */
  private static double twoByTwo(double[] m) {
    double bc = m[1] * m[2];
    double error = Math.fma(-m[1], m[2], bc);
    return Math.fma(m[0], m[3], -bc) + error;
  }

  private static int signOfTwoByTwo(double[] m) {
    return (int) Math.signum(twoByTwo(m));
  }

  private static int signByElimination(double[] a, int n) {
    int sign = 1;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int i = column + 1; i < n; i++) {
        pivot = Math.abs(a[i * n + column]) > Math.abs(a[pivot * n + column]) ? i : pivot;
      }
      double head = a[pivot * n + column];
      if (head == 0) {
        return 0;
      }
      sign *= (head < 0 ? -1 : 1) * (pivot == column ? 1 : -1);
      for (int j = 0; j < n; j++) {
        double kept = a[column * n + j];
        a[column * n + j] = a[pivot * n + j];
        a[pivot * n + j] = kept;
      }
      for (int i = column + 1; i < n; i++) {
        double factor = a[i * n + column] / head;
        for (int j = column; j < n; j++) {
          a[i * n + j] -= factor * a[column * n + j];
        }
      }
    }
    return sign;
  }
}
