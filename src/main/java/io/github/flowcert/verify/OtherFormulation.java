package io.github.flowcert.verify;

import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.result.ResultDocument.CrossCheck;
import io.github.flowcert.simulate.DenseStep;
import io.github.flowcert.simulate.Trajectory;
import io.github.flowcert.verify.TrajectoryMeasurement.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The same flow in the factors formulation, beside a run whose coordinates lie on the balanced set.
 * It is followed as far as the factors can represent the smallest singular value; beyond, they
 * leave this trajectory for another.
 */
final class OtherFormulation {
  private static final int STEPS_TO_JUDGE = 4000;

  /**
   * Where no claim is about the factors, they are a check, and need not go on to where they crawl.
   */
  private static final int STEPS_TO_COMPARE = 200;

  private final FlowState initial;
  private final List<FlowState> run;
  private final List<MarginTracker> trackers;
  private final double leastLogRatio;
  private final int rank;
  private final Trajectory factors;
  private FlowState reached;
  private boolean lost;

  /**
   * Integrates the factors.
   *
   * @param initial the state at the start, its factors included
   * @param run states of the other run to compare with, in order; the last one later than t = 0
   * @param trackers margins to be searched along the way
   */
  OtherFormulation(
      Runs runs,
      StartingPoint start,
      double relative,
      FlowState initial,
      List<FlowState> run,
      List<MarginTracker> trackers) {
    this.initial = initial;
    this.run = run;
    this.trackers = trackers;
    this.reached = initial;
    this.rank = positive(initial.logSingularValues());
    FactorsCoordinates coordinates =
        new FactorsCoordinates(start.network(), start.point(), relative, relative);
    this.leastLogRatio = Math.log(coordinates.representableRatio());
    TreeSet<Double> times = new TreeSet<>();
    run.forEach(state -> times.add(state.time()));
    int steps = trackers.isEmpty() ? STEPS_TO_COMPARE : STEPS_TO_JUDGE;
    this.factors = runs.factors(times.last(), steps, times, this::follow);
    trackers.forEach(MarginTracker::finish);
  }

  private static int positive(double[] logs) {
    return (int) Arrays.stream(logs).filter(log -> log > Double.NEGATIVE_INFINITY).count();
  }

  private void follow(DenseStep step) {
    FlowState end = step.points().get(step.points().size() - 1);
    double[] logs = end.logSingularValues();
    // A singular value that is 0 at the start is 0 for ever, and no loss.
    lost |= rank > 0 && logs[rank - 1] - logs[0] < leastLogRatio;
    if (!lost) {
      trackers.forEach(tracker -> tracker.step(step));
      reached = end;
    }
  }

  /**
   * What the factors say of the claims about them.
   *
   * @param curve the curve of the other run
   */
  Evidence evidence(List<FlowState> curve) {
    List<Optional<FlowState>> along = curve.stream().map(this::at).toList();
    if (reached.time() == 0) {
      String reason = "the factors, of which this speaks, could not be followed beside the run";
      return new Evidence(along, new Trust(initial, reason), List.of(), null);
    }
    String note =
        String.format(
            Locale.ROOT,
            "judged along the run, whose coordinates lie on the balanced set, and along the factors"
                + " formulation up to t = %.6g",
            reached.time());
    return new Evidence(along, new Trust(reached, null), List.of(), note);
  }

  /** The factors at the time of a state of the other run, where they got there. */
  private Optional<FlowState> at(FlowState state) {
    if (state.time() == 0) {
      return Optional.of(initial);
    }
    return state.time() <= reached.time()
        ? Differences.at(factors.samples(), state.time())
        : Optional.empty();
  }

  /** The largest difference of the product matrices. */
  CrossCheck difference() {
    double largest = 0;
    int compared = 0;
    for (FlowState state : run) {
      Optional<FlowState> there = state.time() == 0 ? Optional.empty() : at(state);
      if (there.isPresent()) {
        largest = Math.max(largest, Differences.relative(state.product(), there.get().product()));
        compared++;
      }
    }
    return new CrossCheck(
        "product matrix along the curve",
        "factors formulation, " + factors.segments().get(0).integrator(),
        compared > 0 ? largest : null,
        reached.time(),
        "compared while the factors can represent the smallest singular value");
  }
}
