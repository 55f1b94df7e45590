package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.lohner.IntervalMatrix;
import io.github.flowcert.lohner.Slice;
import io.github.flowcert.lohner.Step;
import io.github.flowcert.reading.Slope;

/**
 * All states of a tube in some span of time: a box around them, and a point in its middle from
 * which the mean value theorem bounds what is made of them. With the set {@code x + C r0 + B r} at
 * the beginning of the step and c, J its image and the derivatives at the middle time m, a state y
 * at a time t is {@code c + J C r0 + J B r + (t - m) y'}.
 */
final class Window {
  private final double from;
  private final double to;
  private final Slice middle;
  private final IntervalMatrix offset;
  private final Interval[] speed;
  private final Interval around;
  private final TubePoint whole;
  private final TubePoint center;

  Window(Step step, double from, double to, Coordinates coordinates, TubeSetting setting) {
    this.from = from;
    this.to = to;
    double time = from / 2 + to / 2;
    this.middle = step.slice(time, time);
    IntervalMatrix point = middle.image().middle();
    this.offset = middle.image().minus(point);
    this.around = Interval.of(from, to).minus(Interval.of(time));
    Interval[] box = step.slice(from, to).box().hull(point).entries();
    TubeState states = coordinates.at(box, Interval.of(from, to));
    this.speed = states.speed();
    this.center =
        new TubePoint(
            coordinates.at(point.entries(), Interval.of(time)), setting, (slope, same) -> slope);
    this.whole =
        new TubePoint(
            states, setting, (slope, same) -> slope.within(bound(slope, same.apply(center))));
  }

  double from() {
    return from;
  }

  double to() {
    return to;
  }

  /** The quantities of all the states. */
  TubePoint whole() {
    return whole;
  }

  /** The quantities at the point in the middle. */
  TubePoint center() {
    return center;
  }

  /**
   * Contains a quantity of all the states.
   *
   * @param over the quantity all over the window
   * @param there the quantity at the point in the middle
   */
  Interval bound(Slope over, Slope there) {
    if (!over.enclosure().defined() || !there.enclosure().defined()) {
      return over.values();
    }
    int n = speed.length;
    IntervalMatrix gradient = IntervalMatrix.of(1, n, (i, j) -> over.gradient(j));
    if (!gradient.isFinite()) {
      return over.values();
    }
    Interval rate = over.gradient(n);
    for (int k = 0; k < n; k++) {
      rate = rate.plus(over.gradient(k).times(speed[k]));
    }
    Interval mean =
        there
            .values()
            .plus(gradient.times(offset).at(0))
            .plus(gradient.times(middle.byStarts()).times(middle.before().starts()).at(0))
            .plus(gradient.times(middle.byErrors()).times(middle.before().errors()).at(0))
            .plus(rate.times(around));
    Interval both = mean.intersection(over.values());
    if (both.isEmpty()) {
      throw new IllegalStateException("two enclosures of the same numbers have none in common");
    }
    return both;
  }
}
