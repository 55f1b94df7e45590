package io.github.flowcert.integrate;

import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/** Dormand and Prince's method of order 8 as Hipparchus has it, counting rejected steps. */
final class CountingDormandPrince extends DormandPrince853Integrator implements CountsRejections {
  private int rejected;

  CountingDormandPrince(double minStep, double maxStep, double[] absolute, double[] relative) {
    super(minStep, maxStep, absolute, relative);
  }

  @Override
  protected double estimateError(double[][] yDotK, double[] y0, double[] y1, double h) {
    double error = super.estimateError(yDotK, y0, y1, h);
    rejected += error >= 1 ? 1 : 0;
    return error;
  }

  @Override
  public int rejectedSteps() {
    return rejected;
  }
}
