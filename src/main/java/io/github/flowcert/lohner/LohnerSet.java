package io.github.flowcert.lohner;

import io.github.flowcert.interval.Interval;

/**
 * A set of states {@code x + C r0 + B r}, with r0 in a box that stays the same along the trajectory
 * and r in one that takes up errors. Immutable.
 *
 * @param center the point x
 * @param directions C, doubles
 * @param starts the box of r0
 * @param frame B
 * @param errors the box of r
 * @param box a box around the set; may be smaller than that around the sum
 */
public record LohnerSet(
    IntervalMatrix center,
    IntervalMatrix directions,
    IntervalMatrix starts,
    Frame frame,
    IntervalMatrix errors,
    IntervalMatrix box) {

  private static final double LEAST_RADIUS = 1e-10;

  /** All points of a box, with nothing known of what they have in common. */
  public static LohnerSet of(IntervalMatrix box) {
    return of(box, IntervalMatrix.zero(box.rows(), 1), IntervalMatrix.zero(1, 1));
  }

  /**
   * All points of {@code base + directions * starts}.
   *
   * @param base a box
   * @param directions as many rows as the box
   * @param starts as many intervals around 0 as there are directions
   */
  public static LohnerSet of(
      IntervalMatrix base, IntervalMatrix directions, IntervalMatrix starts) {
    IntervalMatrix center = base.middle();
    IntervalMatrix thin = directions.middle();
    IntervalMatrix errors = base.minus(center).plus(directions.minus(thin).times(starts));
    return of(center, thin, starts, Frame.identity(base.rows()), errors);
  }

  private static LohnerSet of(
      IntervalMatrix center,
      IntervalMatrix directions,
      IntervalMatrix starts,
      Frame frame,
      IntervalMatrix errors) {
    IntervalMatrix box = center.plus(directions.times(starts)).plus(frame.matrix().times(errors));
    return new LohnerSet(center, directions, starts, frame, errors, box);
  }

  /**
   * Where a map takes the set.
   *
   * @param image contains the image of the center
   * @param slopes contains the map's derivative all over the box
   * @param bound contains the image of the set
   */
  LohnerSet mapped(IntervalMatrix image, IntervalMatrix slopes, IntervalMatrix bound) {
    IntervalMatrix middle = image.middle();
    IntervalMatrix turned = slopes.times(directions);
    IntervalMatrix thin = turned.middle();
    IntervalMatrix rest = image.minus(middle).plus(turned.minus(thin).times(starts));
    IntervalMatrix edges = slopes.times(frame.matrix());
    Frame next = Frame.along(edges, errors);
    IntervalMatrix moved =
        next.inverse().times(edges).times(errors).plus(next.inverse().times(rest));
    LohnerSet set = of(middle, thin, starts, next, moved);
    IntervalMatrix first = image.plus(slopes.times(box.minus(center)));
    return set.within(first).within(bound);
  }

  /** Whether it is the image of a box, not of a point that is known up to rounding. */
  public boolean isWide() {
    return starts.magnitudeOfColumn(0) > LEAST_RADIUS;
  }

  /** B. */
  public IntervalMatrix axes() {
    return frame.matrix();
  }

  /** The same set, of which it is known that it lies in a box. */
  public LohnerSet within(IntervalMatrix bound) {
    return new LohnerSet(center, directions, starts, frame, errors, box.intersection(bound));
  }

  /** The part of it where one of the starts lies in half of its interval. */
  public LohnerSet half(int start, boolean upper) {
    Interval whole = starts.at(start);
    double middle = starts.middle().at(start).lower();
    Interval part = upper ? Interval.of(middle, whole.upper()) : Interval.of(whole.lower(), middle);
    IntervalMatrix halved =
        IntervalMatrix.of(starts.rows(), 1, (i, j) -> i == start ? part : starts.at(i));
    return recentered(halved);
  }

  /** Centered anew, so that the intervals of the starts lie around 0. */
  private LohnerSet recentered(IntervalMatrix halved) {
    IntervalMatrix shift = halved.middle();
    IntervalMatrix moved = center.plus(directions.times(shift));
    IntervalMatrix middle = moved.middle();
    IntervalMatrix rest = frame.inverse().times(moved.minus(middle));
    return of(middle, directions, halved.minus(shift), frame, errors.plus(rest)).within(box);
  }
}
