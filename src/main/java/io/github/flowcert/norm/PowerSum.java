package io.github.flowcert.norm;

/** p-norms of non-negative numbers given by their logarithms, so that none under- or overflows. */
final class PowerSum {
  private PowerSum() {}

  /** {@code (sum x_i^p)^(1/p)} for p in (0, infinity], from the logarithms of the x_i. */
  static double ofLogarithms(double[] logs, double p) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      largest = Math.max(largest, log);
    }
    if (Double.isInfinite(p) || largest == Double.NEGATIVE_INFINITY) {
      return Math.exp(largest);
    }
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(p * (log - largest));
    }
    return Math.exp(largest + Math.log(sum) / p);
  }

  /**
   * The best constant c of {@code ||x + y||_p <= c (||x||_p + ||y||_p)} for so many numbers: 1 for
   * a norm and for a single number, {@code 2^(1/p - 1)} for p below 1, attained at x = e_1, y =
   * e_2.
   */
  static double triangleConstant(double p, int count) {
    return p >= 1 || count == 1 ? 1 : Math.pow(2, 1 / p - 1);
  }

  static void requirePositive(double p) {
    if (!(p > 0)) {
      throw new IllegalArgumentException("exponent " + p + " is not positive");
    }
  }
}
