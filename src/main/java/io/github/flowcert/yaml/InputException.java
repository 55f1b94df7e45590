package io.github.flowcert.yaml;

/**
 * Input that cannot be used. The message is one line: where, what was wrong, what would be right.
 */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An error with its one-line message. */
  public InputException(String message) {
    super(message);
  }
}
