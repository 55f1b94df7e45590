package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.taylor.Node;
import io.github.flowcert.taylor.TapeBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is observed of a matrix, in intervals: either single entries, where the gradient of the loss
 * is the residual there and 0 elsewhere, or measurements.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param targets an interval around each observed value, row by row; empty where none is observed
 * @param measured linear measurements; none where single entries are observed
 */
public record Residuals(
    int rows, int columns, List<Optional<Interval>> targets, List<Measured> measured) {

  /** Keeps the lists from changing. */
  public Residuals {
    targets = List.copyOf(targets);
    measured = List.copyOf(measured);
  }

  /** Observations of single entries. */
  public Residuals(int rows, int columns, List<Optional<Interval>> targets) {
    this(rows, columns, targets, List.of());
  }

  /** Measurements. */
  public static Residuals measured(int rows, int columns, List<Measured> measurements) {
    List<Optional<Interval>> none = Collections.nCopies(rows * columns, Optional.empty());
    return new Residuals(rows, columns, none, measurements);
  }

  /**
   * A measurement, which adds {@code c/2 (<A, W> - y)^2} to the loss.
   *
   * @param matrix the entries of A that may differ from 0, row by row; empty for the others
   * @param label y
   * @param weight c
   */
  public record Measured(List<Optional<Interval>> matrix, Interval label, double weight) {

    /** Keeps the list from changing. */
    public Measured {
      matrix = List.copyOf(matrix);
    }
  }

  /** Around the observed value, indices from 0. */
  public Optional<Interval> target(int row, int column) {
    return targets.get(row * columns + column);
  }

  /** The gradient at a product matrix on a tape. */
  Nodes on(TapeBuilder tape, Nodes product) {
    if (!measured.isEmpty()) {
      return ofMeasured(tape, product);
    }
    return Nodes.of(
        rows,
        columns,
        (i, j) -> target(i, j).flatMap(b -> product.at(i, j).map(w -> tape.plus(w, b.negate()))));
  }

  private Nodes ofMeasured(TapeBuilder tape, Nodes product) {
    List<Node> residuals = measured.stream().map(each -> residual(tape, product, each)).toList();
    return Nodes.of(rows, columns, (i, j) -> entry(tape, residuals, i * columns + j));
  }

  /** {@code c (<A, W> - y)}. */
  private Node residual(TapeBuilder tape, Nodes product, Measured each) {
    return IntStream.range(0, rows * columns)
        .boxed()
        .flatMap(
            k -> scaled(tape, product.at(k / columns, k % columns), each.matrix().get(k)).stream())
        .reduce(tape::plus)
        .map(sum -> tape.times(tape.plus(sum, each.label().negate()), Interval.of(each.weight())))
        .orElseThrow(() -> new IllegalArgumentException("nothing of the matrix is measured"));
  }

  /** Entry k of the gradient. */
  private Optional<Node> entry(TapeBuilder tape, List<Node> residuals, int k) {
    return IntStream.range(0, measured.size())
        .boxed()
        .flatMap(
            i ->
                scaled(tape, Optional.of(residuals.get(i)), measured.get(i).matrix().get(k))
                    .stream())
        .reduce(tape::plus);
  }

  private static Optional<Node> scaled(
      TapeBuilder tape, Optional<Node> node, Optional<Interval> factor) {
    return node.flatMap(each -> factor.map(by -> tape.times(each, by)));
  }
}
