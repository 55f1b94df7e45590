package io.github.flowcert.lohner;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.taylor.Jet;
import io.github.flowcert.taylor.Powers;

/**
 * A step of a validated integration: what is known of all solutions from the set at its beginning,
 * at every time of it. It refers to the integrator's working memory, and is of use only until the
 * integrator goes on.
 */
public final class Step {
  private final double from;
  private final double length;
  private final LohnerSet set;
  private final int order;
  private final Jet center;
  private final Jet whole;
  private final Enclosure enclosure;

  /**
   * All states during a step.
   *
   * @param box contains the states
   * @param remainder contains the Taylor coefficients of the order above the last one used
   */
  record Enclosure(IntervalMatrix box, IntervalMatrix remainder) {}

  Step(
      double from,
      double length,
      LohnerSet set,
      int order,
      Jet center,
      Jet whole,
      Enclosure enclosure) {
    this.from = from;
    this.length = length;
    this.set = set;
    this.order = order;
    this.center = center;
    this.whole = whole;
    this.enclosure = enclosure;
  }

  /** The time at which it begins. */
  public double from() {
    return from;
  }

  /** The time at which it ends, exactly. */
  public double to() {
    return from + length;
  }

  /** The order of the Taylor polynomials. */
  public int order() {
    return order;
  }

  /** The set at its beginning. */
  public LohnerSet set() {
    return set;
  }

  /** What is known of the states at times of this step. */
  public Slice slice(double first, double last) {
    Interval since = Interval.of(first, last).minus(Interval.of(from));
    return slice(since.intersection(Interval.of(0, length)));
  }

  private Slice slice(Interval since) {
    Powers powers = new Powers(since, order + 1);
    IntervalMatrix rest =
        IntervalMatrix.of(
            set.center().rows(),
            1,
            (i, j) -> powers.at(order + 1).times(enclosure.remainder.at(i)));
    int n = set.center().rows();
    IntervalMatrix image =
        IntervalMatrix.of(n, 1, (i, j) -> center.value(i, powers, order)).plus(rest);
    IntervalMatrix slopes = IntervalMatrix.of(n, n, (i, j) -> whole.slope(i, j, powers, order));
    IntervalMatrix bound =
        IntervalMatrix.of(n, 1, (i, j) -> whole.value(i, powers, order)).plus(rest);
    return new Slice(since, set, image, slopes, bound.intersection(enclosure.box));
  }

  /** The set at the end. */
  LohnerSet end() {
    return slice(Interval.of(length)).set();
  }
}
