package io.github.flowcert.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Singular value decomposition {@code A = U diag(sigma) V^T} by one-sided Jacobi rotations
 * (Hestenes), which keeps the small singular values of graded matrices to high relative accuracy
 * (Demmel and Veselic 1992), where bidiagonalisation loses them.
 *
 * <p>The arrays are not copied: nobody may write to them.
 *
 * @param rows m
 * @param columns n
 * @param values the k = min(m, n) singular values, largest first
 * @param left m-by-k, flat; orthonormal columns, except that columns of a zero singular value are 0
 * @param right n-by-k, flat; likewise
 */
public record SingularValues(
    int rows, int columns, double[] values, double[] left, double[] right) {
  private static final int MAX_SWEEPS = 60;
  private static final double ORTHOGONAL = 1e-15;

  /** The decomposition of an m-by-n matrix, flat. */
  public static SingularValues of(double[] matrix, int m, int n) {
    if (m < n) {
      SingularValues flipped = of(Flat.transpose(matrix, m, n), n, m);
      return new SingularValues(
          m, n, flipped.values, /* left= */ flipped.right, /* right= */ flipped.left);
    }
    double[][] columns = columnsOf(matrix, m, n);
    double[][] basis = columnsOf(Flat.identity(n, n), n, n);
    int sweep = 0;
    while (rotateAll(columns, basis) && sweep < MAX_SWEEPS) {
      sweep++;
    }
    return sorted(columns, basis, m, n);
  }

  /** Natural logarithms of the singular values; minus infinity for 0. */
  public double[] logarithms() {
    return Arrays.stream(values).map(Math::log).toArray();
  }

  private static double[][] columnsOf(double[] matrix, int m, int n) {
    double[][] columns = new double[n][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        columns[j][i] = matrix[i * n + j];
      }
    }
    return columns;
  }

  private static boolean rotateAll(double[][] columns, double[][] basis) {
    boolean rotated = false;
    for (int p = 0; p < columns.length - 1; p++) {
      for (int q = p + 1; q < columns.length; q++) {
        rotated |= rotate(columns, basis, p, q);
      }
    }
    return rotated;
  }

  private static boolean rotate(double[][] columns, double[][] basis, int p, int q) {
    double lengthP = length(columns[p]);
    double lengthQ = length(columns[q]);
    if (lengthP == 0 || lengthQ == 0) {
      return false;
    }
    double cosine =
        isPlain(lengthP) && isPlain(lengthQ)
            ? inner(columns[p], columns[q]) / lengthP / lengthQ
            : cosine(columns[p], columns[q], lengthP, lengthQ);
    if (Math.abs(cosine) <= ORTHOGONAL) {
      return false;
    }
    double zeta = (lengthQ / lengthP - lengthP / lengthQ) / (2 * cosine);
    double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
    double c = 1 / Math.hypot(1, t);
    turn(columns[p], columns[q], c, c * t);
    turn(basis[p], basis[q], c, c * t);
    return true;
  }

  /** Squares and products of lengths like this neither overflow nor lose digits to underflow. */
  private static boolean isPlain(double length) {
    return length > 1e-120 && length < 1e120;
  }

  private static double length(double[] x) {
    double plain = Math.sqrt(inner(x, x));
    return isPlain(plain) ? plain : norm(x);
  }

  /** Four sums at a time, which do not wait for each other. */
  private static double inner(double[] x, double[] y) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i + 3 < x.length; i += 4) {
      first += x[i] * y[i];
      second += x[i + 1] * y[i + 1];
      third += x[i + 2] * y[i + 2];
      fourth += x[i + 3] * y[i + 3];
    }
    for (; i < x.length; i++) {
      first += x[i] * y[i];
    }
    return (first + second) + (third + fourth);
  }

  /** Of normalised columns, so that tiny ones do not underflow. */
  private static double cosine(double[] x, double[] y, double lengthX, double lengthY) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] / lengthX) * (y[i] / lengthY);
    }
    return sum;
  }

  private static void turn(double[] x, double[] y, double c, double s) {
    for (int i = 0; i < x.length; i++) {
      double kept = x[i];
      x[i] = c * kept - s * y[i];
      y[i] = s * kept + c * y[i];
    }
  }

  private static double norm(double[] x) {
    double largest = Flat.maxAbs(x);
    if (largest == 0) {
      return 0;
    }
    double sum = 0;
    for (double each : x) {
      sum += (each / largest) * (each / largest);
    }
    return largest * Math.sqrt(sum);
  }

  private static SingularValues sorted(double[][] columns, double[][] basis, int m, int n) {
    double[] lengths = Arrays.stream(columns).mapToDouble(SingularValues::norm).toArray();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((a, b) -> Double.compare(lengths[b], lengths[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[] left = new double[m * n];
    double[] right = new double[n * n];
    for (int k = 0; k < n; k++) {
      values[k] = lengths[order[k]];
      for (int i = 0; i < m; i++) {
        left[i * n + k] = values[k] == 0 ? 0 : columns[order[k]][i] / values[k];
      }
      for (int i = 0; i < n; i++) {
        right[i * n + k] = basis[order[k]][i];
      }
    }
    return new SingularValues(m, n, values, left, right);
  }
}
