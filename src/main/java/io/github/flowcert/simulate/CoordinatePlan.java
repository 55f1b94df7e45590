package io.github.flowcert.simulate;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.Coordinates;
import io.github.flowcert.flow.DeterminantCoordinates;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.GradedCoordinates;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.ProductCoordinates;
import io.github.flowcert.flow.RotationCoordinates;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.linalg.SingularValues;
import io.github.flowcert.problem.LeastSquares;
import java.util.function.ToDoubleFunction;

/**
 * Which unknowns and which integrator carry a run on from a point, and why.
 *
 * @param coordinates the unknowns
 * @param integrator the integrator, never auto
 * @param why the reason, in a sentence
 * @param relative relative tolerance
 * @param leave positive while the plan should be kept; the run makes a new one where it reaches 0
 */
record CoordinatePlan(
    Coordinates coordinates,
    IntegratorKind integrator,
    String why,
    double relative,
    ToDoubleFunction<double[]> leave) {
  /** Up to 8-by-8 matrices. */
  private static final int SMALL = 64;

  private static final double APART = 0.02;
  private static final double STIFF = 3e-5;

  private static final double SHARP = 1e-1;
  private static final double SHARPER = 1e-2;

  /** The plan for going on from a point. */
  static CoordinatePlan choose(Network network, FlowSettings settings, Carry from) {
    if (network.problem() instanceof LeastSquares problem) {
      return RegressionPlan.choose(network, problem, settings, from);
    }
    return switch (settings.formulation()) {
      case FACTORS -> factors(network, settings, from, "asked for");
      case PRODUCT -> planned(product(network, settings, from), settings, "asked for");
      case SINGULAR_VALUES -> singularValues(network, settings, from, "asked for");
      case AUTO -> automatic(network, settings, from);
    };
  }

  private static CoordinatePlan automatic(Network network, FlowSettings settings, Carry from) {
    if (network.depth() == 1) {
      return planned(
          product(network, settings, from), settings, "depth 1 is linear in the entries");
    }
    if (!from.balanced()) {
      String why = "the start is not balanced by construction, and only the factors cover that";
      return factors(network, settings, from, why);
    }
    if (network.problem().rows() * network.problem().columns() > SMALL && from.factors() != null) {
      String why = "large: no Jacobian, no decomposition in the vector field";
      return factors(network, settings, from, why);
    }
    return singularValues(
        network, settings, from, "logarithms of the singular values keep the determinant's sign");
  }

  private static CoordinatePlan singularValues(
      Network network, FlowSettings settings, Carry from, String why) {
    int rows = network.problem().rows();
    int columns = network.problem().columns();
    boolean entriesAreObserved = network.problem().completion().isPresent();
    if (network.depth() >= 2 && from.determinantSign() != 0 && entriesAreObserved) {
      return planned(invertible(network, from, settings), settings, why);
    }
    if (network.depth() == 1 && isRankDeficient(from.product(), rows, columns)) {
      String reason = "at depth 1 singular values leave 0: the product matrix";
      return planned(product(network, settings, from), settings, reason);
    }
    if (RotationCoordinates.relativeGap(from.product(), rows, columns) < APART) {
      Coordinates unknowns = product(network, settings, from);
      String reason = "singular values meet here: the product matrix until they are apart";
      return planned(unknowns, settings, reason)
          .leavingWhen(y -> APART + APART - gap(unknowns.observe(0, y)));
    }
    return planned(new RotationCoordinates(network, from, settings.relative()), settings, why);
  }

  /** Unknowns of an invertible matrix of which single entries are observed. */
  private static Coordinates invertible(Network network, Carry from, FlowSettings settings) {
    return network.problem().rows() == 2
        ? new DeterminantCoordinates(network, from, settings.relative())
        : new GradedCoordinates(network, from, settings.relative());
  }

  private static boolean isRankDeficient(double[] product, int rows, int columns) {
    double[] values = SingularValues.of(product, rows, columns).values();
    return values[values.length - 1] == 0;
  }

  private static CoordinatePlan planned(
      Coordinates coordinates, FlowSettings settings, String why) {
    IntegratorKind kind = settings.integrator();
    String reason = why;
    if (kind == IntegratorKind.AUTO) {
      boolean small = coordinates.getDimension() <= SMALL;
      kind = small ? IntegratorKind.RADAU : IntegratorKind.RUNGE_KUTTA_CHEBYSHEV;
      reason +=
          small ? "; few unknowns and stiff: implicit" : "; many unknowns: stabilised explicit";
    }
    return new CoordinatePlan(
        coordinates, kind, reason, settings.relative(), coordinates::validity);
  }

  /**
   * Large factorizations start with a method of high order, until the flow is stiff. Both methods
   * run at a sharper tolerance than asked for, the more so the less it costs, because the errors of
   * explicit methods add up to a drift in balancedness.
   */
  private static CoordinatePlan factors(
      Network network, FlowSettings settings, Carry from, String why) {
    FactorsCoordinates unknowns = factors(network, settings, from, 1);
    if (settings.integrator() != IntegratorKind.AUTO || unknowns.getDimension() <= SMALL) {
      return planned(unknowns, settings, why);
    }
    if (unknowns.slowness(unknowns.start()) <= STIFF) {
      FactorsCoordinates sharp = factors(network, settings, from, SHARP);
      return new CoordinatePlan(
          sharp,
          IntegratorKind.RUNGE_KUTTA_CHEBYSHEV,
          why + "; many unknowns and stiff: stabilised explicit",
          settings.relative() * SHARP,
          sharp::validity);
    }
    FactorsCoordinates sharper = factors(network, settings, from, SHARPER);
    return new CoordinatePlan(
        sharper,
        IntegratorKind.DORMAND_PRINCE_853,
        why + "; many unknowns and not yet stiff: explicit of high order",
        settings.relative() * SHARPER,
        y -> sharper.slowness(y) / STIFF - 0.9);
  }

  static FactorsCoordinates factors(
      Network network, FlowSettings settings, Carry from, double share) {
    return new FactorsCoordinates(
        network, from, settings.relative() * share, settings.absolute() * share);
  }

  private static Coordinates product(Network network, FlowSettings settings, Carry from) {
    return new ProductCoordinates(network, from, settings.relative(), settings.absolute());
  }

  private CoordinatePlan leavingWhen(ToDoubleFunction<double[]> also) {
    return new CoordinatePlan(
        coordinates,
        integrator,
        why,
        relative,
        y -> Math.min(leave.applyAsDouble(y), also.applyAsDouble(y)));
  }

  private static double gap(FlowState state) {
    return RotationCoordinates.relativeGap(state.logSingularValues());
  }

  /** Positive while this plan should be kept. */
  double validity(double[] unknowns) {
    return leave.applyAsDouble(unknowns);
  }
}
