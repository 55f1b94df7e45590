package io.github.flowcert.compare;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEIntegrator;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;

/** The factors themselves along a flow, at given times. */
final class FactorPath {
  private static final int MOST_EVALUATIONS = 400_000;

  private FactorPath() {}

  /**
   * The unknowns at these times; those that the integrator did not get to are missing.
   *
   * @param times each above 0
   */
  static NavigableMap<Double, double[]> at(
      Collection<Double> times,
      OrdinaryDifferentialEquation field,
      double[] start,
      ODEIntegrator integrator) {
    TreeSet<Double> toCome = new TreeSet<>(times);
    NavigableMap<Double, double[]> found = new TreeMap<>();
    if (toCome.isEmpty()) {
      return found;
    }
    double last = toCome.last();
    integrator.setMaxEvaluations(MOST_EVALUATIONS);
    integrator.addStepHandler(
        step -> {
          double end = step.getCurrentState().getTime();
          while (!toCome.isEmpty() && toCome.first() <= end) {
            double time = toCome.pollFirst();
            found.put(time, step.getInterpolatedState(time).getPrimaryState());
          }
        });
    try {
      integrator.integrate(new ExpandableODE(field), new ODEState(0, start), last);
    } catch (MathRuntimeException gaveUp) {
      return found;
    }
    return found;
  }
}
