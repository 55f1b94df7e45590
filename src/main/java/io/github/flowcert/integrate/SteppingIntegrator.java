package io.github.flowcert.integrate;

import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;

/** What this project's own adaptive one-step methods share; they go forward in time only. */
abstract class SteppingIntegrator extends AdaptiveStepsizeIntegrator implements CountsRejections {
  private final ErrorScale errorScale;
  private int rejected;

  SteppingIntegrator(String name, ErrorScale errorScale) {
    super(name, Double.MIN_NORMAL, Double.MAX_VALUE, 1, 0);
    this.errorScale = errorScale;
  }

  /** Steps from the state set to the final time, or to an event that stops the integration. */
  abstract void run(ExpandableODE equations, double finalTime);

  @Override
  public final int rejectedSteps() {
    return rejected;
  }

  @Override
  public final ODEStateAndDerivative integrate(
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

  final void countRejection() {
    rejected++;
  }

  /** Fills in the tolerated local error of each unknown at a state. */
  final void fillScale(double[] state, double[] scale) {
    errorScale.fill(state, scale);
  }

  /**
   * A step that does not pass the final time.
   *
   * @throws MathIllegalStateException if it would not move time at all
   */
  static double fitted(double step, double from, double finalTime) {
    double fitted = Math.min(step, finalTime - from);
    if (!(from + fitted > from)) {
      throw new MathIllegalStateException(
          LocalizedODEFormats.MINIMAL_STEPSIZE_REACHED_DURING_INTEGRATION, fitted, Math.ulp(from));
    }
    return fitted;
  }

  /** Where a fitted step ends: exactly at the final time where it was cut there. */
  static double endOf(double step, double from, double finalTime) {
    return step == finalTime - from ? finalTime : from + step;
  }

  /** Root mean square of errors in units of those tolerated; infinite where it is no number. */
  static double norm(double[] error, double[] scale) {
    double sum = 0;
    for (int k = 0; k < error.length; k++) {
      double ratio = error[k] / scale[k];
      sum += ratio * ratio;
    }
    double norm = Math.sqrt(sum / error.length);
    return Double.isNaN(norm) ? Double.POSITIVE_INFINITY : norm;
  }
}
