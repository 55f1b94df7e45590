package io.github.flowcert.verify;

import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.result.ResultDocument.CrossCheck;
import io.github.flowcert.simulate.DenseStep;
import io.github.flowcert.simulate.Trajectory;
import io.github.flowcert.verify.ClaimJudge.Evidence;
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
  private final List<FlowState> checkpoints;
  private final List<MarginTracker> trackers;
  private final double leastLogRatio;
  private final Trajectory factors;
  private FlowState reached;
  private boolean lost;

  /**
   * Integrates the factors.
   *
   * @param checkpoints states of the other run to compare with
   * @param trackers margins to be searched along the way
   */
  OtherFormulation(
      Runs runs,
      StartingPoint start,
      double relative,
      List<FlowState> checkpoints,
      List<MarginTracker> trackers) {
    this.checkpoints = checkpoints;
    this.trackers = trackers;
    FactorsCoordinates coordinates =
        new FactorsCoordinates(start.network(), start.point(), relative, relative);
    this.leastLogRatio = Math.log(coordinates.representableRatio());
    TreeSet<Double> times = new TreeSet<>();
    checkpoints.forEach(state -> times.add(state.time()));
    this.factors = runs.factors(times.last(), times, this::follow);
    trackers.forEach(MarginTracker::finish);
  }

  private void follow(DenseStep step) {
    FlowState end = step.points().get(step.points().size() - 1);
    double[] logs = end.logSingularValues();
    lost |= logs[logs.length - 1] - logs[0] < leastLogRatio;
    if (!lost) {
      trackers.forEach(tracker -> tracker.step(step));
      reached = end;
    }
  }

  /** What the factors say of the claims about them; empty where they could not be followed. */
  Optional<Evidence> evidence() {
    if (reached == null) {
      return Optional.empty();
    }
    String note =
        String.format(
            Locale.ROOT,
            "judged along the factors formulation up to t = %.6g; the coordinates of the run itself"
                + " lie on the balanced set",
            reached.time());
    return Optional.of(new Evidence(factors, new Trust(reached, null), List.of(), note));
  }

  /** The largest difference of the product matrices. */
  CrossCheck difference() {
    double largest = 0;
    int compared = 0;
    for (FlowState state : checkpoints) {
      Optional<FlowState> there = Differences.at(factors.samples(), state.time());
      if (there.isPresent() && reached != null && state.time() <= reached.time()) {
        largest = Math.max(largest, Differences.relative(state.product(), there.get().product()));
        compared++;
      }
    }
    return new CrossCheck(
        "product matrix along the curve",
        "factors formulation, Radau",
        compared > 0 ? largest : null,
        reached == null ? 0 : reached.time(),
        "compared while the factors can represent the smallest singular value");
  }
}
