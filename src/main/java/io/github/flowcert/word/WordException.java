package io.github.flowcert.word;

/** A text is no statement about matrices, or something cannot be done with a word. */
public final class WordException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int LARGEST_POWER = 30;

  /** Says what is wrong, in a line. */
  public WordException(String message) {
    super(message);
  }

  /** The value of an exponent that has to be a small number. */
  static int constant(Exponent exponent) throws WordException {
    if (!exponent.isConstant() || exponent.constant() > LARGEST_POWER) {
      throw new WordException(
          "the exponent " + exponent + " is not a number up to " + LARGEST_POWER);
    }
    return exponent.constant();
  }
}
