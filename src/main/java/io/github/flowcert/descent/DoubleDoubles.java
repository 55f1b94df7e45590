package io.github.flowcert.descent;

/**
 * Numbers of about 106 bits, each the unevaluated sum of a double and another one below half its
 * last place, and the accumulation of their products: T. J. Dekker, "A floating-point technique for
 * extending the available precision", Numer. Math. 18 (1971), with fused multiply-add for the error
 * of a product. The arrays are written by {@link DoubleDoubleArithmetic} alone.
 */
final class DoubleDoubles {
  final double[] high;
  final double[] low;

  DoubleDoubles(int entries) {
    high = new double[entries];
    low = new double[entries];
  }

  void set(int k, double value) {
    high[k] = value;
    low[k] = 0;
  }

  /** {@code this[k] += a[i] b[j]}, with an error of a few units of 2^-104 of the terms. */
  void addProduct(int k, DoubleDoubles a, int i, DoubleDoubles b, int j) {
    double product = a.high[i] * b.high[j];
    double error = Math.fma(a.high[i], b.high[j], -product);
    error += a.high[i] * b.low[j] + a.low[i] * b.high[j];
    add(k, product, error);
  }

  /** {@code this[k] += value + small}, where small is small against value. */
  void add(int k, double value, double small) {
    double before = high[k];
    double sum = before + value;
    double part = sum - before;
    // Knuth's exact error of a sum: it must not be simplified.
    double error = (before - (sum - part)) + (value - part);
    error += low[k] + small;
    high[k] = sum + error;
    low[k] = error - (high[k] - sum);
  }

  /** {@code this[k] *= factor}. */
  void multiply(int k, double factor) {
    double product = high[k] * factor;
    double error = Math.fma(high[k], factor, -product) + low[k] * factor;
    high[k] = product + error;
    low[k] = error - (high[k] - product);
  }
}
