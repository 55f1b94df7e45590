package io.github.flowcert.integrate;

import org.hipparchus.ode.EquationsMapper;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.sampling.AbstractODEStateInterpolator;

/** Dense output of a Radau step: the collocation polynomial itself, of degree s. */
final class CollocationInterpolator extends AbstractODEStateInterpolator {
  private static final long serialVersionUID = 1L;

  private final transient CollocationPolynomial polynomial;

  CollocationInterpolator(
      CollocationPolynomial polynomial,
      boolean forward,
      ODEStateAndDerivative globalPrevious,
      ODEStateAndDerivative globalCurrent,
      ODEStateAndDerivative softPrevious,
      ODEStateAndDerivative softCurrent,
      EquationsMapper mapper) {
    super(forward, globalPrevious, globalCurrent, softPrevious, softCurrent, mapper);
    this.polynomial = polynomial;
  }

  @Override
  protected AbstractODEStateInterpolator create(
      boolean newForward,
      ODEStateAndDerivative newGlobalPrevious,
      ODEStateAndDerivative newGlobalCurrent,
      ODEStateAndDerivative newSoftPrevious,
      ODEStateAndDerivative newSoftCurrent,
      EquationsMapper newMapper) {
    return new CollocationInterpolator(
        polynomial,
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
    return mapper.mapStateAndDerivative(time, polynomial.value(theta), polynomial.slope(theta));
  }
}
