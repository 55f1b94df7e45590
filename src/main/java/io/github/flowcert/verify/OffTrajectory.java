package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.claim.Along;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.flow.SolutionLine;
import io.github.flowcert.result.ClaimResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Judges the claims of a case that are not about its trajectory. */
final class OffTrajectory {
  private final Case from;
  private final CaseFacts facts;

  OffTrajectory(Case from, CaseFacts facts) {
    this.from = from;
    this.facts = facts;
  }

  /** Those of the claims that are about the trajectory. */
  static List<JudgedClaim> others(List<JudgedClaim> claims) {
    return claims.stream().filter(claim -> claim.along() == Along.TRAJECTORY).toList();
  }

  /**
   * The verdicts on all claims, in order.
   *
   * @param trajectory the verdicts on those about the trajectory, in order
   */
  List<ClaimResult> among(List<JudgedClaim> claims, List<ClaimResult> trajectory) {
    Iterator<ClaimResult> judged = trajectory.iterator();
    List<ClaimResult> all = new ArrayList<>();
    for (JudgedClaim claim : claims) {
      all.add(claim.along() == Along.TRAJECTORY ? judged.next() : judge(claim));
    }
    return all;
  }

  private ClaimResult judge(JudgedClaim claim) {
    return new ClaimJudge(claim, claim.applies() ? measured(claim) : null).judge();
  }

  private Measurement measured(JudgedClaim claim) {
    return switch (claim.along()) {
      case SOLUTION_SET ->
          new SolutionMeasurement(
              claim, new SolutionLine(facts.problem().completion().orElseThrow()));
      case INITIALIZATION -> new InitializationMeasurement(claim, facts);
      case SCALES -> new ScaleMeasurement(claim, from);
      case TRAJECTORY -> throw new IllegalArgumentException(claim.id());
    };
  }
}
