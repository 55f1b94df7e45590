package io.github.flowcert.verify;

import io.github.flowcert.casefile.ClaimVocabulary;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import java.util.List;
import java.util.Optional;

/** What case files may claim, for their reader. */
public final class Vocabularies {
  private static final String ANY_COMPARISON = "loss > 0";

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
      public Optional<String> problemWith(String expression, int rows, int columns) {
        return problem(expression, null, rows, columns);
      }

      @Override
      public Optional<String> problemWithCondition(String condition, int rows, int columns) {
        return problem(ANY_COMPARISON, condition, rows, columns);
      }
    };
  }

  private static Optional<String> problem(
      String expression, String condition, int rows, int columns) {
    ClaimDefinition claim = ClaimDefinition.custom("claim", expression, condition);
    return Catalogue.problemWith(claim, rows, columns);
  }
}
