package io.github.flowcert.integrate;

import io.github.flowcert.linalg.LuFactors;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEStateAndDerivative;

/**
 * Rodas3, the stiffly accurate and L-stable Rosenbrock method of order 3 with four stages (Sandu,
 * Verwer, Blom, Spee, Carmichael and Potra, Atmospheric Environment 31, 1997), for autonomous
 * systems. One LU decomposition a step and no iteration: cheap at loose tolerances.
 */
public final class RosenbrockIntegrator extends SteppingIntegrator {
  /** The name used in case files and documents. */
  public static final String NAME = "rosenbrock";

  private static final double GAMMA = 0.5;

  private final JacobianSource jacobianSource;

  /**
   * An integrator for one system.
   *
   * @param jacobianSource the exact Jacobian of the system, which must not depend on time
   * @param errorScale the tolerated local error of each unknown
   */
  public RosenbrockIntegrator(JacobianSource jacobianSource, ErrorScale errorScale) {
    super(NAME, errorScale);
    this.jacobianSource = jacobianSource;
  }

  @Override
  void run(ExpandableODE equations, double finalTime) {
    int n = equations.getMapper().getTotalDimension();
    double[] scale = new double[n];
    fillScale(getStepStart().getCompleteState(), scale);
    double step = initializeStep(true, 3, scale, getStepStart());
    do {
      ODEStateAndDerivative start = getStepStart();
      fillScale(start.getCompleteState(), scale);
      double[] jacobian = new double[n * n];
      jacobianSource.fill(
          start.getTime(), start.getCompleteState(), start.getCompleteDerivative(), jacobian);
      Trial trial = tryUntilAccepted(start, jacobian, scale, step, finalTime);
      ODEStateAndDerivative end =
          equations
              .getMapper()
              .mapStateAndDerivative(trial.end, trial.y, computeDerivatives(trial.end, trial.y));
      setStepSize(trial.step);
      setStepStart(
          acceptStep(
              new HermiteInterpolator(true, start, end, start, end, equations.getMapper()),
              finalTime));
      step = trial.step * growth(trial.error, 5);
    } while (!isLastStep());
  }

  private record Trial(double step, double end, double[] y, double error) {}

  private Trial tryUntilAccepted(
      ODEStateAndDerivative start,
      double[] jacobian,
      double[] scale,
      double wanted,
      double finalTime) {
    double from = start.getTime();
    double step = wanted;
    while (true) {
      step = fitted(step, from, finalTime);
      double end = endOf(step, from, finalTime);
      Trial trial = attempt(start, jacobian, scale, step, end);
      if (trial.error <= 1) {
        return trial;
      }
      countRejection();
      step *= growth(trial.error, 0.9);
    }
  }

  private static double growth(double error, double most) {
    return Double.isFinite(error)
        ? Math.max(0.1, Math.min(most, 0.9 / Math.cbrt(Math.max(error, 1e-9))))
        : 0.1;
  }

  /** The four stages; the last one is the difference from the embedded solution of order 2. */
  private Trial attempt(
      ODEStateAndDerivative start, double[] jacobian, double[] scale, double h, double end) {
    double[] y = start.getCompleteState();
    double[] f = start.getCompleteDerivative();
    int n = y.length;
    LuFactors lu = matrix(jacobian, n, h);
    if (lu.isSingular()) {
      return new Trial(h, end, y, Double.POSITIVE_INFINITY);
    }
    double[] k1 = f.clone();
    lu.solve(k1);
    double[] k2 = combine(f, 4 / h, k1, 0, k1, 0, k1);
    lu.solve(k2);
    double[] third = combine(y, 2, k1, 0, k1, 0, k1);
    double[] k3 = combine(computeDerivatives(end, third), 1 / h, k1, -1 / h, k2, 0, k1);
    lu.solve(k3);
    double[] fourth = combine(third, 1, k3, 0, k1, 0, k1);
    double[] k4 = combine(computeDerivatives(end, fourth), 1 / h, k1, -1 / h, k2, -8 / (3 * h), k3);
    lu.solve(k4);
    return new Trial(h, end, combine(fourth, 1, k4, 0, k1, 0, k1), norm(k4, scale));
  }

  private static LuFactors matrix(double[] jacobian, int n, double h) {
    double[] matrix = new double[n * n];
    for (int k = 0; k < matrix.length; k++) {
      matrix[k] = (k / n == k % n ? 1 / (GAMMA * h) : 0) - jacobian[k];
    }
    return LuFactors.ofInPlace(matrix, n);
  }

  private static double[] combine(
      double[] base, double a, double[] x, double b, double[] y, double c, double[] z) {
    double[] out = new double[base.length];
    for (int k = 0; k < out.length; k++) {
      out[k] = base[k] + a * x[k] + b * y[k] + c * z[k];
    }
    return out;
  }
}
