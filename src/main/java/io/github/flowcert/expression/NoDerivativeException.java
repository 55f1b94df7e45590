package io.github.flowcert.expression;

/** A term of which no derivative is known. */
public final class NoDerivativeException extends Exception {
  private static final long serialVersionUID = 1L;

  NoDerivativeException(String what) {
    super("no derivative is known of " + what);
  }
}
