package io.github.flowcert.enclose;

/**
 * How far a tube is followed: whichever comes first.
 *
 * @param time until when
 * @param loss until the loss is surely below this
 * @param steps most steps, over all parts of the starts
 */
public record Horizon(double time, double loss, int steps) {

  /** Times are exact doubles up to here; no trajectory is followed beyond. */
  public static final double LATEST = 0x1p20;

  /** Whether that time is the end of what was asked for. */
  boolean isEnd(double reached) {
    return reached >= time && time <= LATEST;
  }

  double limit() {
    return Math.min(time, LATEST);
  }
}
