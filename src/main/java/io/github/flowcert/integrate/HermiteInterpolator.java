package io.github.flowcert.integrate;

import org.hipparchus.ode.EquationsMapper;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.sampling.AbstractODEStateInterpolator;

/** Cubic Hermite dense output from states and derivatives at both ends of a step. */
final class HermiteInterpolator extends AbstractODEStateInterpolator {
  private static final long serialVersionUID = 1L;

  HermiteInterpolator(
      boolean forward,
      ODEStateAndDerivative globalPrevious,
      ODEStateAndDerivative globalCurrent,
      ODEStateAndDerivative softPrevious,
      ODEStateAndDerivative softCurrent,
      EquationsMapper mapper) {
    super(forward, globalPrevious, globalCurrent, softPrevious, softCurrent, mapper);
  }

  @Override
  protected AbstractODEStateInterpolator create(
      boolean newForward,
      ODEStateAndDerivative newGlobalPrevious,
      ODEStateAndDerivative newGlobalCurrent,
      ODEStateAndDerivative newSoftPrevious,
      ODEStateAndDerivative newSoftCurrent,
      EquationsMapper newMapper) {
    return new HermiteInterpolator(
        newForward,
        newGlobalPrevious,
        newGlobalCurrent,
        newSoftPrevious,
        newSoftCurrent,
        newMapper);
  }

  @Override
  protected ODEStateAndDerivative computeInterpolatedStateAndDerivatives(
      EquationsMapper mapper, double time, double theta, double thetaH, double oneMinusThetaH) {
    double[] y0 = getGlobalPreviousState().getCompleteState();
    double[] y1 = getGlobalCurrentState().getCompleteState();
    double[] f0 = getGlobalPreviousState().getCompleteDerivative();
    double[] f1 = getGlobalCurrentState().getCompleteDerivative();
    double h = getGlobalCurrentState().getTime() - getGlobalPreviousState().getTime();
    double rest = 1 - theta;
    double[] value = new double[y0.length];
    double[] slope = new double[y0.length];
    for (int k = 0; k < value.length; k++) {
      double chord = y1[k] - y0[k];
      double start = h * f0[k] - chord;
      double end = h * f1[k] - chord;
      value[k] = y0[k] + theta * (chord + rest * (rest * start - theta * end));
      slope[k] = (chord + rest * (1 - 3 * theta) * start - theta * (2 - 3 * theta) * end) / h;
    }
    return mapper.mapStateAndDerivative(time, value, slope);
  }
}
