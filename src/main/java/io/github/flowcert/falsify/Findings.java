package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Initial;
import io.github.flowcert.falsify.Confirmation.Applied;
import io.github.flowcert.falsify.Confirmation.Judged;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.Falsification.Finding;
import io.github.flowcert.result.Falsification.Start;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.verify.ClaimName;
import io.github.flowcert.verify.SearchSubject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * @param applied where the claim said something
   */
  Finding of(ClaimName claim, Optional<Judged> worst, Applied applied) {
    if (worst.isEmpty()) {
      return unjudged(
          claim,
          "nothing shown: along none of the trajectories from "
              + starts
              + " starts was it claimed");
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
        Math.max(-1, Math.min(1, relative)),
        result.worst(),
        tried.number(),
        start(tried.start()),
        sentence(tried, result, relative, applied));
  }

  /** The finding for a claim that the search leaves out. */
  static Finding leftOut(SearchSubject subject) {
    return unjudged(subject.name(), "left out of the search: " + subject.leftOut());
  }

  private static Finding unjudged(ClaimName claim, String sentence) {
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

  private String sentence(Tried tried, ClaimResult result, double relative, Applied applied) {
    String reason = result.reason() == null ? "" : ": " + result.reason();
    if (result.status() == Verdict.VIOLATED) {
      String at =
          tried.isOwn() ? "the case's own start" : "start " + tried.number() + " of " + starts;
      return "violated at " + at + reason;
    }
    String none =
        "no violation among "
            + among(applied)
            + (relative < 0 ? " that a full verification confirms" : ", which is no proof");
    return result.status() == Verdict.HOLDS
        ? none
        : none + "; the worst of them is " + result.status().word() + reason;
  }

  private String among(Applied applied) {
    String tried =
        applied.starts() == starts
            ? starts + " starts"
            : "the " + applied.starts() + " of " + starts + " starts at which it was claimed";
    return applied.own() ? tried + " and the case's own" : tried;
  }

  /**
   * The verdict of several that a worst case is to show: a violation before all else, of a claim
   * that is no mere step to others if there is one, then by the margin.
   *
   * @param auxiliary the claims that are such steps
   */
  static Judged foremost(List<Judged> judged, Set<ClaimName> auxiliary) {
    return judged.stream()
        .min(
            Comparator.<Judged, Boolean>comparing(
                    each -> each.result().status() != Verdict.VIOLATED)
                .thenComparing(each -> auxiliary.contains(ClaimName.of(each.result())))
                .thenComparingDouble(
                    each -> each.tried().margins().get(ClaimName.of(each.result()))))
        .orElseThrow();
  }

  private static Start start(Initial initial) {
    if (initial instanceof Initial.Product product) {
      return new Start(product.matrix(), null);
    }
    return initial instanceof Initial.Factors factors ? new Start(null, factors.matrices()) : null;
  }
}
