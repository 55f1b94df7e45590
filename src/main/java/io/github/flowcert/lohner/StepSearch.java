package io.github.flowcert.lohner;

import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.taylor.Jet;
import io.github.flowcert.taylor.Powers;
import io.github.flowcert.taylor.Tape;
import java.util.Optional;

/**
 * Finds a step with an enclosure of all states during it. Let c_i be the Taylor coefficients over
 * the set, p the order and D a small box around 0. If the coefficients of order p + 1 over {@code E
 * = sum [0,h]^i c_i + D} lie in the interior of V, and {@code [0,h]^(p+1) V} lies in D, then the
 * solutions exist until h and stay in E: as long as a solution does, its remainder divided by the
 * power p + 1 of the time lies in the interior of V by Taylor's theorem, and so it cannot be the
 * first to leave. What holds for h holds for shorter steps with the same V, so that a step that is
 * too long is shortened without computing anything again.
 */
final class StepSearch {
  private static final int MOST_TRIES = 60;

  /** A step so much shorter than the one tried asks for another try. */
  private static final double MUCH_SHORTER = 0.75;

  private static final Interval INFLATION = Interval.of(1 + 0x1p-10);
  private static final Interval ABSOLUTE = Interval.of(-0x1p-1000, 0x1p-1000);

  private final int states;
  private final Jet remainders;
  private final double grid;

  /**
   * A search for steps.
   *
   * @param order the highest order of Taylor polynomials
   * @param grid of which steps are multiples, so that times are exact
   */
  StepSearch(Tape tape, int order, double grid) {
    this.states = tape.states();
    this.remainders = new Jet(tape, order + 1, /* derivatives= */ false);
    this.grid = grid;
  }

  /**
   * A step.
   *
   * @param length how long it is, a multiple of the grid
   * @param tried the length from which it was shortened
   */
  record Found(double length, double tried, Step.Enclosure enclosure) {}

  /**
   * A step of at most this length; empty where not even a tiny one was found.
   *
   * @param whole the coefficients over the set
   * @param order p
   * @param allowance half-widths of D
   * @param most the length to try first
   */
  Optional<Found> find(Jet whole, int order, double[] allowance, double most) {
    Optional<Found> best = Optional.empty();
    double length = onGrid(most);
    for (int k = 0; k < MOST_TRIES && length >= grid; k++) {
      Optional<Found> found = attempt(whole, order, allowance, length);
      if (found.isEmpty()) {
        length = onGrid(length / 2);
        continue;
      }
      boolean longer = best.isEmpty() || found.get().length > best.get().length;
      best = longer ? found : best;
      double kept = found.get().length / length;
      if (!longer || kept > MUCH_SHORTER) {
        return best;
      }
      length = onGrid(length * Math.sqrt(Math.max(kept, 0.04)));
    }
    return best;
  }

  double onGrid(double length) {
    return Math.floor(length / grid) * grid;
  }

  private Optional<Found> attempt(Jet whole, int order, double[] allowance, double length) {
    Powers powers = new Powers(Interval.of(0, length), order + 1);
    IntervalMatrix box =
        IntervalMatrix.of(
            states,
            1,
            (i, j) -> whole.value(i, powers, order).plus(Interval.of(-allowance[i], allowance[i])));
    if (!box.isFinite()) {
      return Optional.empty();
    }
    remainders.expand(box.entries(), order + 1);
    IntervalMatrix remainder =
        IntervalMatrix.of(states, 1, (i, j) -> remainders.coefficient(i, order + 1));
    IntervalMatrix inflated =
        IntervalMatrix.of(
            states, 1, (i, j) -> remainder.at(i).times(INFLATION).plus(inflation(remainder.at(i))));
    return inflated.isFinite() && inflated.surelyContainsInside(remainder)
        ? shortened(inflated, allowance, order, length)
            .map(h -> new Found(h, length, new Step.Enclosure(box, remainder)))
        : Optional.empty();
  }

  /** Makes room on both sides, also where the remainder does not contain 0. */
  private static Interval inflation(Interval remainder) {
    double room = remainder.magnitude() * 0x1p-10;
    return Interval.of(-room, room).plus(ABSOLUTE);
  }

  /** The longest step up to this length of which {@code [0,h]^(p+1) V} lies in D. */
  private Optional<Double> shortened(
      IntervalMatrix inflated, double[] allowance, int order, double length) {
    double ratio = 1;
    for (int i = 0; i < states; i++) {
      double share = allowance[i] / inflated.at(i).magnitude();
      ratio = Math.min(ratio, Math.pow(share, 1.0 / (order + 1)) / length);
    }
    double h = onGrid(length * Math.min(1, ratio));
    for (int k = 0; k < MOST_TRIES && h >= grid; k++) {
      if (fits(inflated, allowance, order, h)) {
        return Optional.of(h);
      }
      h = onGrid(h * 0.99);
    }
    return Optional.empty();
  }

  private boolean fits(IntervalMatrix inflated, double[] allowance, int order, double h) {
    Interval power = Elementary.power(Interval.of(0, h), order + 1);
    boolean inside = true;
    for (int i = 0; i < states; i++) {
      inside &= power.times(inflated.at(i)).magnitude() <= allowance[i];
    }
    return inside;
  }
}
