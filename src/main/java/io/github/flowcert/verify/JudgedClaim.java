package io.github.flowcert.verify;

import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.claim.CompiledClaim;
import io.github.flowcert.claim.Hypotheses;
import io.github.flowcert.claim.TrajectoryQuantities;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.result.ClaimResult.Hypothesis;
import io.github.flowcert.result.ClaimResult.Parameter;
import java.util.List;
import java.util.Optional;

/** A claim to be judged in a case, for one norm where it is about norms. */
final class JudgedClaim {
  private final CompiledClaim claim;
  private final Norm norm;
  private final TrajectoryQuantities.Context context;
  private final List<Hypothesis> hypotheses;
  private final TrajectoryQuantities start;
  private final boolean slope;
  private final boolean factors;

  JudgedClaim(
      CompiledClaim claim, Norm norm, TrajectoryQuantities.Context context, CaseFacts facts) {
    this.claim = claim;
    this.norm = norm;
    this.context = context;
    this.hypotheses =
        claim.definition().hypotheses().stream().map(id -> Hypotheses.check(id, facts)).toList();
    this.start = new TrajectoryQuantities(facts.initial(), null, context);
    this.slope = claim.mentions("lossrate");
    this.factors = claim.mentions("balance") || claim.mentions("factorscale");
  }

  String id() {
    return claim.definition().id();
  }

  String normName() {
    return norm == null ? null : norm.name();
  }

  String statement() {
    return claim.definition().statement();
  }

  String source() {
    return claim.definition().source();
  }

  /** What must hold of the case, and whether it does. */
  List<Hypothesis> hypotheses() {
    return hypotheses;
  }

  boolean applies() {
    return hypotheses.stream().allMatch(Hypothesis::holds);
  }

  /** The constants of the statement, computed. */
  List<Parameter> parameters() {
    return claim.constants(start).entrySet().stream()
        .map(each -> new Parameter(each.getKey(), each.getValue()))
        .toList();
  }

  /** Whether the statement is about the slope between two points. */
  boolean usesSlope() {
    return slope;
  }

  /** Whether the statement is about the factors themselves, not their product. */
  boolean usesFactors() {
    return factors;
  }

  /** The claim as a function of a point. */
  MarginFunction function() {
    return (state, previous) -> {
      if (slope && previous == null) {
        return Optional.empty();
      }
      TrajectoryQuantities here = new TrajectoryQuantities(state, previous, context);
      if (claim.when() != null && !claim.when().holds(here)) {
        return Optional.empty();
      }
      double left = claim.comparison().left(here);
      double right = claim.comparison().right(here);
      return Optional.of(new Sides(left, right, claim.comparison().relation().margin(left, right)));
    };
  }
}
