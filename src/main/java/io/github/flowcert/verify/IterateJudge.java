package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.verify.TrajectoryMeasurement.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Judges claims along a sequence of iterates that is not the flow. */
final class IterateJudge {
  /** A slope is made of rounding errors where the loss changes by less than this, relative. */
  private static final double TELLABLE = 1e-9;

  private final List<FlowState> iterates;
  private final String along;
  private final Perturbation perturbation;

  IterateJudge(MatrixProblem problem, List<FlowState> iterates, String along) {
    this.iterates = List.copyOf(iterates);
    this.along = along;
    this.perturbation = new Perturbation(problem);
  }

  List<ClaimResult> judge(List<JudgedClaim> claims) {
    return claims.stream().map(this::judge).toList();
  }

  private ClaimResult judge(JudgedClaim claim) {
    MarginTracker tracker = new MarginTracker(claim::at, claim.usesSlope());
    List<FlowState> points = claim.usesSlope() ? tellable() : iterates;
    if (claim.applies()) {
      tracker.start(points.get(0));
      for (int k = 1; k < points.size(); k++) {
        tracker.point(points.get(k), points.get(k - 1));
      }
    }
    Trust trust = new Trust(points.get(points.size() - 1), null);
    // The iterates are their own second run: they are the numbers the claim is judged for.
    Evidence evidence = new Evidence(List.of(), trust, points, "at the iterates kept of " + along);
    Measurement measurement = new TrajectoryMeasurement(claim, tracker, evidence, perturbation);
    return named(new ClaimJudge(claim, measurement).judge());
  }

  private List<FlowState> tellable() {
    List<FlowState> points = new ArrayList<>();
    FlowState last = null;
    for (FlowState state : iterates) {
      if (last == null || Math.abs(state.loss() - last.loss()) > TELLABLE * last.loss()) {
        points.add(state);
        last = state;
      }
    }
    FlowState end = iterates.get(iterates.size() - 1);
    if (last != end) {
      points.add(end);
    }
    return points;
  }

  /** A bound that fails here fails for these iterates, and says nothing against its theorem. */
  private ClaimResult named(ClaimResult judged) {
    boolean fails = judged.status() == Verdict.VIOLATED || judged.status() == Verdict.UNDECIDED;
    String reason =
        fails
            ? "along "
                + along
                + ", "
                + judged.reason()
                + "; the claim is about the flow, and no descent contradicts it"
            : judged.reason();
    return new ClaimResult(
        judged.id(),
        judged.norm(),
        judged.status(),
        judged.evidence(),
        judged.margin(),
        judged.marginError(),
        judged.worst(),
        judged.tightness(),
        judged.tightest(),
        reason,
        judged.statement(),
        judged.source(),
        judged.parameters(),
        judged.hypotheses(),
        null,
        null);
  }
}
