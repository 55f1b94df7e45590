package io.github.flowcert.kernel;

/** The kernel did not find a proof; that says nothing about the statement. */
public final class NotProved extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says why, in a line. */
  public NotProved(String reason) {
    super(reason);
  }
}
