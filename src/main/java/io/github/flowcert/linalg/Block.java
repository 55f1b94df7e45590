package io.github.flowcert.linalg;

import java.util.Arrays;

/**
 * A matrix inside a flat array, and the product of two such, fast for sizes of some hundreds.
 *
 * <p>The array is not copied: whoever writes to it changes the matrix.
 *
 * @param data the array
 * @param from index of the entry (1,1)
 * @param rows number of rows
 * @param columns number of columns
 * @param down distance of an entry to the one below it
 * @param across distance of an entry to the one at its right
 */
public record Block(double[] data, int from, int rows, int columns, int down, int across) {
  /** Rows of the right factor that are used together stay in the second-level cache. */
  private static final int CACHED = 48_000;

  /** The matrix stored row by row in an array, from an index on. */
  public static Block of(double[] data, int from, int rows, int columns) {
    return new Block(data, from, rows, columns, columns, 1);
  }

  /** A new matrix of zeros. */
  public static Block zeros(int rows, int columns) {
    return of(new double[rows * columns], 0, rows, columns);
  }

  /** The transposed matrix, in the same array. */
  public Block transposed() {
    return new Block(data, from, columns, rows, across, down);
  }

  /** The entry of a row and a column that count from 0. */
  public double entry(int i, int j) {
    return data[from + i * down + j * across];
  }

  /** Takes over all entries of a matrix of the same size. */
  public void set(Block other) {
    for (int i = 0; i < rows; i++) {
      int at = from + i * down;
      int source = other.from + i * other.down;
      for (int j = 0; j < columns; j++) {
        data[at + j * across] = other.data[source + j * other.across];
      }
    }
  }

  /** Makes every entry 0; the rows of this matrix must lie together. */
  public void clear() {
    for (int i = 0; i < rows; i++) {
      Arrays.fill(data, from + i * down, from + i * down + columns, 0);
    }
  }

  /**
   * Becomes {@code left right}; the rows of this matrix and of the right one must lie together, and
   * this one must share nothing with the others.
   *
   * <p>Two rows are made at a time, in arrays of their own: only then does the compiler see that
   * nothing overlaps, and makes vector instructions of the innermost loop.
   */
  public void setProduct(Block left, Block right) {
    clear();
    double[] one = new double[columns];
    double[] two = new double[columns];
    int cached = Math.max(4, CACHED / columns / 4 * 4);
    for (int r = 0; r < left.columns; r += cached) {
      int end = Math.min(left.columns, r + cached);
      for (int i = 0; i < rows; i += 2) {
        int at = from + i * down;
        int next = i + 1 < rows ? at + down : at;
        System.arraycopy(data, at, one, 0, columns);
        System.arraycopy(data, next, two, 0, columns);
        addRows(left, Math.min(i + 1, rows - 1) - i, i, right, r, end, one, two);
        System.arraycopy(two, 0, data, next, columns);
        System.arraycopy(one, 0, data, at, columns);
      }
    }
  }

  /** Adds to two rows what the columns {@code begin .. end - 1} of the left factor contribute. */
  private static void addRows(
      Block left, int apart, int i, Block right, int begin, int end, double[] one, double[] two) {
    double[] a = left.data;
    int step = left.across;
    int below = apart * left.down;
    int r = begin;
    for (; r + 3 < end; r += 4) {
      int p = left.from + i * left.down + r * step;
      double[] f = {
        a[p], a[p + step], a[p + 2 * step], a[p + 3 * step],
      };
      double[] g = {
        a[p + below], a[p + below + step], a[p + below + 2 * step], a[p + below + 3 * step],
      };
      addFour(f, g, right.data, right.from + r * right.down, right.down, one, two);
    }
    for (; r < end; r++) {
      int p = left.from + i * left.down + r * step;
      int q = right.from + r * right.down;
      addOne(a[p], right.data, q, one);
      addOne(a[p + below], right.data, q, two);
    }
  }

  private static void addFour(
      double[] f, double[] g, double[] b, int from, int down, double[] one, double[] two) {
    double f0 = f[0];
    double f1 = f[1];
    double f2 = f[2];
    double f3 = f[3];
    double g0 = g[0];
    double g1 = g[1];
    double g2 = g[2];
    double g3 = g[3];
    int second = from + down;
    int third = second + down;
    int fourth = third + down;
    for (int j = 0; j < one.length; j++) {
      double b0 = b[from + j];
      double b1 = b[second + j];
      double b2 = b[third + j];
      double b3 = b[fourth + j];
      one[j] += f0 * b0 + f1 * b1 + f2 * b2 + f3 * b3;
      two[j] += g0 * b0 + g1 * b1 + g2 * b2 + g3 * b3;
    }
  }

  private static void addOne(double factor, double[] b, int from, double[] row) {
    for (int j = 0; j < row.length; j++) {
      row[j] += factor * b[from + j];
    }
  }
}
