package io.github.flowcert.verify;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.SolutionLine;
import io.github.flowcert.flow.SolutionState;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.problem.MatrixProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * A point of the trajectory with its numbers moved by what rounding may have done to them. How far
 * the sides of a claim move with them tells what cancels inside the claim.
 */
final class Perturbation {
  /** Rounding that a computed number may carry, relative to it. */
  static final double UNITS = 4 * 0x1p-52;

  /** Patterns of signs, one bit a number; few are enough, as only the order of magnitude counts. */
  private static final long[] PATTERNS = {
    0x0000000000000000L, 0x5555555555555555L, 0x3333333333333333L, 0x6969696969696969L
  };

  private final MatrixProblem problem;
  private final double target;

  /**
   * Perturbations for a problem.
   *
   * @param problem its observations set the rounding of residuals
   */
  Perturbation(MatrixProblem problem) {
    this.problem = problem;
    this.target = problem.largestObservation();
  }

  /** What rounding may do to a loss: to the residuals, which are differences to the targets. */
  private double ofLoss(double loss) {
    return UNITS * (loss + Math.sqrt(2 * loss) * target);
  }

  /** What rounding may do to the slope of the loss between two points. */
  double ofSlope(FlowState previous, FlowState state) {
    return LossSlope.rounding(problem, previous, state);
  }

  /** The point moved in several directions. */
  List<FlowState> of(FlowState state) {
    List<FlowState> moved = new ArrayList<>();
    for (long pattern : PATTERNS) {
      moved.add(moved(state, pattern));
    }
    return moved;
  }

  private static double[] movedEntries(FlowState state, long pattern) {
    double[] product = state.product().clone();
    for (int k = 0; k < product.length; k++) {
      product[k] *= 1 + UNITS * sign(pattern, k);
    }
    return product;
  }

  private FlowState moved(FlowState state, long pattern) {
    double[] product = movedEntries(state, pattern);
    double[] logs = state.logSingularValues().clone();
    for (int k = 0; k < logs.length; k++) {
      logs[k] += UNITS * sign(pattern, k + 1) * Math.max(1, Math.abs(logs[k]));
    }
    double log = state.logAbsDeterminant();
    FlowState.Measured measured =
        new FlowState.Measured(
            logs,
            state.determinantSign(),
            log + UNITS * sign(pattern, 3) * Math.max(1, Math.abs(log)),
            state.unbalancedness(),
            state.factorScale());
    return new FlowState(
        state.time(),
        Math.max(0, state.loss() + sign(pattern, 2) * ofLoss(state.loss())),
        state.rows(),
        state.columns(),
        product,
        movedGradient(state, pattern),
        () -> measured);
  }

  /** A residual is moved by the rounding of the difference to its target. */
  private double[] movedGradient(FlowState state, long pattern) {
    double[] gradient = state.gradient().clone();
    for (int k = 0; k < gradient.length; k++) {
      double rounding = UNITS * (Math.abs(gradient[k]) + problem.observationIn(k));
      gradient[k] += sign(pattern, k + 4) * rounding;
    }
    return gradient;
  }

  /**
   * A solution moved in several directions: each entry by its own rounding, and the matrix that is
   * decomposed by the rounding of its largest entry, which is how well a spectrum can be known.
   */
  static List<SolutionState> of(SolutionLine line, SolutionState solution) {
    double[] matrix = solution.state().product();
    double rounding = UNITS * Flat.maxAbs(matrix);
    List<SolutionState> all = new ArrayList<>();
    for (long pattern : PATTERNS) {
      double[] decomposed = matrix.clone();
      for (int k = 0; k < decomposed.length; k++) {
        decomposed[k] += sign(pattern, k) * rounding;
      }
      double[] entries = movedEntries(solution.state(), pattern);
      all.add(line.measured(solution.x(), entries, decomposed));
    }
    return all;
  }

  private static int sign(long pattern, int bit) {
    return (pattern >>> (bit % 64) & 1) == 0 ? 1 : -1;
  }
}
