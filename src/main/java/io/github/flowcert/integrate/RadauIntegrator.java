package io.github.flowcert.integrate;

import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEStateAndDerivative;

/**
 * Radau IIA collocation with five stages: order 9, L-stable, adaptive, with the collocation
 * polynomial as dense output (Hairer and Wanner, Solving Ordinary Differential Equations II, IV.8).
 *
 * <p>Meant for few unknowns: the stages are solved for together by Newton's method with one
 * Jacobian a step. The error is that of an embedded formula of order 5, far larger than the
 * method's own, so tolerances are kept with room to spare.
 */
public final class RadauIntegrator extends SteppingIntegrator {
  /** The name used in case files and documents. */
  public static final String NAME = "radau";

  private static final double SAFETY = 0.9;
  private static final double MAX_GROWTH = 8;
  private static final double MIN_REDUCTION = 0.1;

  private final RadauCoefficients coefficients = RadauCoefficients.FIVE_STAGES;
  private final JacobianSource jacobianSource;

  /**
   * An integrator for one system.
   *
   * @param jacobianSource the Jacobian of the system
   * @param errorScale the tolerated local error of each unknown
   */
  public RadauIntegrator(JacobianSource jacobianSource, ErrorScale errorScale) {
    super(NAME, errorScale);
    this.jacobianSource = jacobianSource;
  }

  @Override
  void run(ExpandableODE equations, double finalTime) {
    int n = equations.getMapper().getTotalDimension();
    NewtonStage newton = new NewtonStage(coefficients, n, this::computeDerivatives);
    double[] scale = new double[n];
    double step = firstStep(scale, finalTime);
    CollocationPolynomial previous = null;
    do {
      ODEStateAndDerivative start = getStepStart();
      double[] y = start.getCompleteState();
      double[] slope = start.getCompleteDerivative();
      fillScale(y, scale);
      double[] jacobian = new double[n * n];
      jacobianSource.fill(start.getTime(), y, slope, jacobian);
      newton.begin(start.getTime(), y, slope, jacobian, scale);
      double accepted = tryUntilAccepted(newton, previous, step, finalTime);
      previous = newton.polynomial();
      double end = endOf(accepted, start.getTime(), finalTime);
      double[] yEnd = newton.end();
      ODEStateAndDerivative state =
          equations.getMapper().mapStateAndDerivative(end, yEnd, computeDerivatives(end, yEnd));
      setStepSize(accepted);
      setStepStart(
          acceptStep(
              new CollocationInterpolator(
                  previous, true, start, state, start, state, equations.getMapper()),
              finalTime));
      if (resetOccurred()) {
        previous = null;
      }
      step = newton.nextStep(accepted, SAFETY, MIN_REDUCTION, MAX_GROWTH);
    } while (!isLastStep());
  }

  private double firstStep(double[] scale, double finalTime) {
    fillScale(getStepStart().getCompleteState(), scale);
    double guess = initializeStep(true, coefficients.stages(), scale, getStepStart());
    return Math.min(guess, finalTime - getStepStart().getTime());
  }

  private double tryUntilAccepted(
      NewtonStage newton, CollocationPolynomial previous, double wanted, double finalTime) {
    double start = getStepStart().getTime();
    double step = wanted;
    while (true) {
      step = fitted(step, start, finalTime);
      if (newton.attempt(step, previous)) {
        return step;
      }
      countRejection();
      step = newton.retryStep(step, SAFETY, MIN_REDUCTION);
    }
  }
}
