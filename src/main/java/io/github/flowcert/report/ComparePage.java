package io.github.flowcert.report;

import io.github.flowcert.result.CompareDocument;
import java.util.List;

/**
 * What the page of a comparison shows.
 *
 * @param document the document it is built from
 * @param figures the curves of the unobserved entry
 */
public record ComparePage(CompareDocument document, List<DrawnFigure> figures) {
  static final String FILE = "compare.html";

  static ComparePage of(CompareDocument document) {
    Figure figure = DescentFigure.of("descent-and-flow", List.of(document));
    return new ComparePage(document, figure.plot().isEmpty() ? List.of() : List.of(figure.draw()));
  }
}
