package io.github.flowcert.integrate;

import java.util.Arrays;
import org.hipparchus.ode.ODEIntegrator;
import org.hipparchus.ode.nonstiff.AdamsBashforthIntegrator;
import org.hipparchus.ode.nonstiff.AdamsMoultonIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.hipparchus.ode.nonstiff.GraggBulirschStoerIntegrator;
import org.hipparchus.ode.nonstiff.HighamHall54Integrator;

/** Makes integrators by name, with tolerances set from the error scale of the unknowns. */
public final class Integrators {
  private static final int ADAMS_STEPS = 4;

  private Integrators() {}

  /**
   * An integrator for one run.
   *
   * @param kind which one; not {@link IntegratorKind#AUTO}
   * @param start the unknowns at the start, from which absolute tolerances are derived
   * @param relative relative tolerance
   * @param errorScale tolerated errors, for the integrators of this package
   * @param jacobian the Jacobian, for implicit integrators
   */
  public static ODEIntegrator of(
      IntegratorKind kind,
      double[] start,
      double relative,
      ErrorScale errorScale,
      JacobianSource jacobian) {
    double[] abs = absoluteTolerances(start, relative, errorScale);
    double[] rel = new double[start.length];
    Arrays.fill(rel, relative);
    double min = Double.MIN_NORMAL;
    double max = Double.MAX_VALUE;
    return switch (kind) {
      case DORMAND_PRINCE_853 -> new CountingDormandPrince(min, max, abs, rel);
      case DORMAND_PRINCE_54 -> new DormandPrince54Integrator(min, max, abs, rel);
      case HIGHAM_HALL_54 -> new HighamHall54Integrator(min, max, abs, rel);
      case GRAGG_BULIRSCH_STOER -> new GraggBulirschStoerIntegrator(min, max, abs, rel);
      case ADAMS_BASHFORTH -> new AdamsBashforthIntegrator(ADAMS_STEPS, min, max, abs, rel);
      case ADAMS_MOULTON -> new AdamsMoultonIntegrator(ADAMS_STEPS, min, max, abs, rel);
      case RADAU -> new RadauIntegrator(jacobian, errorScale);
      case ROSENBROCK -> new RosenbrockIntegrator(jacobian, errorScale);
      case RUNGE_KUTTA_CHEBYSHEV -> new ChebyshevIntegrator(errorScale);
      case AUTO -> throw new IllegalArgumentException("auto is a choice still to be made");
    };
  }

  /** What the error scale allows beyond the relative part; never 0, which no error could meet. */
  private static double[] absoluteTolerances(
      double[] start, double relative, ErrorScale errorScale) {
    double[] scale = new double[start.length];
    errorScale.fill(start, scale);
    double largest = Arrays.stream(start).map(Math::abs).max().orElse(0);
    double floor = Math.max(1e-6 * relative * largest, Double.MIN_NORMAL);
    double[] absolute = new double[start.length];
    for (int k = 0; k < start.length; k++) {
      absolute[k] = Math.max(scale[k] - relative * Math.abs(start[k]), floor);
    }
    return absolute;
  }
}
