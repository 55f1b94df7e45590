package io.github.flowcert.report;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The verdict of a case on a claim, over all norms.
 *
 * @param worst of the claims with the worst verdict, the one with the least margin
 * @param parts how many norms were judged
 */
public record Cell(ClaimView worst, int parts) {

  /** The cell of the claims with that identifier; empty if there are none. */
  static Optional<Cell> of(String id, List<ClaimResult> claims) {
    List<ClaimResult> parts = claims.stream().filter(claim -> claim.id().equals(id)).toList();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Verdict status = Verdict.worstOf(parts.stream().map(ClaimResult::status).toList());
    return parts.stream()
        .filter(claim -> claim.status() == status)
        .min(
            Comparator.comparing(
                ClaimResult::margin, Comparator.nullsLast(Comparator.naturalOrder())))
        .map(worst -> new Cell(ClaimView.named(worst), parts.size()));
  }
}
