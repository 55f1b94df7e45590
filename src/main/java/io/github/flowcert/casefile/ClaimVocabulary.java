package io.github.flowcert.casefile;

import java.util.List;
import java.util.Optional;

/**
 * What can be claimed: the catalogue of claims, and the language of claims of the user's own.
 *
 * <p>A problem is said in one line: what is wrong, then, after a semicolon, what would be right.
 */
public interface ClaimVocabulary {

  /** Whether this identifies a claim of the catalogue, or a family such as {@code theorem-1}. */
  boolean knows(String id);

  /** Every identifier that is known, in the order in which people should read them. */
  List<String> identifiers();

  /**
   * What keeps this text from being a comparison about d-by-d' matrices that can be judged; empty
   * where nothing does.
   */
  Optional<String> problemWith(String expression, int rows, int columns);

  /** The same for a condition on a point. */
  Optional<String> problemWithCondition(String condition, int rows, int columns);
}
