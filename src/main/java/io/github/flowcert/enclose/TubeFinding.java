package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;

/**
 * What a tube showed of a claim.
 *
 * @param kind what was shown
 * @param margin contains the least margin where the claim was enclosed, the margin where it was
 *     refuted or is not decided; all numbers where nothing is known of it
 * @param from where the span of time begins in which that margin is, or the claim fails
 * @param to where it ends
 */
public record TubeFinding(Kind kind, Interval margin, double from, double to) {

  /** What can be shown. */
  public enum Kind {
    /** It holds for all starts at all times that were followed. */
    ENCLOSED,
    /** It fails for some starts at all times of the span. */
    REFUTED,
    /** Neither was shown. */
    UNDECIDED,
    /** Its condition holds for no start at any time. */
    SILENT
  }

  /** What two parts of the starts show together. */
  TubeFinding and(TubeFinding other) {
    if (kind != other.kind) {
      return rank() <= other.rank() ? this : other;
    }
    if (kind != Kind.ENCLOSED) {
      return this;
    }
    TubeFinding less = margin.lower() <= other.margin.lower() ? this : other;
    return new TubeFinding(kind, margin.min(other.margin), less.from, less.to);
  }

  private int rank() {
    return switch (kind) {
      case REFUTED -> 0;
      case UNDECIDED -> 1;
      case ENCLOSED -> 2;
      case SILENT -> 3;
    };
  }
}
