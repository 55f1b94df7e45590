package io.github.flowcert.enclose;

import io.github.flowcert.reading.Slope;
import java.util.ArrayList;
import java.util.List;

/**
 * A matrix of quantities all over a box. Immutable.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param entries row by row
 */
record SlopeMatrix(int rows, int columns, List<Slope> entries) {

  SlopeMatrix {
    entries = List.copyOf(entries);
  }

  /** What an entry is. */
  @FunctionalInterface
  interface Entries {
    Slope at(int row, int column);
  }

  static SlopeMatrix of(int rows, int columns, Entries entries) {
    List<Slope> flat = new ArrayList<>();
    for (int k = 0; k < rows * columns; k++) {
      flat.add(entries.at(k / columns, k % columns));
    }
    return new SlopeMatrix(rows, columns, flat);
  }

  Slope at(int row, int column) {
    return entries.get(row * columns + column);
  }

  SlopeMatrix transpose() {
    return of(columns, rows, (i, j) -> at(j, i));
  }

  SlopeMatrix times(SlopeMatrix other) {
    return of(
        rows,
        other.columns,
        (i, j) -> {
          Slope sum = at(i, 0).times(other.at(0, j));
          for (int k = 1; k < columns; k++) {
            sum = sum.plus(at(i, k).times(other.at(k, j)));
          }
          return sum;
        });
  }

  SlopeMatrix minus(SlopeMatrix other) {
    return of(rows, columns, (i, j) -> at(i, j).minus(other.at(i, j)));
  }

  Slope squaredNorm() {
    return entries.stream().map(Slope::square).reduce(Slope::plus).orElseThrow();
  }

  /** The determinant of a 2-by-2 matrix. */
  Slope determinant() {
    return at(0, 0).times(at(1, 1)).minus(at(0, 1).times(at(1, 0)));
  }
}
