package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.verify.MarginSearch.Worst;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was measured of a claim along a trajectory, with its errors by a second run. */
final class TrajectoryMeasurement implements Measurement {
  private final JudgedClaim claim;
  private final MarginTracker tracker;
  private final Evidence evidence;
  private final Perturbation perturbation;

  TrajectoryMeasurement(
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

  @Override
  public Optional<Least> least() {
    return tracker
        .worst()
        .map(
            worst ->
                new Least(
                    worst.sides(),
                    error(worst) + worst.resolution(),
                    place(worst.state()),
                    witness(worst)));
  }

  @Override
  public Optional<Tightest> tightest() {
    return tracker.tightest().map(found -> new Tightest(found.sides().tightness(), witness(found)));
  }

  private static String place(FlowState state) {
    return "t = " + Words.number(state.time()) + ", loss " + Words.number(state.loss());
  }

  private static ClaimResult.Witness witness(Worst<FlowState> worst) {
    return new ClaimResult.Witness(
        worst.state().time(),
        worst.state().loss(),
        Words.finite(worst.sides().left()),
        Words.finite(worst.sides().right()));
  }

  @Override
  public Optional<String> gap() {
    return tracker.unevaluable().map(state -> "has no value at t = " + Words.number(state.time()));
  }

  @Override
  public Optional<String> doubt() {
    return Optional.ofNullable(evidence.trust.reason())
        .map(
            reason ->
                "trusted only up to t = "
                    + Words.number(evidence.trust.until().time())
                    + " (loss "
                    + Words.number(evidence.trust.until().loss())
                    + "): "
                    + reason);
  }

  @Override
  public String nowhere() {
    return "its condition held at no point of the trajectory that was looked at";
  }

  @Override
  public String note() {
    return evidence.note;
  }

  /** Difference to the second run at the same time, and rounding. */
  private double error(Worst<FlowState> worst) {
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

  /** What rounding may do to both sides: to the results, and to the numbers they are made of. */
  private double rounding(Worst<FlowState> worst) {
    double rounding = worst.sides().rounding() + inside(worst);
    if (worst.previous() == null || !claim.usesSlope()) {
      return rounding;
    }
    return rounding + perturbation.ofSlope(worst.previous(), worst.state());
  }

  private double inside(Worst<FlowState> worst) {
    return worst
        .sides()
        .furthestOf(
            claim.usesSlope() ? List.<FlowState>of() : perturbation.of(worst.state()),
            moved -> claim.sides(moved, worst.previous()));
  }

  @Override
  public List<Double> left() {
    return series(true);
  }

  @Override
  public List<Double> right() {
    return series(false);
  }

  private List<Double> series(boolean left) {
    List<Double> values = new ArrayList<>();
    FlowState previous = null;
    for (Optional<FlowState> point : evidence.curve) {
      FlowState before = previous;
      Optional<Sides> sides = point.flatMap(state -> claim.at(state, before));
      values.add(sides.map(s -> Words.finite(left ? s.left() : s.right())).orElse(null));
      previous = point.orElse(before);
    }
    return values;
  }
}
