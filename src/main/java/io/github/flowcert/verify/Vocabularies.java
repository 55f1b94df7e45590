package io.github.flowcert.verify;

import io.github.flowcert.casefile.ClaimVocabulary;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.CompiledClaim;
import io.github.flowcert.claim.TrajectoryVocabulary;
import io.github.flowcert.expression.ExpressionException;
import java.util.List;
import java.util.Optional;

/** What case files may claim, for their reader. */
public final class Vocabularies {
  private static final String ALWAYS_FALSE = "loss < 0";

  private Vocabularies() {}

  /** The claims of a catalogue, and the language of claims of a user's own. */
  public static ClaimVocabulary of(Catalogue catalogue) {
    return new ClaimVocabulary() {
      @Override
      public boolean knows(String id) {
        return catalogue.knows(id);
      }

      @Override
      public List<String> identifiers() {
        return catalogue.identifiers();
      }

      @Override
      public Optional<String> problemWith(String expression) {
        return problem(expression, null);
      }

      @Override
      public Optional<String> problemWithCondition(String condition) {
        return problem(ALWAYS_FALSE, condition);
      }
    };
  }

  private static Optional<String> problem(String expression, String condition) {
    try {
      CompiledClaim.of(
          Catalogue.custom("check", expression, condition), TrajectoryVocabulary.ofAnySize());
      return Optional.empty();
    } catch (ExpressionException e) {
      return Optional.of(e.getMessage());
    }
  }
}
