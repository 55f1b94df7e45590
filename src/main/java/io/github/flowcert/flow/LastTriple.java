package io.github.flowcert.flow;

import io.github.flowcert.linalg.SingularValues;

/**
 * The smallest singular triple of a square matrix whose determinant is known better than its
 * entries tell: the value from the determinant, the left vector as what is orthogonal to the
 * others.
 */
final class LastTriple {
  private LastTriple() {}

  /**
   * The decomposition with its last triple replaced.
   *
   * @param svd decomposition of an n-by-n matrix, at most one singular value of which is tiny
   * @param sign sign of the determinant
   * @param logDeterminant ln |det|
   */
  static SingularValues replaced(SingularValues svd, int sign, double logDeterminant) {
    int n = svd.rows();
    double[] values = svd.values().clone();
    double[] left = svd.left().clone();
    double others = 0;
    for (int r = 0; r < n - 1; r++) {
      others += Math.log(values[r]);
    }
    values[n - 1] = Math.exp(logDeterminant - others);
    double[] last = orthogonalToOthers(left, n);
    for (int i = 0; i < n; i++) {
      left[i * n + n - 1] = last[i];
    }
    int orientation = Determinant.of(left, n).sign() * Determinant.of(svd.right(), n).sign();
    if (orientation != sign) {
      for (int i = 0; i < n; i++) {
        left[i * n + n - 1] = -left[i * n + n - 1];
      }
    }
    return new SingularValues(n, n, values, left, svd.right());
  }

  /** The unit vector that the first n - 1 columns leave; the best of the n projected axes. */
  private static double[] orthogonalToOthers(double[] basis, int n) {
    double[] best = new double[n];
    double longest = 0;
    for (int axis = 0; axis < n; axis++) {
      double[] candidate = new double[n];
      candidate[axis] = 1;
      project(candidate, basis, n);
      double length = length(candidate);
      if (length > longest) {
        longest = length;
        best = candidate;
      }
    }
    // Once more, so that what rounding left of the others is gone.
    project(best, basis, n);
    double length = length(best);
    for (int i = 0; i < n; i++) {
      best[i] /= length;
    }
    return best;
  }

  private static void project(double[] x, double[] basis, int n) {
    for (int r = 0; r < n - 1; r++) {
      double along = 0;
      for (int i = 0; i < n; i++) {
        along += basis[i * n + r] * x[i];
      }
      for (int i = 0; i < n; i++) {
        x[i] -= along * basis[i * n + r];
      }
    }
  }

  private static double length(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += each * each;
    }
    return Math.sqrt(sum);
  }
}
