package io.github.flowcert.claim;

import java.util.Arrays;
import java.util.Optional;

/** What a claim is about. */
public enum Along {
  /** The points of the case's trajectory. */
  TRAJECTORY("trajectory"),
  /** The solutions of the case's problem, which has one unobserved entry. */
  SOLUTION_SET("solution-set"),
  /** The random matrices at which the case's trajectory could have started. */
  INITIALIZATION("initialization"),
  /** The ends of the case's flow from alpha I, for smaller and smaller alpha. */
  SCALES("scales");

  private final String word;

  Along(String word) {
    this.word = word;
  }

  /** Its name in the catalogue. */
  public String word() {
    return word;
  }

  /** That of a name, if there is one. */
  public static Optional<Along> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
