package io.github.flowcert.verify;

import io.github.flowcert.casefile.ClaimVocabulary;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import java.util.List;
import java.util.Optional;

/** What case files may claim, for their reader. */
public final class Vocabularies {
  private static final String ANY_COMPARISON = "loss > 0";

  /** Sizes are checked once the problem is known. */
  private static final int ANY_SIZE = 1_000_000;

  private Vocabularies() {}

  /** The claims of a catalogue, and the language of claims of a user's own. */
  public static ClaimVocabulary of(Catalogue catalogue) {
    return new ClaimVocabulary() {
      @Override
      public boolean knows(String id) {
        return !catalogue.resolve(id).isEmpty();
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
        return problem(ANY_COMPARISON, condition);
      }
    };
  }

  private static Optional<String> problem(String expression, String condition) {
    ClaimDefinition claim = ClaimDefinition.custom("claim", expression, condition);
    return Catalogue.problemWith(claim, ANY_SIZE, ANY_SIZE);
  }
}
