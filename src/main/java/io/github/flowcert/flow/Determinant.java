package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.LuFactors;
import io.github.flowcert.linalg.SingularValues;
import java.util.Arrays;

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
    if (n == 2) {
      return ofTwoByTwo(matrix);
    }
    int sign = LuFactors.ofInPlace(matrix.clone(), n).determinantSign();
    double log = 0;
    for (double each : SingularValues.of(matrix, n, n).values()) {
      log += Math.log(each);
    }
    return sign == 0 ? new Determinant(0, Double.NEGATIVE_INFINITY) : new Determinant(sign, log);
  }

  /** The sign alone, of an m-by-n matrix; 0 where it is not square. */
  static int sign(double[] matrix, int m, int n) {
    if (m != n) {
      return 0;
    }
    return n == 2
        ? ofTwoByTwo(matrix).sign()
        : LuFactors.ofInPlace(matrix.clone(), n).determinantSign();
  }

  /** {@code ad - bc} with one rounding error of the result, by fused multiply-add (Kahan). */
  private static double twoByTwo(double[] m) {
    double bc = m[1] * m[2];
    double error = Math.fma(-m[1], m[2], bc);
    return Math.fma(m[0], m[3], -bc) + error;
  }

  /** Entries are scaled by a power of two, which is exact, so that products do not underflow. */
  private static Determinant ofTwoByTwo(double[] matrix) {
    double unit = Math.scalb(1.0, Math.getExponent(Flat.maxAbs(matrix)));
    double[] scaled = Arrays.stream(matrix).map(entry -> entry / unit).toArray();
    double determinant = twoByTwo(scaled);
    double log = Math.log(Math.abs(determinant)) + 2 * Math.log(unit);
    return new Determinant((int) Math.signum(determinant), log);
  }

  /** The determinant of an n-by-n matrix, flat, by elimination with partial pivoting. */
  static double value(double[] matrix, int n) {
    if (n == 1) {
      return matrix[0];
    }
    return n == 2 ? twoByTwo(matrix) : LuFactors.ofInPlace(matrix.clone(), n).determinant();
  }

  /** All cofactors of an n-by-n matrix: derivatives of the determinant by the entries. */
  static double[] cofactors(double[] matrix, int n) {
    double[] cofactors = new double[n * n];
    for (int entry = 0; entry < cofactors.length; entry++) {
      cofactors[entry] = cofactor(matrix, n, entry);
    }
    return cofactors;
  }

  /** One cofactor. */
  static double cofactor(double[] matrix, int n, int entry) {
    double[] minor = new double[(n - 1) * (n - 1)];
    int at = 0;
    for (int k = 0; k < matrix.length; k++) {
      if (k / n != entry / n && k % n != entry % n) {
        minor[at] = matrix[k];
        at++;
      }
    }
    double sign = (entry / n + entry % n) % 2 == 0 ? 1 : -1;
    return sign * value(minor, n - 1);
  }
}
