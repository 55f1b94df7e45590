package io.github.flowcert.report;

import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the page of a case shows.
 *
 * @param document the document it is built from
 * @param figures the figures of the trajectory
 * @param claims the claims, in the document's order
 * @param formats in what formats the figures stand beside the page
 */
public record CasePage(
    ResultDocument document,
    List<DrawnFigure> figures,
    List<ClaimView> claims,
    List<String> formats) {

  private static final Set<Verdict> SETTLED =
      EnumSet.of(Verdict.HOLDS, Verdict.ENCLOSED, Verdict.PROVED, Verdict.NOT_APPLICABLE);

  /** Builds the page beside those proofs; its figures are drawn on all processors. */
  static CasePage of(ResultDocument document, List<ProofDocument> proofs) {
    return new CasePage(
        document,
        drawn(Stream.concat(principal(document), further(document))),
        document.claims().parallelStream()
            .map(claim -> ClaimView.of(document, claim, proofs))
            .toList(),
        FigureFiles.formats());
  }

  /**
   * The same where there are so many cases that only the principal figures are drawn, and claims in
   * need of attention.
   */
  static CasePage ofMany(ResultDocument document, List<ProofDocument> proofs) {
    return new CasePage(
        document,
        drawn(principal(document)),
        document.claims().stream()
            .map(
                claim ->
                    SETTLED.contains(claim.status())
                        ? ClaimView.undrawn(claim, proofs)
                        : ClaimView.of(document, claim, proofs))
            .toList(),
        List.of(FigureFiles.SVG));
  }

  /** Whether a claim that could be drawn is not. */
  public boolean leavesOutFigures() {
    return claims.stream()
        .anyMatch(claim -> claim.figure().isEmpty() && claim.result().left() != null);
  }

  private static Stream<Figure> principal(ResultDocument document) {
    return Stream.of(
        ParameterFigures.parameters(document),
        ParameterFigures.distances(document),
        UnobservedEntries.of(document),
        SpectrumFigures.singularValues(document),
        SpectrumFigures.determinant(document),
        SpectrumFigures.effectiveRank(document));
  }

  private static Stream<Figure> further(ResultDocument document) {
    return Stream.of(
            ClaimCurves.norms(document),
            List.of(ClaimCurves.balancedness(document)),
            ClaimCurves.margins(document))
        .flatMap(List::stream);
  }

  private static List<DrawnFigure> drawn(Stream<Figure> figures) {
    return figures.filter(figure -> !figure.plot().isEmpty()).parallel().map(Figure::draw).toList();
  }
}
