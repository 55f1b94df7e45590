package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Comparator;

/** The ladder of evidence: what was shown about a claim, and by which kind of argument. */
public enum Verdict {
  REFUTED("refuted", 0, "A counterexample, checked in exact or interval arithmetic."),
  VIOLATED(
      "violated",
      1,
      "Shown by floating-point integration: the claim fails by more than the estimated numerical"
          + " error; the witness is given."),
  UNDECIDED(
      "undecided",
      2,
      "Nothing is shown: precision was lost, a limit was reached, or the margin lies within its"
          + " numerical error; the reason is given."),
  HOLDS(
      "holds",
      3,
      "Shown by floating-point integration: the claim holds at every point of the computed"
          + " trajectory that was looked at, dense output included, with the margin given. It is no"
          + " proof."),
  ENCLOSED(
      "enclosed",
      4,
      "Shown by validated integration: for this case's initial set, for all t in the stated"
          + " interval."),
  PROVED(
      "proved",
      5,
      "Shown by symbolic proof: for all trajectories that meet the hypotheses, which this case meets"
          + " exactly. Margin, error and tightness beside it are those of the integration."),
  NOT_APPLICABLE(
      "not-applicable",
      6,
      "A hypothesis of the claim, or its condition, does not hold here: it is named, with the value"
          + " found. Nothing is said about the claim.");

  private final String word;
  private final int rank;
  private final String meaning;

  Verdict(String word, int rank, String meaning) {
    this.word = word;
    this.rank = rank;
    this.meaning = meaning;
  }

  /** What it means, for people. */
  public String meaning() {
    return meaning;
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
