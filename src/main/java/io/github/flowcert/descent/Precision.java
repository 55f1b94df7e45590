package io.github.flowcert.descent;

import java.util.Arrays;
import java.util.Optional;

/** The numbers in which a descent computes. */
public enum Precision {
  /** Binary32, 24 bits. */
  SINGLE("single"),
  /** Binary64, 53 bits. */
  DOUBLE("double"),
  /** Unevaluated sums of two doubles, about 106 bits. */
  DOUBLE_DOUBLE("double-double");

  private final String word;

  Precision(String word) {
    this.word = word;
  }

  /** The word used in case files and documents. */
  public String word() {
    return word;
  }

  /** The precision of that word, if there is one. */
  public static Optional<Precision> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }

  /** The next higher precision, by which rounding in this one is measured. */
  public Precision higher() {
    return this == SINGLE ? DOUBLE : DOUBLE_DOUBLE;
  }
}
