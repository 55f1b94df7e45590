package io.github.flowcert.reading;

/** What is known of a statement about all points of a box. */
public enum Truth {
  /** It holds at every point, and both sides of what it compares have values there. */
  TRUE,
  /** It holds at no point, and both sides of what it compares have values there. */
  FALSE,
  /** Neither was shown. */
  UNKNOWN;

  /** What is known for certain. */
  public static Truth of(boolean known) {
    return known ? TRUE : FALSE;
  }

  /** Of the opposite. */
  public Truth negate() {
    return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
  }

  /** Of both statements joined by and. */
  public Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
  }
}
