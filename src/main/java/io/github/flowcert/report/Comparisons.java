package io.github.flowcert.report;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.CompareDocument.Run;
import io.github.flowcert.result.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The comparisons of the first page.
 *
 * @param documents all of them
 * @param figures those that several cases share
 */
public record Comparisons(List<CompareDocument> documents, List<DrawnFigure> figures) {

  private static final Set<Verdict> SETTLED =
      EnumSet.of(Verdict.HOLDS, Verdict.ENCLOSED, Verdict.PROVED, Verdict.NOT_APPLICABLE);

  /** The worst verdict on a claim along a descent; {@code not-applicable} without claims. */
  public static Verdict verdict(Run run) {
    List<Verdict> all = run.claims().stream().map(ClaimResult::status).toList();
    return all.isEmpty() ? Verdict.NOT_APPLICABLE : Verdict.worstOf(all);
  }

  /** The claims that have that verdict, where it is one that asks for attention. */
  public static List<String> concerns(Run run) {
    return SETTLED.contains(verdict(run))
        ? List.of()
        : run.claims().stream()
            .filter(claim -> claim.status() == verdict(run))
            .map(ClaimView::title)
            .toList();
  }

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
