package io.github.flowcert.simulate;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.Coordinates;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.RegressionCoordinates;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.problem.LeastSquares;

/** Which unknowns and which integrator follow the flow of least squares. */
final class RegressionPlan {
  private static final String WHY =
      "graded directions keep slow time scales apart from fast ones, and know no singular values";

  /** Beyond so many unknowns an implicit step takes longer than the steps that it saves. */
  private static final int MOST_IMPLICIT = 600;

  private RegressionPlan() {}

  static CoordinatePlan choose(
      Network network, LeastSquares problem, FlowSettings settings, Carry from) {
    return switch (settings.formulation()) {
      case FACTORS -> {
        FactorsCoordinates parameters = CoordinatePlan.factors(network, settings, from, 1);
        yield planned(parameters, settings, "asked for");
      }
      case PRODUCT -> planned(rowSpace(problem, settings, from), settings, "asked for");
      case SINGULAR_VALUES ->
          planned(singularVectors(problem, settings, from), settings, "asked for");
      case AUTO -> planned(rowSpace(problem, settings, from), settings, WHY);
    };
  }

  private static Coordinates rowSpace(LeastSquares problem, FlowSettings settings, Carry from) {
    return RegressionCoordinates.ofRowSpace(problem, from.product(), settings.relative());
  }

  private static Coordinates singularVectors(
      LeastSquares problem, FlowSettings settings, Carry from) {
    return RegressionCoordinates.ofSingularVectors(problem, from.product(), settings.relative());
  }

  private static CoordinatePlan planned(
      Coordinates coordinates, FlowSettings settings, String why) {
    IntegratorKind kind = settings.integrator();
    String reason = why;
    if (kind == IntegratorKind.AUTO) {
      boolean few = coordinates.getDimension() <= MOST_IMPLICIT;
      kind = few ? IntegratorKind.RADAU : IntegratorKind.RUNGE_KUTTA_CHEBYSHEV;
      reason += few ? "; stiff: implicit" : "; many unknowns: stabilised explicit";
    }
    return new CoordinatePlan(
        coordinates, kind, reason, settings.relative(), coordinates::validity);
  }
}
