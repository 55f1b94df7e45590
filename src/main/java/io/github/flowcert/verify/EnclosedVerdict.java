package io.github.flowcert.verify;

import io.github.flowcert.claim.Hypothesis;
import io.github.flowcert.enclose.Horizon;
import io.github.flowcert.enclose.Tube;
import io.github.flowcert.enclose.TubeFinding;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ClaimResult.Bounds;
import io.github.flowcert.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts what a tube showed beside a verdict of floating-point integration. */
final class EnclosedVerdict {
  private final Tube.Outcome outcome;
  private final double radius;

  EnclosedVerdict(Tube.Outcome outcome, double radius) {
    this.outcome = outcome;
    this.radius = radius;
  }

  /**
   * The verdict on a claim that could not be enclosed. A violation that was seen remains one; that
   * a claim was seen to hold is not what was asked for.
   */
  static ClaimResult open(ClaimResult numeric, String reason) {
    return open(numeric, reason, null);
  }

  private static ClaimResult open(
      ClaimResult numeric, String reason, ClaimResult.Enclosure enclosure) {
    boolean keeps = numeric.status() == Verdict.VIOLATED;
    return keeps
        ? numeric.judged(
            Verdict.VIOLATED, numeric.evidence(), numeric.reason() + "; " + reason, enclosure)
        : judged(numeric, Verdict.UNDECIDED, numeric.evidence(), reason, enclosure);
  }

  private static ClaimResult judged(
      ClaimResult numeric,
      Verdict verdict,
      String evidence,
      String reason,
      ClaimResult.Enclosure enclosure) {
    String why = ClaimJudge.reason(numeric.hypotheses(), verdict, reason);
    return numeric.judged(verdict, evidence, why, enclosure);
  }

  /** The verdict on a claim with a hypothesis that some starts of the box need not meet. */
  static ClaimResult notInBox(ClaimResult numeric, Hypothesis unmet) {
    String found = "not for every start in the box";
    List<ClaimResult.Hypothesis> hypotheses = new ArrayList<>();
    for (ClaimResult.Hypothesis each : numeric.hypotheses()) {
      hypotheses.add(
          each.id().equals(unmet.id())
              ? new ClaimResult.Hypothesis(each.id(), each.statement(), false, found)
              : each);
    }
    return numeric.notApplicable("needs that " + unmet.statement() + "; " + found, hypotheses);
  }

  /** The verdict on a claim of which something was found along the tube. */
  ClaimResult of(ClaimResult numeric, TubeFinding found) {
    ClaimResult.Enclosure enclosure = enclosure(numeric, found);
    return switch (found.kind()) {
      case ENCLOSED -> enclosed(numeric, found.margin(), enclosure);
      case REFUTED ->
          judged(numeric, Verdict.REFUTED, "interval", "fails" + span(found), enclosure);
      case UNDECIDED -> open(numeric, undecided(found), enclosure);
      case SILENT ->
          numeric.judged(
              Verdict.NOT_APPLICABLE,
              "interval",
              "its condition holds nowhere" + everywhere(),
              enclosure);
    };
  }

  /** Both cannot be right where the floating-point run saw a violation. */
  private ClaimResult enclosed(
      ClaimResult numeric, Interval least, ClaimResult.Enclosure enclosure) {
    if (numeric.status() == Verdict.VIOLATED) {
      return numeric.judged(
          Verdict.UNDECIDED,
          numeric.evidence(),
          "enclosed"
              + everywhere()
              + ", but violated in floating-point integration, "
              + numeric.reason()
              + ": one of them is wrong",
          enclosure);
    }
    String caveat =
        numeric.reason() != null && numeric.reason().contains("not proved")
            ? "; " + numeric.reason()
            : "";
    return judged(
        numeric,
        Verdict.ENCLOSED,
        "interval",
        "holds" + everywhere() + ": the least margin is in " + interval(least) + caveat,
        enclosure);
  }

  private String everywhere() {
    return " for all t in [0, " + Words.number(outcome.until()) + "]" + starts();
  }

  private String starts() {
    return radius > 0 ? ", for every start in the box of radius " + Words.number(radius) : "";
  }

  private String span(TubeFinding found) {
    String where =
        radius > 0 ? " for every trajectory from a part of the box, all t in [" : " for all t in [";
    return where
        + time(found.from())
        + ", "
        + time(found.to())
        + "]: the margin is in "
        + interval(found.margin());
  }

  private static String time(double value) {
    return String.format(Locale.ROOT, "%.9g", value);
  }

  private static String interval(Interval values) {
    return "[" + Words.number(values.lower()) + ", " + Words.number(values.upper()) + "]";
  }

  /** Of a box in parts, those after the first one left open were not looked at. */
  private String undecided(TubeFinding found) {
    String known =
        outcome.parts() == 1 ? "enclosed up to t = " + time(found.from()) + "; " : "not enclosed: ";
    if (found.from() < found.to()) {
      return known + unclear(found) + "; " + help();
    }
    if (outcome.stuck()) {
      return known + "there the enclosure of the trajectories has grown too wide; " + help();
    }
    return known
        + (outcome.until() >= Horizon.LATEST
            ? "beyond t = 2^20 no trajectory is followed; expected an earlier flow.until.time"
            : outcome.steps()
                + " steps are what flow.until.steps allows; expected more of them, or an earlier"
                + " flow.until.time");
  }

  private static String unclear(TubeFinding found) {
    String span = "from t = " + time(found.from()) + " to t = " + time(found.to());
    return found.margin().equals(Interval.ENTIRE)
        ? span + " it is not known whether it has a margin"
        : span + " its margin is only known to lie in " + interval(found.margin());
  }

  private String help() {
    return radius > 0
        ? "a smaller initial.radius or an earlier flow.until.time may help"
        : "an earlier flow.until.time may help";
  }

  private ClaimResult.Enclosure enclosure(ClaimResult numeric, TubeFinding found) {
    boolean known = !found.margin().equals(Interval.ENTIRE);
    Bounds margin = bounds(found.margin());
    return new ClaimResult.Enclosure(
        outcome.until(),
        known ? margin : null,
        known ? new Bounds(found.from(), found.to()) : null,
        outcome.coordinates(),
        outcome.steps(),
        outcome.parts(),
        numeric.status());
  }

  private static Bounds bounds(Interval values) {
    return new Bounds(Words.finite(values.lower()), Words.finite(values.upper()));
  }
}
