package io.github.flowcert.result;

import java.io.IOException;

/** A result document that cannot be used. The message is one line: which file, what is wrong. */
public final class DocumentException extends IOException {
  private static final long serialVersionUID = 1L;

  /** An error with its one-line message and what brought it about, if anything did. */
  public DocumentException(String message, Throwable cause) {
    super(message, cause);
  }
}
