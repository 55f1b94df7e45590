package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Initial;
import io.github.flowcert.falsify.Confirmation.Judged;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.Falsification.Finding;
import io.github.flowcert.result.Falsification.Start;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.verify.ClaimName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a search found, in words that claim no more than it shows.
 *
 * @param starts how many starts were tried
 */
record Findings(int starts) {

  /**
   * The finding for a claim.
   *
   * @param worst the worst start that was judged; empty where none was
   * @param applied at how many of the starts the claim said something
   */
  Finding of(ClaimName claim, Optional<Judged> worst, long applied) {
    if (worst.isEmpty()) {
      String sentence =
          "nothing shown: along none of the trajectories from " + starts + " starts was it claimed";
      return new Finding(
          claim.id(),
          claim.norm(),
          Verdict.NOT_APPLICABLE,
          null,
          null,
          null,
          null,
          null,
          null,
          sentence);
    }
    Tried tried = worst.get().tried();
    ClaimResult result = worst.get().result();
    double relative = tried.margins().get(claim);
    return new Finding(
        claim.id(),
        claim.norm(),
        result.status(),
        result.margin(),
        result.marginError(),
        relative,
        result.worst(),
        tried.number(),
        start(tried.start()),
        sentence(tried, result, relative, applied));
  }

  private String sentence(Tried tried, ClaimResult result, double relative, long applied) {
    String reason = result.reason() == null ? "" : ": " + result.reason();
    if (result.status() == Verdict.VIOLATED) {
      return "violated at start " + tried.number() + " of " + starts + reason;
    }
    String among =
        applied == starts
            ? starts + " starts"
            : "the " + applied + " of " + starts + " starts at which it was claimed";
    String none =
        "no violation among "
            + among
            + (relative < 0 ? " that a full verification confirms" : ", which is no proof");
    return result.status() == Verdict.HOLDS
        ? none
        : none + "; the worst of them is " + result.status().word() + reason;
  }

  /** The worst of several: a violation before all else, then by the relative margin. */
  static Tried worst(List<Judged> judged) {
    return judged.stream()
        .min(
            Comparator.<Judged, Boolean>comparing(
                    each -> each.result().status() != Verdict.VIOLATED)
                .thenComparingDouble(
                    each -> each.tried().margins().get(ClaimName.of(each.result()))))
        .orElseThrow()
        .tried();
  }

  private static Start start(Initial initial) {
    if (initial instanceof Initial.Product product) {
      return new Start(product.matrix(), null);
    }
    return new Start(null, ((Initial.Factors) initial).matrices());
  }
}
