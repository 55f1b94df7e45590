package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.simulate.DenseStep;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * Searches the least margin of a claim along a trajectory: at every point of the dense output that
 * is looked at, and by minimisation around every point that is lower than its neighbours.
 */
final class MarginTracker {
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

  private final BiFunction<FlowState, FlowState, Optional<Sides>> function;
  private final boolean ofSlope;
  private Worst worst;
  private FlowState unevaluable;
  private DenseStep earlier;
  private double lastButOne = Double.POSITIVE_INFINITY;
  private double last = Double.POSITIVE_INFINITY;

  /**
   * Tracks a claim.
   *
   * @param function both sides at a point, given the point of the dense output before it (null at
   *     the start); empty where the claim says nothing
   * @param ofSlope whether the sides depend on the slope between the two points
   */
  MarginTracker(BiFunction<FlowState, FlowState, Optional<Sides>> function, boolean ofSlope) {
    this.function = function;
    this.ofSlope = ofSlope;
  }

  /**
   * The point at which the margin is least.
   *
   * @param state the point
   * @param previous the point of the dense output before it; null at the start
   * @param sides both sides there
   * @param resolution change of the margin over the time to which the search resolves
   */
  record Worst(FlowState state, FlowState previous, Sides sides, double resolution) {
    private Worst resolvedTo(double change) {
      return new Worst(state, previous, sides, change);
    }
  }

  /** The least margin so far; empty where the claim applied nowhere. */
  Optional<Worst> worst() {
    return Optional.ofNullable(worst);
  }

  /** A point at which the claim could not be evaluated to a number, if there was one. */
  Optional<FlowState> unevaluable() {
    return Optional.ofNullable(unevaluable);
  }

  /** Looks at the start. */
  void start(FlowState state) {
    last = look(state, null);
  }

  /** Looks at the next point of a sequence that has nothing between its points. */
  void point(FlowState state, FlowState previous) {
    look(state, previous);
  }

  /** Looks at a step. */
  void step(DenseStep step) {
    List<FlowState> points = step.points();
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

  /** Looks once more at the end of the trajectory; to be called after the last step. */
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
    return worst == null ? Double.POSITIVE_INFINITY : worst.sides.margin();
  }

  /** The margin at a point; infinite where the claim says nothing or has no value. */
  private double look(FlowState state, FlowState previous) {
    Optional<Sides> sides = function.apply(state, previous);
    if (sides.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double margin = sides.get().margin();
    if (Double.isNaN(margin)) {
      unevaluable = unevaluable == null ? state : unevaluable;
      return Double.POSITIVE_INFINITY;
    }
    if (worst == null || margin < least()) {
      worst = new Worst(state, previous, sides.get(), 0);
    }
    return margin;
  }

  /** Searches around a point of a step, from another of its points to a third. */
  private void refine(DenseStep step, int from, int here, int to) {
    FlowState before = step.points().get(from);
    double length = step.points().get(to).time() - before.time();
    if (!(length > 0)) {
      return;
    }
    DoubleFunction<FlowState> at = share -> step.at().time(before.time() + share * length);
    UnivariateFunction margin = share -> marginAt(at.apply(share), before);
    double inside = (step.points().get(here).time() - before.time()) / length;
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

  private double marginAt(FlowState state, FlowState before) {
    return function
        .apply(state, state.time() > before.time() ? before : null)
        .map(Sides::margin)
        .filter(value -> !value.isNaN())
        .orElse(NOWHERE);
  }
}
