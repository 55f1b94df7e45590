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

/**
 * Which unknowns and which integrator carry a run on from a point, and why.
 *
 * @param coordinates the unknowns
 * @param integrator the integrator, never auto
 * @param why the reason, in a sentence
 * @param stopgap whether the run should leave these coordinates as soon as better ones work
 */
record CoordinatePlan(
    Coordinates coordinates, IntegratorKind integrator, String why, boolean stopgap) {
  private static final int SMALL = 60;
  private static final double APART = 0.02;

  /** The plan for going on from a point. */
  static CoordinatePlan choose(Network network, FlowSettings settings, Carry from) {
    return switch (settings.formulation()) {
      case FACTORS -> planned(factors(network, settings, from), settings, "asked for", false);
      case PRODUCT -> planned(product(network, settings, from), settings, "asked for", false);
      case SINGULAR_VALUES -> singularValues(network, settings, from, "asked for");
      case AUTO -> automatic(network, settings, from);
    };
  }

  private static CoordinatePlan automatic(Network network, FlowSettings settings, Carry from) {
    if (network.depth() == 1) {
      return planned(
          product(network, settings, from), settings, "depth 1 is linear in the entries", false);
    }
    if (!from.balanced()) {
      String why = "the start is not balanced by construction, and only the factors cover that";
      return planned(factors(network, settings, from), settings, why, false);
    }
    if (network.problem().rows() * network.problem().columns() > SMALL && from.factors() != null) {
      String why = "large: no Jacobian, no decomposition in the vector field";
      return planned(factors(network, settings, from), settings, why, false);
    }
    return singularValues(
        network, settings, from, "logarithms of the singular values keep the determinant's sign");
  }

  private static CoordinatePlan singularValues(
      Network network, FlowSettings settings, Carry from, String why) {
    int rows = network.problem().rows();
    int columns = network.problem().columns();
    if (rows == 2 && columns == 2 && network.depth() >= 2 && from.determinantSign() != 0) {
      Coordinates unknowns = new DeterminantCoordinates(network, from, settings.relative());
      return planned(unknowns, settings, why, false);
    }
    if (rows == columns && network.depth() >= 2 && from.determinantSign() != 0) {
      Coordinates unknowns = new GradedCoordinates(network, from, settings.relative());
      return planned(unknowns, settings, why, false);
    }
    if (network.depth() == 1 && isRankDeficient(from.product(), rows, columns)) {
      String reason = "at depth 1 singular values leave 0: the product matrix";
      return planned(product(network, settings, from), settings, reason, false);
    }
    if (RotationCoordinates.relativeGap(from.product(), rows, columns) < APART) {
      Coordinates unknowns = product(network, settings, from);
      String reason = "singular values meet here: the product matrix until they are apart";
      return planned(unknowns, settings, reason, true);
    }
    return planned(
        new RotationCoordinates(network, from, settings.relative()), settings, why, false);
  }

  private static boolean isRankDeficient(double[] product, int rows, int columns) {
    double[] values = SingularValues.of(product, rows, columns).values();
    return values[values.length - 1] == 0;
  }

  private static CoordinatePlan planned(
      Coordinates coordinates, FlowSettings settings, String why, boolean stopgap) {
    IntegratorKind kind = settings.integrator();
    String reason = why;
    if (kind == IntegratorKind.AUTO) {
      boolean small = coordinates.getDimension() <= SMALL;
      kind = small ? IntegratorKind.RADAU : IntegratorKind.RUNGE_KUTTA_CHEBYSHEV;
      reason +=
          small ? "; few unknowns and stiff: implicit" : "; many unknowns: stabilised explicit";
    }
    return new CoordinatePlan(coordinates, kind, reason, stopgap);
  }

  private static Coordinates factors(Network network, FlowSettings settings, Carry from) {
    return new FactorsCoordinates(network, from, settings.relative(), settings.absolute());
  }

  private static Coordinates product(Network network, FlowSettings settings, Carry from) {
    return new ProductCoordinates(network, from, settings.relative(), settings.absolute());
  }

  /** Positive while these coordinates should go on; the run changes them where it reaches 0. */
  double validity(double[] unknowns) {
    double validity = coordinates.validity(unknowns);
    if (!stopgap) {
      return validity;
    }
    FlowState state = coordinates.observe(0, unknowns);
    double[] logs = state.logSingularValues();
    double gap = RotationCoordinates.relativeGap(logs);
    return Math.min(validity, APART + APART - gap);
  }
}
