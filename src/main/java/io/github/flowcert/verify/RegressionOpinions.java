package io.github.flowcert.verify;

import io.github.flowcert.flow.ClosedForm;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.result.ResultDocument.CrossCheck;
import io.github.flowcert.simulate.Trajectory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.linear.MatrixUtils;

/**
 * The flow of least squares computed in other ways: integrated along singular vectors, in closed
 * form, and its limit by the pseudo-inverses of two libraries.
 */
final class RegressionOpinions {
  private static final String CURVE = "parameters along the curve";
  private static final String LIMIT = "limit of the flow in closed form";

  private final LeastSquares problem;
  private final ClosedForm closed;
  private final List<FlowState> points;

  /**
   * Opinions on a run.
   *
   * @param start beta(0)
   * @param points points of the run, in order of time
   */
  RegressionOpinions(LeastSquares problem, double[] start, List<FlowState> points) {
    this.problem = problem;
    this.closed = new ClosedForm(problem, start);
    this.points = List.copyOf(points);
  }

  /** The checks, with further runs where they need them. */
  List<CrossCheck> checks(Runs runs) {
    double end = points.isEmpty() ? 0 : points.get(points.size() - 1).time();
    return List.of(
        alongSingularVectors(runs, end),
        alongCurve(
            "closed form, with singular values in 106 bits",
            state -> Optional.of(closed.at(state.time())),
            "the same as claim closed-form"),
        limit("Hipparchus: pseudo-inverse", byHipparchus()),
        limit("Apache Commons Math: pseudo-inverse", byCommonsMath()));
  }

  private CrossCheck alongSingularVectors(Runs runs, double end) {
    if (end == 0) {
      return alongCurve("singular-values formulation", state -> Optional.empty(), "nothing to do");
    }
    Trajectory other = runs.singularVectors(end, points.stream().map(FlowState::time).toList());
    return alongCurve(
        "singular-values formulation, " + other.segments().get(0).integrator(),
        state -> Differences.at(other.samples(), state.time()).map(FlowState::product),
        "every time scale integrated by itself");
  }

  private CrossCheck alongCurve(
      String by, Function<FlowState, Optional<double[]>> other, String note) {
    double largest = 0;
    double until = 0;
    for (FlowState state : points) {
      Optional<double[]> there = other.apply(state);
      if (there.isPresent()) {
        largest = Math.max(largest, Differences.relative(state.product(), there.get()));
        until = state.time();
      }
    }
    return new CrossCheck(CURVE, by, until > 0 ? largest : null, until, note);
  }

  private CrossCheck limit(String by, double[] theirs) {
    double[] limit = closed.limit();
    for (int k = 0; k < theirs.length; k++) {
      theirs[k] += closed.start()[k];
    }
    return new CrossCheck(
        LIMIT,
        by,
        Differences.relative(limit, theirs),
        0,
        "relative to the largest parameter; a library that works in doubles loses as many digits as"
            + " the condition of X has");
  }

  /** X^+ (y - X beta(0)). */
  private double[] byHipparchus() {
    return new org.hipparchus.linear.SingularValueDecomposition(
            MatrixUtils.createRealMatrix(design()))
        .getSolver()
        .getInverse()
        .operate(residual());
  }

  private double[] byCommonsMath() {
    return new org.apache.commons.math3.linear.SingularValueDecomposition(
            org.apache.commons.math3.linear.MatrixUtils.createRealMatrix(design()))
        .getSolver()
        .getInverse()
        .operate(residual());
  }

  private double[][] design() {
    double[][] design = new double[problem.observations()][problem.rows()];
    for (int i = 0; i < design.length; i++) {
      for (int j = 0; j < design[i].length; j++) {
        design[i][j] = problem.design(i, j);
      }
    }
    return design;
  }

  private double[] residual() {
    return problem.residual(closed.start()).rounded();
  }
}
