package io.github.flowcert.report;

import io.github.flowcert.result.CompareDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The comparisons of the first page.
 *
 * @param documents all of them
 * @param figures those that several cases share
 */
public record Comparisons(List<CompareDocument> documents, List<DrawnFigure> figures) {

  static Comparisons of(List<CompareDocument> documents) {
    Map<String, List<CompareDocument>> shared =
        documents.stream()
            .filter(document -> document.figure() != null && !document.figure().isEmpty())
            .collect(
                Collectors.groupingBy(CompareDocument::figure, TreeMap::new, Collectors.toList()));
    List<DrawnFigure> figures =
        shared.entrySet().stream()
            .map(each -> DescentFigure.of(each.getKey(), each.getValue()))
            .filter(figure -> !figure.plot().isEmpty())
            .map(Figure::draw)
            .toList();
    return new Comparisons(documents, figures);
  }
}
