package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What is observed of a matrix, in intervals: the gradient of the loss is the residual there, and 0
 * elsewhere.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param targets an interval around each observed value, row by row; empty where none is observed
 */
public record Residuals(int rows, int columns, List<Optional<Interval>> targets) {

  /** Keeps the list from changing. */
  public Residuals {
    targets = List.copyOf(targets);
  }

  /** Around the observed value, indices from 0. */
  public Optional<Interval> target(int row, int column) {
    return targets.get(row * columns + column);
  }

  /** The gradient at a product matrix on a tape. */
  Nodes on(io.github.flowcert.taylor.TapeBuilder tape, Nodes product) {
    return Nodes.of(
        rows,
        columns,
        (i, j) -> target(i, j).flatMap(b -> product.at(i, j).map(w -> tape.plus(w, b.negate()))));
  }
}
