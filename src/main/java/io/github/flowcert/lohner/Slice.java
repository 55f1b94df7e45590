package io.github.flowcert.lohner;

import io.github.flowcert.interval.Interval;

/**
 * What is known of the states at some times of a step. With the set {@code x + C r0 + B r} at the
 * step's beginning they are {@code image + slopes (C r0 + B r)}.
 *
 * @param since the times, counted from the beginning of the step
 * @param before the set at the beginning of the step
 * @param image contains the image of the center x
 * @param slopes contains the derivatives of the states by those at the beginning
 * @param bound contains the states
 */
public record Slice(
    Interval since,
    LohnerSet before,
    IntervalMatrix image,
    IntervalMatrix slopes,
    IntervalMatrix bound) {

  /** A box that contains the states at all these times. */
  public IntervalMatrix box() {
    IntervalMatrix starts = byStarts().times(before.starts());
    IntervalMatrix errors = byErrors().times(before.errors());
    IntervalMatrix first = image.plus(slopes.times(before.box().minus(before.center())));
    return image.plus(starts).plus(errors).intersection(first).intersection(bound);
  }

  /** The set of the states at a single time. */
  public LohnerSet set() {
    return before.mapped(image, slopes, bound);
  }

  /** Derivatives of the states by the box r0 of starts. */
  public IntervalMatrix byStarts() {
    return slopes.times(before.directions());
  }

  /** Derivatives of the states by the box r of errors. */
  public IntervalMatrix byErrors() {
    return slopes.times(before.frame().matrix());
  }
}
