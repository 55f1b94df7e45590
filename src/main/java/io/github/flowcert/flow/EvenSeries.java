package io.github.flowcert.flow;

import org.hipparchus.CalculusFieldElement;

/**
 * Even functions of a small number d, as power series in z = d^2, so that they and their
 * derivatives are smooth at d = 0, where two singular values meet. For |a d| up to 1.5.
 */
final class EvenSeries {
  private static final int TERMS = 14;

  private EvenSeries() {}

  /** {@code cosh(a d)}. */
  static <T extends CalculusFieldElement<T>> T cosh(double a, T z) {
    T sum = z.getField().getOne();
    T term = sum;
    for (int k = 1; k < TERMS; k++) {
      term = term.multiply(z).multiply(a * a / ((2 * k - 1) * (2.0 * k)));
      sum = sum.add(term);
    }
    return sum;
  }

  /** {@code sinh(a d) / d}. */
  static <T extends CalculusFieldElement<T>> T sinhOver(double a, T z) {
    T sum = z.getField().getOne().multiply(a);
    T term = sum;
    for (int k = 1; k < TERMS; k++) {
      term = term.multiply(z).multiply(a * a / ((2.0 * k) * (2 * k + 1)));
      sum = sum.add(term);
    }
    return sum;
  }

  /**
   * {@code asinh(x)^2} as a function of u = x^2 (half the series of arcsin^2, signs alternating).
   */
  static <T extends CalculusFieldElement<T>> T squaredAsinh(T u) {
    if (u.getReal() > 1e-2) {
      T root = u.sqrt().asinh();
      return root.multiply(root);
    }
    T sum = u.getField().getZero();
    T power = u.getField().getOne();
    double central = 1;
    for (int n = 1; n <= 10; n++) {
      power = power.multiply(u).multiply(-4);
      central *= (2.0 * n) * (2 * n - 1) / ((double) n * n);
      sum = sum.subtract(power.divide(2.0 * n * n * central));
    }
    return sum;
  }
}
