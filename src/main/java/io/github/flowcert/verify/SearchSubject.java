package io.github.flowcert.verify;

import io.github.flowcert.claim.Along;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.Premise;
import java.util.Set;

/**
 * A claim of a case as a search among starts has it.
 *
 * @param name what tells it from the others
 * @param auxiliary whether it is a step on the way to other claims, or a check of the flow
 * @param leftOut why a search leaves it out, in words; null where it does not
 */
public record SearchSubject(ClaimName name, boolean auxiliary, String leftOut) {

  static SearchSubject of(JudgedClaim claim, Set<Premise> dropped) {
    ClaimDefinition definition = claim.definition();
    return new SearchSubject(
        ClaimName.of(claim), definition.auxiliary(), leftOut(definition, dropped));
  }

  private static String leftOut(ClaimDefinition definition, Set<Premise> dropped) {
    if (definition.along() != Along.TRAJECTORY) {
      return "not about a trajectory";
    }
    Premise premise = definition.restates();
    return premise != null && dropped.contains(premise)
        ? "it says no more than the premise that is left out, " + premise.word()
        : null;
  }
}
