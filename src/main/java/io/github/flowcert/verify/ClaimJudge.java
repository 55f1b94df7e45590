package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ClaimResult.Hypothesis;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.verify.MarginTracker.Worst;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what was measured of a claim into its verdict. The only place where verdicts are made. */
final class ClaimJudge {
  private static final double ULP = 0x1p-52;

  private final JudgedClaim claim;
  private final MarginTracker tracker;
  private final Evidence evidence;
  private final Perturbation perturbation;

  ClaimJudge(
      JudgedClaim claim, MarginTracker tracker, Evidence evidence, Perturbation perturbation) {
    this.claim = claim;
    this.tracker = tracker;
    this.evidence = evidence;
    this.perturbation = perturbation;
  }

  /**
   * The runs on which a verdict rests.
   *
   * @param curve the run along which the margin was searched, at the points of the flow's curve;
   *     empty where it did not get there
   * @param trust its trust horizon
   * @param second states of the second run, in order of time
   * @param note what a reader must know of the run; null for nothing
   */
  record Evidence(
      List<Optional<FlowState>> curve, Trust trust, List<FlowState> second, String note) {}

  private record Finding(Verdict status, Double margin, Double error, Worst worst, String reason) {}

  /** The verdict. */
  ClaimResult judge() {
    List<Hypothesis> hypotheses = claim.hypotheses();
    Optional<Hypothesis> failed = hypotheses.stream().filter(h -> !h.holds()).findFirst();
    if (failed.isPresent()) {
      Hypothesis h = failed.get();
      return result(
          without(Verdict.NOT_APPLICABLE, "needs that " + h.statement() + "; " + h.value()));
    }
    return result(finding());
  }

  private Finding finding() {
    Optional<Finding> measured = tracker.worst().map(this::measured);
    boolean violated = measured.filter(found -> found.status == Verdict.VIOLATED).isPresent();
    if (tracker.unevaluable().isPresent() && !violated) {
      FlowState state = tracker.unevaluable().get();
      return without(Verdict.UNDECIDED, "has no value at t = " + number(state.time()));
    }
    return measured.orElseGet(this::unmeasured);
  }

  private Finding unmeasured() {
    return evidence.trust.reason() == null
        ? without(
            Verdict.NOT_APPLICABLE,
            "its condition held at no point of the trajectory that was looked at")
        : without(Verdict.UNDECIDED, lostTrust());
  }

  private Finding measured(Worst worst) {
    double margin = worst.sides().margin();
    double error = error(worst) + worst.resolution();
    if (margin < -error) {
      return new Finding(Verdict.VIOLATED, margin, error, worst, witness(worst));
    }
    if (!(margin > error)) {
      return new Finding(Verdict.UNDECIDED, margin, error, worst, withinError(worst, error));
    }
    if (evidence.trust.reason() != null) {
      return new Finding(Verdict.UNDECIDED, margin, error, worst, lostTrust());
    }
    return new Finding(Verdict.HOLDS, margin, error, worst, note());
  }

  private String note() {
    List<String> notes =
        Stream.concat(Stream.ofNullable(evidence.note), claim.caveat().stream()).toList();
    return notes.isEmpty() ? null : String.join("; ", notes);
  }

  private String lostTrust() {
    return "trusted only up to t = "
        + number(evidence.trust.until().time())
        + " (loss "
        + number(evidence.trust.until().loss())
        + "): "
        + evidence.trust.reason();
  }

  private static String withinError(Worst worst, double error) {
    return "the margin "
        + number(worst.sides().margin())
        + " at t = "
        + number(worst.state().time())
        + ", loss "
        + number(worst.state().loss())
        + ", is within the numerical error "
        + number(error);
  }

  private static String witness(Worst worst) {
    return "at t = "
        + number(worst.state().time())
        + ", loss "
        + number(worst.state().loss())
        + ": left side "
        + number(worst.sides().left())
        + ", right side "
        + number(worst.sides().right());
  }

  /** What rounding may do to both sides: to the results, and to the numbers they are made of. */
  private double rounding(Worst worst) {
    double sides = Math.abs(worst.sides().left()) + Math.abs(worst.sides().right());
    double rounding = 16 * ULP * sides + inside(worst);
    if (worst.previous() == null || !claim.usesSlope()) {
      return rounding;
    }
    double span = worst.state().time() - worst.previous().time();
    return rounding + 2 * perturbation.ofLoss(worst.previous().loss()) / span;
  }

  /**
   * How far the margin moves with roundings of the point: what cancels inside a side shows here.
   */
  private double inside(Worst worst) {
    double most = 0;
    for (FlowState moved :
        claim.usesSlope() ? List.<FlowState>of() : perturbation.of(worst.state())) {
      double change =
          claim
              .sides(moved, worst.previous())
              .map(sides -> Math.abs(sides.margin() - worst.sides().margin()))
              .orElse(0.0);
      most = Double.isNaN(change) ? most : Math.max(most, change);
    }
    return most;
  }

  /** Difference to the second run at the same time, and rounding. */
  private double error(Worst worst) {
    double rounding = rounding(worst);
    Optional<FlowState> there = Differences.at(evidence.second, worst.state().time());
    FlowState before =
        worst.previous() == null
            ? null
            : Differences.at(evidence.second, worst.previous().time()).orElse(null);
    return there
        .flatMap(state -> claim.sides(state, before))
        .map(other -> rounding + Math.abs(other.margin() - worst.sides().margin()))
        .filter(error -> !error.isNaN())
        .orElse(rounding);
  }

  private static Finding without(Verdict status, String reason) {
    return new Finding(status, null, null, null, reason);
  }

  private ClaimResult result(Finding found) {
    boolean measured = found.worst != null;
    return new ClaimResult(
        claim.id(),
        claim.normName(),
        found.status,
        measured ? "numeric" : "none",
        finite(found.margin),
        finite(found.error),
        measured ? witnessOf(found.worst) : null,
        found.reason,
        claim.statement(),
        claim.source(),
        claim.parameters(),
        claim.hypotheses(),
        measured ? series(true) : null,
        measured ? series(false) : null);
  }

  private static ClaimResult.Witness witnessOf(Worst worst) {
    return new ClaimResult.Witness(
        worst.state().time(),
        worst.state().loss(),
        finite(worst.sides().left()),
        finite(worst.sides().right()));
  }

  private List<Double> series(boolean left) {
    List<Double> values = new ArrayList<>();
    FlowState previous = null;
    for (Optional<FlowState> point : evidence.curve) {
      FlowState before = previous;
      Optional<Sides> sides = point.flatMap(state -> claim.at(state, before));
      values.add(sides.map(s -> finite(left ? s.left() : s.right())).orElse(null));
      previous = point.orElse(before);
    }
    return values;
  }

  private static Double finite(Double value) {
    return Objects.requireNonNullElse(value, Double.NaN).isNaN() || value.isInfinite()
        ? null
        : value;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
