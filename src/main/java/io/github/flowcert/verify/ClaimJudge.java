package io.github.flowcert.verify;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ClaimResult.Hypothesis;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.verify.Measurement.Least;
import io.github.flowcert.verify.Measurement.Tightest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what was measured of a claim into its verdict. The only place where verdicts are made. */
final class ClaimJudge {
  private final JudgedClaim claim;
  private final Measurement measurement;

  /**
   * A judge of one claim.
   *
   * @param measurement what was measured; may be null where a hypothesis fails
   */
  ClaimJudge(JudgedClaim claim, Measurement measurement) {
    this.claim = claim;
    this.measurement = measurement;
  }

  private record Finding(Verdict status, Least least, String reason) {}

  /** The verdict. */
  ClaimResult judge() {
    List<Hypothesis> hypotheses = claim.hypotheses();
    Optional<Hypothesis> failed = hypotheses.stream().filter(h -> !h.met()).findFirst();
    if (failed.isPresent()) {
      Hypothesis h = failed.get();
      return result(
          without(Verdict.NOT_APPLICABLE, "needs that " + h.statement() + "; " + h.value()));
    }
    return result(finding());
  }

  private Finding finding() {
    Optional<Finding> measured = measurement.least().map(this::measured);
    boolean violated = measured.filter(found -> found.status == Verdict.VIOLATED).isPresent();
    if (measurement.gap().isPresent() && !violated) {
      return without(Verdict.UNDECIDED, measurement.gap().get());
    }
    return measured.orElseGet(this::unmeasured);
  }

  private Finding unmeasured() {
    return measurement
        .doubt()
        .map(doubt -> without(Verdict.UNDECIDED, doubt))
        .orElseGet(() -> without(Verdict.NOT_APPLICABLE, measurement.nowhere()));
  }

  private Finding measured(Least least) {
    double margin = least.sides().margin();
    if (margin < -least.error()) {
      return new Finding(Verdict.VIOLATED, least, witness(least));
    }
    if (!(margin > least.error())) {
      return new Finding(Verdict.UNDECIDED, least, withinError(least));
    }
    return measurement
        .doubt()
        .map(doubt -> new Finding(Verdict.UNDECIDED, least, doubt))
        .orElseGet(() -> new Finding(Verdict.HOLDS, least, note()));
  }

  private String note() {
    List<String> notes =
        Stream.concat(Stream.ofNullable(measurement.note()), claim.caveat().stream()).toList();
    return notes.isEmpty() ? null : String.join("; ", notes);
  }

  private static String withinError(Least least) {
    return "the margin "
        + Words.number(least.sides().margin())
        + " at "
        + least.place()
        + ", is within the numerical error "
        + Words.number(least.error());
  }

  private static String witness(Least least) {
    return "at "
        + least.place()
        + ": left side "
        + Words.number(least.sides().left())
        + ", right side "
        + Words.number(least.sides().right());
  }

  private static Finding without(Verdict status, String reason) {
    return new Finding(status, null, reason);
  }

  private ClaimResult result(Finding found) {
    Optional<Least> least = Optional.ofNullable(found.least);
    Optional<Tightest> tightest = least.flatMap(each -> measurement.tightest());
    return new ClaimResult(
        claim.id(),
        claim.normName(),
        found.status,
        least.isPresent() ? "numeric" : "none",
        least.map(each -> Words.finite(each.sides().margin())).orElse(null),
        least.map(each -> Words.finite(each.error())).orElse(null),
        least.map(Least::witness).orElse(null),
        tightest.map(each -> tightness(each, found.status)).orElse(null),
        tightest.map(Tightest::witness).orElse(null),
        reason(found),
        claim.statement(),
        claim.source(),
        claim.parameters(),
        claim.hypotheses(),
        least.map(each -> measurement.left()).orElse(null),
        least.map(each -> measurement.right()).orElse(null));
  }

  private String reason(Finding found) {
    return reason(claim.hypotheses(), found.status, found.reason);
  }

  /**
   * The reason of a verdict on a claim with these hypotheses. A reader must not take a verdict
   * without some hypothesis for one on the claim as stated.
   *
   * @param reason what there is to say besides; may be null
   */
  static String reason(List<Hypothesis> hypotheses, Verdict status, String reason) {
    List<String> lacking =
        hypotheses.stream()
            .filter(h -> h.dropped() && !h.holds())
            .map(Hypothesis::statement)
            .toList();
    if (lacking.isEmpty() || status == Verdict.NOT_APPLICABLE) {
      return reason;
    }
    String without = "judged without the hypothesis that " + String.join(", and that ", lacking);
    return reason == null ? without : without + ": " + reason;
  }

  /** Where the claim was not seen to fail, what exceeds 1 is numerical error. */
  private static double tightness(Tightest found, Verdict status) {
    return status == Verdict.VIOLATED ? found.value() : Math.min(1, found.value());
  }
}
