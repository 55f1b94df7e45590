package io.github.flowcert.integrate;

import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.OrdinaryDifferentialEquation;

/** A vector field with tolerances and a difference Jacobian. */
record TestSystem(int size, double relative, DifferenceJacobian.Field field, double absolute)
    implements OrdinaryDifferentialEquation, JacobianSource, ErrorScale {

  /** {@code y' = -y}. */
  static TestSystem decay(double tolerance) {
    return new TestSystem(1, tolerance, (t, y) -> new double[] {-y[0]}, tolerance);
  }

  ExpandableODE equations() {
    return new ExpandableODE(this);
  }

  @Override
  public int getDimension() {
    return size;
  }

  @Override
  public double[] computeDerivatives(double time, double[] y) {
    return field.at(time, y);
  }

  @Override
  public void fill(double time, double[] y, double[] derivative, double[] jacobian) {
    DifferenceJacobian.fill(field, this, time, y, derivative, jacobian);
  }

  @Override
  public void fill(double[] y, double[] scale) {
    for (int k = 0; k < y.length; k++) {
      scale[k] = absolute + relative * Math.abs(y[k]);
    }
  }
}
