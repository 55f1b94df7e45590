package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.problem.MatrixProblem;

/**
 * The slope of the loss between two points. Where the loss nears a value that is not 0, two losses
 * agree in all digits long before the flow rests; their difference is then taken from the entries
 * that move, {@code sum (w - v)(g + h)/2} for products w, v and gradients g, h: for a quadratic
 * loss that is the difference exactly. In completion g - h is w - v where an entry is observed, and
 * comes from whichever of entry and residual is the smaller number.
 */
final class LossSlope {
  private LossSlope() {}

  /** Slope from one point to a later one. */
  static double between(MatrixProblem problem, FlowState previous, FlowState state) {
    if (previous.fit().isPresent() && state.fit().isPresent()) {
      double change = new FitChange(previous.fit().get(), state.fit().get()).ofLoss();
      return change / (state.time() - previous.time());
    }
    double change = 0;
    for (int k = 0; k < state.product().length; k++) {
      boolean byEntries = goesByEntries(problem, previous, state, k);
      double[] from = byEntries ? previous.product() : previous.gradient();
      double[] to = byEntries ? state.product() : state.gradient();
      change += (to[k] - from[k]) * (previous.gradient()[k] + state.gradient()[k]) / 2;
    }
    return change / (state.time() - previous.time());
  }

  /** What rounding may do to that slope; residuals may be rounded differences to their targets. */
  static double rounding(MatrixProblem problem, FlowState previous, FlowState state) {
    if (previous.fit().isPresent() && state.fit().isPresent()) {
      double units = new FitChange(previous.fit().get(), state.fit().get()).rounding();
      return 2 * Perturbation.UNITS * units / (state.time() - previous.time());
    }
    double error = 0;
    for (int k = 0; k < state.product().length; k++) {
      boolean byEntries = goesByEntries(problem, previous, state, k);
      double[] residuals = state.gradient();
      double[] before = previous.gradient();
      double entries = Math.max(Math.abs(previous.product()[k]), Math.abs(state.product()[k]));
      double differences = Math.max(Math.abs(before[k]), Math.abs(residuals[k]));
      double number = byEntries ? entries : differences + problem.observationIn(k);
      double moved = Math.abs(state.product()[k] - previous.product()[k]);
      double ofGradient = problem.completion().isPresent() ? 0 : problem.observationIn(k);
      error += number * (Math.abs(before[k]) + Math.abs(residuals[k])) + moved * ofGradient;
    }
    return 2 * Perturbation.UNITS * error / (state.time() - previous.time());
  }

  private static boolean goesByEntries(
      MatrixProblem problem, FlowState previous, FlowState state, int k) {
    return problem.completion().isEmpty() || entriesAreSmaller(previous, state, k);
  }

  private static boolean entriesAreSmaller(FlowState previous, FlowState state, int k) {
    double entries = Math.abs(previous.product()[k]) + Math.abs(state.product()[k]);
    return entries < Math.abs(previous.gradient()[k]) + Math.abs(state.gradient()[k]);
  }
}
