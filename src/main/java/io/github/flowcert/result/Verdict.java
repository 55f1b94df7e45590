package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Comparator;

/** The ladder of evidence: what was shown about a claim, and by which kind of argument. */
public enum Verdict {
  REFUTED("refuted", 0),
  VIOLATED("violated", 1),
  UNDECIDED("undecided", 2),
  HOLDS("holds", 3),
  ENCLOSED("enclosed", 4),
  PROVED("proved", 5),
  NOT_APPLICABLE("not-applicable", 6);

  private final String word;
  private final int rank;

  Verdict(String word, int rank) {
    this.word = word;
    this.rank = rank;
  }

  /** The word that stands in documents and reports. */
  @JsonValue
  public String word() {
    return word;
  }

  /**
   * The status of a whole from its parts: the worst of them, where {@code not-applicable} counts
   * only if nothing else stands.
   *
   * @throws IllegalArgumentException if there are no parts
   */
  public static Verdict worstOf(Collection<Verdict> parts) {
    return parts.stream()
        .min(Comparator.comparingInt(verdict -> verdict.rank))
        .orElseThrow(() -> new IllegalArgumentException("no verdicts to take the worst of"));
  }

  @Override
  public String toString() {
    return word;
  }
}
