package io.github.flowcert.report;

import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ResultDocument;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the page of a case shows.
 *
 * @param document the document it is built from
 * @param figures the figures of the trajectory
 * @param claims the claims, in the document's order
 */
public record CasePage(ResultDocument document, List<DrawnFigure> figures, List<ClaimView> claims) {

  /** Builds the page beside those proofs; its figures are drawn on all processors. */
  static CasePage of(ResultDocument document, List<ProofDocument> proofs) {
    return new CasePage(
        document,
        trajectory(document),
        document.claims().parallelStream()
            .map(claim -> ClaimView.of(document, claim, proofs))
            .toList());
  }

  private static List<DrawnFigure> trajectory(ResultDocument document) {
    return Stream.of(
            UnobservedEntries.of(document),
            SpectrumFigures.singularValues(document),
            SpectrumFigures.determinant(document),
            SpectrumFigures.effectiveRank(document))
        .filter(figure -> !figure.plot().isEmpty())
        .parallel()
        .map(Figure::draw)
        .toList();
  }
}
