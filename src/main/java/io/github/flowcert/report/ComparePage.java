package io.github.flowcert.report;

import io.github.flowcert.result.CompareDocument;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the page of a comparison shows.
 *
 * @param document the document it is built from
 * @param curves the curves of the unobserved entry
 * @param orders the differences against the learning rate, where they were measured
 */
public record ComparePage(
    CompareDocument document, List<DrawnFigure> curves, List<DrawnFigure> orders) {
  static final String FILE = "compare.html";

  static ComparePage of(CompareDocument document) {
    return new ComparePage(
        document,
        drawn(DescentFigure.of("descent-and-flow", List.of(document))),
        drawn(OrderFigure.of(document.order())));
  }

  /** All figures. */
  List<DrawnFigure> figures() {
    return Stream.concat(curves.stream(), orders.stream()).toList();
  }

  private static List<DrawnFigure> drawn(Figure figure) {
    return figure.plot().isEmpty() ? List.of() : List.of(figure.draw());
  }
}
