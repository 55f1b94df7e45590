package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.simulate.DenseStep;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.optim.univariate.UnivariateOptimizer;
import org.hipparchus.optim.univariate.UnivariatePointValuePair;

/**
 * Searches the least margin of a claim along a trajectory: at every point of the dense output that
 * is looked at, and between them by minimisation where a point is the least so far.
 */
final class MarginTracker {
  private static final int MOST_EVALUATIONS = 40;

  private final BiFunction<FlowState, FlowState, Optional<Sides>> function;
  private Worst worst;
  private FlowState unevaluable;

  /** The step at whose end the margin was the least so far, while it may still be falling. */
  private DenseStep falling;

  /**
   * Tracks a claim.
   *
   * @param function both sides at a point, given the point of the dense output before it (null at
   *     the start); empty where the claim says nothing
   */
  MarginTracker(BiFunction<FlowState, FlowState, Optional<Sides>> function) {
    this.function = function;
  }

  /**
   * The point at which the margin is least.
   *
   * @param state the point
   * @param previous the point of the dense output before it; null at the start
   * @param sides both sides there
   */
  record Worst(FlowState state, FlowState previous, Sides sides) {}

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
    look(state, null);
  }

  /** Looks at a step. */
  void step(DenseStep step) {
    int last = step.points().size() - 1;
    int least = -1;
    for (int k = 1; k <= last; k++) {
      if (look(step.points().get(k), step.points().get(k - 1))) {
        least = k;
      }
    }
    if (least < 0 && falling != null) {
      // The least point so far ended the step before: the minimum is on one side of it.
      refine(falling, falling.points().size() - 1);
      refine(step, 1);
    } else if (least > 0 && least < last) {
      refine(step, least);
    }
    falling = least == last ? step : null;
  }

  /** Looks once more at the end of the trajectory; to be called after the last step. */
  void finish() {
    if (falling != null) {
      refine(falling, falling.points().size() - 1);
      falling = null;
    }
  }

  private boolean look(FlowState state, FlowState previous) {
    Optional<Sides> sides = function.apply(state, previous);
    if (sides.isEmpty()) {
      return false;
    }
    double margin = sides.get().margin();
    if (Double.isNaN(margin)) {
      unevaluable = unevaluable == null ? state : unevaluable;
      return false;
    }
    if (worst == null || margin < worst.sides.margin()) {
      worst = new Worst(state, previous, sides.get());
      return true;
    }
    return false;
  }

  private void refine(DenseStep step, int least) {
    List<FlowState> points = step.points();
    double low = points.get(least - 1).time();
    double high = points.get(Math.min(least + 1, points.size() - 1)).time();
    FlowState before = points.get(least - 1);
    if (!(high > low)) {
      return;
    }
    double length = high - low;
    UnivariateFunction margin = share -> marginAt(step.at().time(low + share * length), before);
    UnivariateOptimizer optimizer = new BrentOptimizer(1e-7, 1e-9);
    UnivariatePointValuePair found =
        optimizer.optimize(
            new MaxEval(MOST_EVALUATIONS * 5),
            new UnivariateObjectiveFunction(margin),
            GoalType.MINIMIZE,
            new SearchInterval(0, 1, (points.get(least).time() - low) / length));
    FlowState state = step.at().time(low + found.getPoint() * length);
    if (state.time() > before.time()) {
      look(state, before);
    }
  }

  private double marginAt(FlowState state, FlowState before) {
    return function
        .apply(state, state.time() > before.time() ? before : null)
        .map(Sides::margin)
        .filter(value -> !value.isNaN())
        .orElse(Double.MAX_VALUE);
  }
}
