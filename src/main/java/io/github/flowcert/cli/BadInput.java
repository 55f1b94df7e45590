package io.github.flowcert.cli;

/** Input that cannot be used; the message is the one line that the user sees. */
final class BadInput extends Exception {
  private static final long serialVersionUID = 1L;

  BadInput(String message) {
    super(message);
  }
}
