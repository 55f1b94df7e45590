package io.github.flowcert.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a hypothesis is about: the setting of a case, or a property of its start. */
public enum Premise {
  SETTING("setting"),
  BALANCED("balanced"),
  DETERMINANT("determinant");

  private final String word;

  Premise(String word) {
    this.word = word;
  }

  /** Its name on the command line and in documents. */
  public String word() {
    return word;
  }

  /** Those about the start, which can be left out while everything else in a case stays. */
  public static List<Premise> ofStarts() {
    return List.of(BALANCED, DETERMINANT);
  }

  /** The premise about starts of that name, if there is one. */
  public static Optional<Premise> of(String word) {
    return ofStarts().stream().filter(each -> each.word.equals(word)).findFirst();
  }

  /** The hypotheses that are about this. */
  public List<Hypothesis> hypotheses() {
    return Arrays.stream(Hypothesis.values()).filter(each -> each.premise() == this).toList();
  }
}
