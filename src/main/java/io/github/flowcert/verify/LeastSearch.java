package io.github.flowcert.verify;

import io.github.flowcert.verify.MarginSearch.Stretch;
import io.github.flowcert.verify.MarginSearch.Worst;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * Searches the least value of something that is measured along a line of points, stretch by
 * stretch: at every point that is looked at, and by minimisation around every point that is lower
 * than its neighbours.
 *
 * @param <P> a point of the line
 */
final class LeastSearch<P> {
  private static final int MOST_EVALUATIONS = 10_000;

  /** Stands for the margin where there is none, in a minimisation: that needs finite values. */
  private static final double NOWHERE = Double.MAX_VALUE;

  /** To this share of the interval searched, minima are found. */
  private static final double RESOLUTION = 1e-10;

  /** A slope over less than this share of the interval would be made of rounding errors. */
  private static final double LEAST_SECANT = 0.05;

  /**
   * How much deeper than the rise to its neighbours a minimum may lie below the points looked at. A
   * corner between two lines is at most that rise deep where points are evenly spaced; at the joint
   * of two steps they are not.
   */
  private static final double DEPTH = 100;

  private final ToDoubleFunction<P> place;
  private final BiFunction<P, P, Optional<Sides>> function;
  private final ToDoubleFunction<Sides> measure;
  private final boolean ofSlope;
  private Worst<P> worst;
  private P unevaluable;
  private Stretch<P> earlier;
  private double lastButOne = Double.POSITIVE_INFINITY;
  private double last = Double.POSITIVE_INFINITY;

  /**
   * Searches for a claim.
   *
   * @param place where on the line a point lies
   * @param function both sides at a point, given the point looked at before it (null at the start);
   *     empty where there is nothing to measure
   * @param measure what is to be least
   * @param ofSlope whether the sides depend on the slope between the two points
   */
  LeastSearch(
      ToDoubleFunction<P> place,
      BiFunction<P, P, Optional<Sides>> function,
      ToDoubleFunction<Sides> measure,
      boolean ofSlope) {
    this.place = place;
    this.function = function;
    this.measure = measure;
    this.ofSlope = ofSlope;
  }

  /** Where it was least so far; empty where there was nothing to measure. */
  Optional<Worst<P>> worst() {
    return Optional.ofNullable(worst);
  }

  /** A point at which what was measured was no number, if there was one. */
  Optional<P> unevaluable() {
    return Optional.ofNullable(unevaluable);
  }

  /** Looks at the start. */
  void start(P state) {
    last = look(state, null);
  }

  /** Looks at the next point of a sequence that has nothing between its points. */
  void point(P state, P previous) {
    look(state, previous);
  }

  /** Looks at a stretch, which begins where the last one ended. */
  void follow(Stretch<P> step) {
    List<P> points = step.points();
    double[] margins = new double[points.size()];
    margins[0] = last;
    for (int k = 1; k < margins.length; k++) {
      margins[k] = look(points.get(k), points.get(k - 1));
    }
    if (mayHideLess(lastButOne, margins[0], margins[1])) {
      finish();
      refine(step, 0, 0, 1);
    }
    for (int k = 1; k < margins.length - 1; k++) {
      if (mayHideLess(margins[k - 1], margins[k], margins[k + 1])) {
        refine(step, k - 1, k, k + 1);
      }
    }
    earlier = step;
    lastButOne = margins[margins.length - 2];
    last = margins[margins.length - 1];
  }

  /** Looks once more at the end of the line; to be called after the last stretch. */
  void finish() {
    if (earlier != null && last < lastButOne) {
      int end = earlier.points().size() - 1;
      refine(earlier, end - 1, end, end);
    }
  }

  /** Whether a minimum lies around the middle one of three points, and may be the least yet. */
  private boolean mayHideLess(double before, double here, double after) {
    boolean minimum = here <= before && here <= after && (here < before || here < after);
    double rise = Math.max(before, after) - here;
    return minimum && (rise == Double.POSITIVE_INFINITY || here - DEPTH * rise < least());
  }

  private double least() {
    return worst == null ? Double.POSITIVE_INFINITY : measure.applyAsDouble(worst.sides());
  }

  /** The margin at a point; infinite where the claim says nothing or has no value. */
  private double look(P state, P previous) {
    Optional<Sides> sides = function.apply(state, previous);
    if (sides.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double margin = measure.applyAsDouble(sides.get());
    if (Double.isNaN(margin)) {
      unevaluable = unevaluable == null ? state : unevaluable;
      return Double.POSITIVE_INFINITY;
    }
    if (worst == null || margin < least()) {
      worst = new Worst<>(state, previous, sides.get(), 0);
    }
    return margin;
  }

  /** Searches around a point of a stretch, from another of its points to a third. */
  private void refine(Stretch<P> step, int from, int here, int to) {
    P before = step.points().get(from);
    double begin = place.applyAsDouble(before);
    double length = place.applyAsDouble(step.points().get(to)) - begin;
    if (!(length > 0)) {
      return;
    }
    DoubleFunction<P> at = share -> step.at().apply(begin + share * length);
    UnivariateFunction margin = share -> marginAt(at.apply(share), before);
    double inside = (place.applyAsDouble(step.points().get(here)) - begin) / length;
    double first = edge(margin, ofSlope ? LEAST_SECANT : 0, inside);
    double end = edge(margin, 1, inside);
    if (!(first < end)) {
      return;
    }
    double found = minimum(margin, first, end);
    double leastYet = least();
    if (look(at.apply(found), before) < leastYet) {
      double sooner = margin.value(Math.max(first, found - 4 * RESOLUTION));
      double later = margin.value(Math.min(end, found + 4 * RESOLUTION));
      worst = worst.resolvedTo(Math.max(rise(sooner), rise(later)));
    }
  }

  /** Where the claim begins to say something, between a place and one where it does. */
  private static double edge(UnivariateFunction margin, double place, double inside) {
    if (margin.value(place) != NOWHERE) {
      return place;
    }
    double nowhere = place;
    double somewhere = inside;
    while (Math.abs(somewhere - nowhere) > RESOLUTION) {
      double middle = (somewhere + nowhere) / 2;
      if (margin.value(middle) == NOWHERE) {
        nowhere = middle;
      } else {
        somewhere = middle;
      }
    }
    return somewhere;
  }

  private static double minimum(UnivariateFunction margin, double first, double end) {
    return new BrentOptimizer(RESOLUTION, RESOLUTION)
        .optimize(
            new MaxEval(MOST_EVALUATIONS),
            new UnivariateObjectiveFunction(margin),
            GoalType.MINIMIZE,
            new SearchInterval(first, end))
        .getPoint();
  }

  private double rise(double near) {
    return near == NOWHERE ? 0 : Math.max(0, near - least());
  }

  private double marginAt(P state, P before) {
    boolean beyond = place.applyAsDouble(state) > place.applyAsDouble(before);
    return function
        .apply(state, beyond ? before : null)
        .map(measure::applyAsDouble)
        .filter(value -> !value.isNaN())
        .orElse(NOWHERE);
  }
}
