package io.github.flowcert.integrate;

import java.util.Arrays;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;

/**
 * Radau IIA collocation with five stages: order 9, L-stable, adaptive, with the collocation
 * polynomial as dense output (Hairer and Wanner, Solving Ordinary Differential Equations II, IV.8).
 *
 * <p>Meant for few unknowns: the stages are solved for together by Newton's method with one
 * Jacobian a step. The error is that of an embedded formula of order 5, far larger than the
 * method's own, so tolerances are kept with room to spare.
 */
public final class RadauIntegrator extends AdaptiveStepsizeIntegrator implements CountsRejections {
  /** The name used in case files and documents. */
  public static final String NAME = "radau";

  private static final double SAFETY = 0.9;
  private static final double MAX_GROWTH = 8;
  private static final double MIN_REDUCTION = 0.1;

  private final RadauCoefficients coefficients = RadauCoefficients.FIVE_STAGES;
  private final JacobianSource jacobianSource;
  private final ErrorScale errorScale;
  private int rejected;

  /**
   * An integrator for one system.
   *
   * @param jacobianSource the Jacobian of the system
   * @param errorScale the tolerated local error of each unknown
   */
  public RadauIntegrator(JacobianSource jacobianSource, ErrorScale errorScale) {
    super(NAME, Double.MIN_NORMAL, Double.MAX_VALUE, 1, 0);
    this.jacobianSource = jacobianSource;
    this.errorScale = errorScale;
  }

  @Override
  public int rejectedSteps() {
    return rejected;
  }

  @Override
  public ODEStateAndDerivative integrate(
      ExpandableODE equations, ODEState initialState, double finalTime) {
    sanityChecks(initialState, finalTime);
    if (finalTime < initialState.getTime()) {
      throw new MathIllegalStateException(
          LocalizedCoreFormats.SIMPLE_MESSAGE, "this integrator goes forward in time only");
    }
    setStepStart(initIntegration(equations, initialState, finalTime));
    setIsLastStep(false);
    run(equations, finalTime);
    ODEStateAndDerivative finalState = getStepStart();
    resetInternalState();
    return finalState;
  }

  private void run(ExpandableODE equations, double finalTime) {
    int n = equations.getMapper().getTotalDimension();
    NewtonStage newton = new NewtonStage(coefficients, n, this::computeDerivatives);
    double[] scale = new double[n];
    double step = firstStep(scale, finalTime);
    CollocationPolynomial previous = null;
    do {
      ODEStateAndDerivative start = getStepStart();
      double[] y = start.getCompleteState();
      double[] slope = start.getCompleteDerivative();
      errorScale.fill(y, scale);
      double[] jacobian = new double[n * n];
      jacobianSource.fill(start.getTime(), y, slope, jacobian);
      newton.begin(start.getTime(), y, slope, jacobian, scale);
      double accepted = tryUntilAccepted(newton, previous, step, finalTime);
      previous = newton.polynomial();
      double end = accepted == finalTime - start.getTime() ? finalTime : start.getTime() + accepted;
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
    errorScale.fill(getStepStart().getCompleteState(), scale);
    double guess = initializeStep(true, coefficients.stages(), scale, getStepStart());
    return Math.min(guess, finalTime - getStepStart().getTime());
  }

  private double tryUntilAccepted(
      NewtonStage newton, CollocationPolynomial previous, double wanted, double finalTime) {
    double start = getStepStart().getTime();
    double step = wanted;
    while (true) {
      step = Math.min(step, finalTime - start);
      if (!(start + step > start)) {
        throw new MathIllegalStateException(
            LocalizedODEFormats.MINIMAL_STEPSIZE_REACHED_DURING_INTEGRATION, step, Math.ulp(start));
      }
      if (newton.attempt(step, previous)) {
        return step;
      }
      rejected++;
      step = newton.retryStep(step, SAFETY, MIN_REDUCTION);
    }
  }

  @Override
  public String toString() {
    return NAME + Arrays.toString(coefficients.nodes());
  }
}
