package io.github.flowcert.flow;

import java.util.Arrays;
import java.util.Optional;

/** The unknowns in which gradient flow is integrated. */
public enum Formulation {
  AUTO("auto"),
  FACTORS("factors"),
  PRODUCT("product"),
  SINGULAR_VALUES("singular-values");

  private final String word;

  Formulation(String word) {
    this.word = word;
  }

  /** The word used in case files and documents. */
  public String word() {
    return word;
  }

  /** The formulation of that word, if there is one. */
  public static Optional<Formulation> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }
}
