package io.github.flowcert.lohner;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.taylor.Jet;
import io.github.flowcert.taylor.Tape;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Follows all solutions of {@code y' = f(y)} that start in a set. Step and order adapt themselves.
 * Not for use by several threads.
 */
public final class Integrator {
  /** Steps below this share of the time integrated so far are no progress. */
  private static final double LEAST_SHARE = 1e-9;

  private static final double GROWTH = 1.3;

  private final Tape tape;
  private final Orders orders;
  private final double tolerance;
  private final Jet center;
  private final Jet whole;

  /**
   * An integrator.
   *
   * @param tape the right-hand side
   * @param orders the orders of Taylor polynomials that it may use
   * @param tolerance the remainder of a step in units of the size of the unknowns
   */
  public Integrator(Tape tape, Orders orders, double tolerance) {
    this.tape = tape;
    this.orders = orders;
    this.tolerance = tolerance;
    this.center = new Jet(tape, orders.highest(), /* derivatives= */ false);
    this.whole = new Jet(tape, orders.highest(), /* derivatives= */ true);
  }

  /**
   * Where an integration ended.
   *
   * @param time the time reached
   * @param set the set there
   * @param steps how many steps were taken
   * @param stuck whether no step was found that goes on
   */
  public record End(double time, LohnerSet set, int steps, boolean stuck) {}

  /**
   * Follows the solutions until a time, or until somebody wants no more.
   *
   * @param start the set at time 0
   * @param until a positive time
   * @param more is shown every step, and says whether to go on
   */
  public End integrate(LohnerSet start, double until, Predicate<Step> more) {
    StepSearch search = new StepSearch(tape, orders.highest(), Math.ulp(until));
    LohnerSet set = start;
    double time = 0;
    double length = until;
    int order = orders.first();
    for (int steps = 0; ; steps++) {
      Optional<StepSearch.Found> found = step(search, set, order, Math.min(length, until - time));
      if (found.isEmpty() || found.get().length() < LEAST_SHARE * time) {
        return new End(time, set, steps, /* stuck= */ true);
      }
      StepSearch.Found taken = found.get();
      Step step = new Step(time, taken.length(), set, order, center, whole, taken.enclosure());
      boolean goOn = more.test(step);
      set = step.end();
      time += taken.length();
      if (!set.box().isFinite()) {
        return new End(time, set, steps + 1, /* stuck= */ true);
      }
      if (!goOn || time >= until) {
        return new End(time, set, steps + 1, /* stuck= */ false);
      }
      length = taken.length() < taken.tried() ? taken.tried() : taken.length() * GROWTH;
      order = orders.next(order, whole, allowance(set));
    }
  }

  private Optional<StepSearch.Found> step(
      StepSearch search, LohnerSet set, int order, double most) {
    center.expand(set.center().entries(), order);
    // The mean value theorem needs the derivatives on the way from the center to every point.
    whole.expand(set.box().hull(set.center()).entries(), order);
    return search.find(whole, order, allowance(set), most);
  }

  /** What the remainder may add: little beside the size of the unknowns, or beside the set. */
  private double[] allowance(LohnerSet set) {
    int n = tape.states();
    double largest = Math.max(set.box().magnitudeOfColumn(0), 1e-6 * sizeToCome(n));
    double[] allowance = new double[n];
    for (int i = 0; i < n; i++) {
      Interval here = set.box().at(i);
      double size = Math.max(here.magnitude(), 1e-3 * largest);
      allowance[i] = Math.max(tolerance * size, 1e-6 * here.width()) + Double.MIN_NORMAL;
    }
    return allowance;
  }

  /**
   * How large unknowns that start at 0 will be when their slope has changed by as much as it is. Of
   * unknowns that grow by a rate it is about their own size.
   */
  private double sizeToCome(int states) {
    double slope = 0;
    double bend = 0;
    for (int i = 0; i < states; i++) {
      slope = Math.max(slope, whole.coefficient(i, 1).magnitude());
      bend = Math.max(bend, whole.coefficient(i, 2).magnitude());
    }
    double size = slope * (slope / bend);
    return Double.isFinite(size) ? size : slope > 0 ? 1 : 0;
  }
}
