package io.github.flowcert.reading;

/** A part of an expression has no meaning in the arithmetic asked for. One line that names it. */
public final class NoReadingException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String part;

  /**
   * What is missing.
   *
   * @param part the function or constant, as named in expressions
   * @param reading the kind of reading that it lacks, as in "interval reading"
   */
  public NoReadingException(String part, String reading) {
    super("'" + part + "' has no " + reading);
    this.part = part;
  }

  /** The function or constant without reading. */
  public String part() {
    return part;
  }
}
