package io.github.flowcert.norm;

/**
 * The shape of a matrix.
 *
 * @param rows d, at least 1
 * @param columns d', at least 1
 */
public record Shape(int rows, int columns) {

  /** Number of singular values. */
  public int rank() {
    return Math.min(rows, columns);
  }

  /** Number of entries. */
  public int entries() {
    return rows * columns;
  }
}
