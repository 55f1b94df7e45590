package io.github.flowcert.smt;

/** A term that real arithmetic cannot express. */
public final class TranslationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names what cannot be expressed. */
  TranslationException(String message) {
    super(message);
  }
}
