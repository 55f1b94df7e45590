package io.github.flowcert.integrate;

import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEStateAndDerivative;

/**
 * The stabilised explicit Runge-Kutta-Chebyshev method of order 2 (Sommeijer, Shampine and Verwer,
 * RKC, 1997) for large systems with a real spectrum: with s stages it is stable for steps up to
 * about 0.65 s^2 over the spectral radius, and needs no Jacobian.
 */
public final class ChebyshevIntegrator extends SteppingIntegrator {
  /** The name used in case files and documents. */
  public static final String NAME = "runge-kutta-chebyshev";

  private static final int RADIUS_EVERY = 25;
  private static final int MAX_STAGES = 250;

  private final SpectralRadius spectralRadius = new SpectralRadius(this::computeDerivatives);
  private double radius;

  /**
   * An integrator for one system.
   *
   * @param errorScale the tolerated local error of each unknown
   */
  public ChebyshevIntegrator(ErrorScale errorScale) {
    super(NAME, errorScale);
  }

  @Override
  void run(ExpandableODE equations, double finalTime) {
    double[] scale = new double[equations.getMapper().getTotalDimension()];
    fillScale(getStepStart().getCompleteState(), scale);
    double step = initializeStep(true, 2, scale, getStepStart());
    Control control = new Control();
    int sinceRadius = RADIUS_EVERY;
    do {
      ODEStateAndDerivative start = getStepStart();
      double[] y = start.getCompleteState();
      double[] slope = start.getCompleteDerivative();
      fillScale(y, scale);
      if (sinceRadius >= RADIUS_EVERY) {
        radius = spectralRadius.estimate(start.getTime(), y, slope);
        sinceRadius = 0;
      }
      Trial trial = tryUntilAccepted(start, step, scale, control, finalTime);
      sinceRadius = trial.retried ? RADIUS_EVERY : sinceRadius + 1;
      ODEStateAndDerivative end =
          equations.getMapper().mapStateAndDerivative(trial.end, trial.y, trial.slope);
      setStepSize(trial.step);
      setStepStart(
          acceptStep(
              new HermiteInterpolator(true, start, end, start, end, equations.getMapper()),
              finalTime));
      step = control.next(trial.step, trial.error);
    } while (!isLastStep());
  }

  private record Trial(
      double step, double end, double[] y, double[] slope, double error, boolean retried) {}

  private Trial tryUntilAccepted(
      ODEStateAndDerivative start,
      double wanted,
      double[] scale,
      Control control,
      double finalTime) {
    double from = start.getTime();
    double[] y = start.getCompleteState();
    double[] slope = start.getCompleteDerivative();
    double step = wanted;
    boolean retried = false;
    while (true) {
      step = fitted(Math.min(step, longestStableStep()), from, finalTime);
      double end = endOf(step, from, finalTime);
      double[] yEnd =
          ChebyshevStep.advance(this::computeDerivatives, from, y, slope, step, stages(step));
      double[] slopeEnd = computeDerivatives(end, yEnd);
      double error = error(y, slope, yEnd, slopeEnd, step, scale);
      if (error <= 1) {
        return new Trial(step, end, yEnd, slopeEnd, error, retried);
      }
      countRejection();
      if (!retried) {
        radius = spectralRadius.estimate(from, y, slope);
      }
      retried = true;
      step = control.retry(step, error);
    }
  }

  private double longestStableStep() {
    return ((double) MAX_STAGES * MAX_STAGES - 1) / (1.54 * Math.max(radius, Double.MIN_NORMAL));
  }

  private int stages(double step) {
    return Math.max(2, 1 + (int) Math.sqrt(1 + 1.54 * step * radius));
  }

  /** Error estimate of RKC: {@code 0.8 (y_0 - y_1) + 0.4 h (f_0 + f_1)}. */
  private static double error(
      double[] y, double[] slope, double[] yEnd, double[] slopeEnd, double h, double[] scale) {
    double[] estimate = new double[y.length];
    for (int k = 0; k < y.length; k++) {
      estimate[k] = 0.8 * (y[k] - yEnd[k]) + 0.4 * h * (slope[k] + slopeEnd[k]);
    }
    return norm(estimate, scale);
  }

  /** Step control with prediction from the step before. */
  private static final class Control {
    private double lastStep;
    private double lastError;

    double next(double step, double error) {
      double safe = Math.max(error, 1e-8);
      double factor = 0.8 / Math.cbrt(safe);
      if (lastStep > 0) {
        factor = Math.min(factor, factor * (step / lastStep) * Math.cbrt(lastError / safe));
      }
      lastStep = step;
      lastError = safe;
      return step * Math.max(0.1, Math.min(5, factor));
    }

    double retry(double step, double error) {
      return Double.isInfinite(error)
          ? step / 10
          : step * Math.max(0.1, Math.min(0.7, 0.8 / Math.cbrt(error)));
    }
  }
}
