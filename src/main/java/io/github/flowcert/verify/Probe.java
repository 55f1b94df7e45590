package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.simulate.DenseStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The least margins of a case along one run. Without a second run there is no error and no trust
 * horizon but for the determinant's sign, so this says where to look, and no more.
 */
final class Probe {
  private final Map<ClaimName, MarginTracker> trackers = new LinkedHashMap<>();
  private final CaseFacts facts;
  private final boolean keepsSign;
  private boolean lost;

  Probe(Case from, StartingPoint start, List<JudgedClaim> claims, CaseFacts facts) {
    this.facts = facts;
    this.keepsSign = Verification.keepsSign(facts);
    claims.stream().filter(JudgedClaim::applies).forEach(this::track);
    if (!trackers.isEmpty()) {
      new Runs(from, start).asked(this::follow);
      trackers.values().forEach(MarginTracker::finish);
    }
  }

  /** The least margins, relative to the sizes of both sides, of the claims that say something. */
  Map<ClaimName, Double> margins() {
    Map<ClaimName, Double> margins = new LinkedHashMap<>();
    trackers.forEach(
        (name, tracker) ->
            tracker.worst().ifPresent(worst -> margins.put(name, worst.sides().margin())));
    return margins;
  }

  private void track(JudgedClaim claim) {
    MarginTracker tracker =
        new MarginTracker(
            (state, previous) -> claim.at(state, previous).map(Sides::relative), claim.usesSlope());
    tracker.start(facts.initial());
    trackers.put(ClaimName.of(claim), tracker);
  }

  private void follow(DenseStep step) {
    FlowState end = step.points().get(step.points().size() - 1);
    lost |= keepsSign && end.determinantSign() != facts.initial().determinantSign();
    if (!lost) {
      trackers.values().forEach(tracker -> tracker.step(step));
    }
  }
}
