package io.github.flowcert.enclose;

import io.github.flowcert.taylor.Node;
import io.github.flowcert.taylor.TapeBuilder;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A matrix of quantities on a tape; an entry that is absent is 0. Row by row.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param entries the entries
 */
record Nodes(int rows, int columns, Optional<Node>[] entries) {

  /** What an entry is. */
  @FunctionalInterface
  interface Entries {
    Optional<Node> at(int row, int column);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no type parameters
  static Nodes of(int rows, int columns, Entries entries) {
    Optional<Node>[] flat = new Optional[rows * columns];
    for (int k = 0; k < flat.length; k++) {
      flat[k] = entries.at(k / columns, k % columns);
    }
    return new Nodes(rows, columns, flat);
  }

  Optional<Node> at(int row, int column) {
    return entries[row * columns + column];
  }

  Nodes transpose() {
    return of(columns, rows, (i, j) -> at(j, i));
  }

  Nodes times(TapeBuilder tape, Nodes other) {
    return of(
        rows,
        other.columns,
        (i, j) -> {
          Optional<Node> sum = Optional.empty();
          for (int k = 0; k < columns; k++) {
            sum = plus(tape, sum, times(tape, at(i, k), other.at(k, j)));
          }
          return sum;
        });
  }

  Nodes plus(TapeBuilder tape, Nodes other) {
    return of(rows, columns, (i, j) -> plus(tape, at(i, j), other.at(i, j)));
  }

  /** What comes of the entries that are not absent; 0 must stay 0. */
  Nodes scaled(UnaryOperator<Node> scaling) {
    return of(rows, columns, (i, j) -> at(i, j).map(scaling));
  }

  private static Optional<Node> times(TapeBuilder tape, Optional<Node> a, Optional<Node> b) {
    return a.flatMap(x -> b.map(y -> tape.times(x, y)));
  }

  private static Optional<Node> plus(TapeBuilder tape, Optional<Node> a, Optional<Node> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    return Optional.of(tape.plus(a.get(), b.get()));
  }
}
