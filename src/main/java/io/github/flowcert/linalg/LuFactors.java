package io.github.flowcert.linalg;

/**
 * LU factors of a square matrix with partial pivoting, over one flat array: the linear algebra of
 * an implicit step, where a library's matrix objects would cost more than the arithmetic.
 */
public final class LuFactors {
  private final int size;
  private final double[] lu;
  private final int[] pivots;
  private final boolean singular;

  private LuFactors(int size, double[] lu, int[] pivots, boolean singular) {
    this.size = size;
    this.lu = lu;
    this.pivots = pivots;
    this.singular = singular;
  }

  /**
   * Factors a matrix in place.
   *
   * @param matrix n-by-n, flat; overwritten
   * @param n its size
   */
  public static LuFactors ofInPlace(double[] matrix, int n) {
    int[] pivots = new int[n];
    boolean singular = false;
    for (int column = 0; column < n; column++) {
      int pivot = pivotRow(matrix, n, column);
      pivots[column] = pivot;
      swapRows(matrix, n, column, pivot);
      double head = matrix[column * n + column];
      if (!(Math.abs(head) > 0) || !Double.isFinite(head)) {
        singular = true;
        break;
      }
      eliminate(matrix, n, column, head);
    }
    return new LuFactors(n, matrix, pivots, singular);
  }

  private static int pivotRow(double[] a, int n, int column) {
    int best = column;
    for (int i = column + 1; i < n; i++) {
      if (Math.abs(a[i * n + column]) > Math.abs(a[best * n + column])) {
        best = i;
      }
    }
    return best;
  }

  private static void swapRows(double[] a, int n, int one, int other) {
    if (one == other) {
      return;
    }
    for (int j = 0; j < n; j++) {
      double kept = a[one * n + j];
      a[one * n + j] = a[other * n + j];
      a[other * n + j] = kept;
    }
  }

  private static void eliminate(double[] a, int n, int column, double head) {
    for (int i = column + 1; i < n; i++) {
      double factor = a[i * n + column] / head;
      a[i * n + column] = factor;
      if (factor != 0) {
        for (int j = column + 1; j < n; j++) {
          a[i * n + j] -= factor * a[column * n + j];
        }
      }
    }
  }

  /** Whether a pivot was zero or not finite, so that {@link #solve} must not be used. */
  public boolean isSingular() {
    return singular;
  }

  /** The determinant; 0 where {@link #isSingular}. May under- or overflow. */
  public double determinant() {
    double product = singular ? 0 : 1;
    for (int i = 0; i < size && !singular; i++) {
      double pivot = lu[i * size + i];
      product *= pivots[i] == i ? pivot : -pivot;
    }
    return product;
  }

  /** Sign of the determinant, which may itself underflow; 0 where {@link #isSingular}. */
  public int determinantSign() {
    int sign = singular ? 0 : 1;
    for (int i = 0; i < size && !singular; i++) {
      sign *= (lu[i * size + i] < 0) == (pivots[i] == i) ? -1 : 1;
    }
    return sign;
  }

  /** Solves in place for the right-hand side given. */
  public void solve(double[] b) {
    // Rows were swapped whole, multipliers included: all swaps first, then the two sweeps.
    for (int i = 0; i < size; i++) {
      double kept = b[pivots[i]];
      b[pivots[i]] = b[i];
      b[i] = kept;
    }
    for (int i = 1; i < size; i++) {
      double sum = b[i];
      for (int j = 0; j < i; j++) {
        sum -= lu[i * size + j] * b[j];
      }
      b[i] = sum;
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = b[i];
      for (int j = i + 1; j < size; j++) {
        sum -= lu[i * size + j] * b[j];
      }
      b[i] = sum / lu[i * size + i];
    }
  }
}
