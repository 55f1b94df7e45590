package io.github.flowcert.reading;

/** What is known of a statement about all points of a box. */
public enum Truth {
  /** It holds at every point, and both sides of what it compares have values there. */
  TRUE,
  /** It holds at no point, and both sides of what it compares have values there. */
  FALSE,
  /** Neither was shown. */
  UNKNOWN;

  static Truth of(boolean known) {
    return known ? TRUE : FALSE;
  }

  Truth negate() {
    return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
  }

  /** Of both statements joined by and. */
  Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
  }
}
