package io.github.flowcert.linalg;

/** Kernels over matrices stored flat, row by row. Results must not alias arguments. */
public final class Flat {
  private Flat() {}

  /** From so many multiplications on the work of preparing blocks is small. */
  private static final int MANY = 20_000;

  /** {@code out = a b} for a of m-by-k and b of k-by-n. */
  public static void multiply(double[] a, double[] b, int m, int k, int n, double[] out) {
    if (n > 1 && (long) m * k * n >= MANY) {
      Block.of(out, 0, m, n).setProduct(Block.of(a, 0, m, k), Block.of(b, 0, k, n));
      return;
    }
    for (int i = 0; i < m; i++) {
      int row = i * n;
      java.util.Arrays.fill(out, row, row + n, 0);
      for (int r = 0; r < k; r++) {
        double factor = a[i * k + r];
        int from = r * n;
        for (int j = 0; j < n; j++) {
          out[row + j] += factor * b[from + j];
        }
      }
    }
  }

  /** {@code a^T} for a of m-by-n. */
  public static double[] transpose(double[] a, int m, int n) {
    double[] out = new double[a.length];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        out[j * m + i] = a[i * n + j];
      }
    }
    return out;
  }

  /** The identity's leading block: ones on the diagonal of an m-by-n matrix. */
  public static double[] identity(int m, int n) {
    double[] out = new double[m * n];
    for (int i = 0; i < Math.min(m, n); i++) {
      out[i * n + i] = 1;
    }
    return out;
  }

  /** Sum of squares of all entries. */
  public static double squaredNorm(double[] a) {
    double sum = 0;
    for (double each : a) {
      sum += each * each;
    }
    return sum;
  }

  /** Root of the sum of squares of all entries, of which none overflows or underflows. */
  public static double norm(double[] a) {
    double largest = maxAbs(a);
    double sum = 0;
    for (double each : a) {
      sum += largest == 0 ? 0 : (each / largest) * (each / largest);
    }
    return largest * Math.sqrt(sum);
  }

  /** Largest absolute value of the entries. */
  public static double maxAbs(double[] a) {
    double largest = 0;
    for (double each : a) {
      largest = Math.max(largest, Math.abs(each));
    }
    return largest;
  }
}
