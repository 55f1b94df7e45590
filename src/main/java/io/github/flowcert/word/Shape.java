package io.github.flowcert.word;

/**
 * Names of the numbers of rows and columns; two names may stand for the same number, but are not
 * taken to.
 */
public record Shape(String rows, String columns) {

  Shape transpose() {
    return new Shape(columns, rows);
  }

  boolean isSquare() {
    return rows.equals(columns);
  }

  @Override
  public String toString() {
    return rows + "-by-" + columns;
  }
}
