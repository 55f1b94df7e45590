package io.github.flowcert.linalg;

/**
 * A number of about 106 bits: the unevaluated sum of a double and another one below half its last
 * place (T. J. Dekker, "A floating-point technique for extending the available precision", Numer.
 * Math. 18, 1971). Every operation has a relative error of a few units of 2^-104; sums of opposite
 * sign, of the larger of both.
 *
 * @param high the nearest double
 * @param low what it lacks
 */
public record DoubleDouble(double high, double low) {
  /** 0. */
  public static final DoubleDouble ZERO = new DoubleDouble(0, 0);

  /** 1. */
  public static final DoubleDouble ONE = new DoubleDouble(1, 0);

  /** The number of a double. */
  public static DoubleDouble of(double value) {
    return new DoubleDouble(value, 0);
  }

  /** {@code large + small} for a part that is small against the other. */
  private static DoubleDouble normal(double large, double small) {
    double sum = large + small;
    return new DoubleDouble(sum, small - (sum - large));
  }

  /** {@code this + other}. */
  public DoubleDouble plus(DoubleDouble other) {
    double sum = high + other.high;
    double part = sum - high;
    // Knuth's exact error of a sum: it must not be simplified.
    double error = (high - (sum - part)) + (other.high - part);
    return normal(sum, error + (low + other.low));
  }

  /** {@code this - other}. */
  public DoubleDouble minus(DoubleDouble other) {
    return plus(other.negated());
  }

  /** {@code -this}. */
  public DoubleDouble negated() {
    return new DoubleDouble(-high, -low);
  }

  /** {@code this * other}. */
  public DoubleDouble times(DoubleDouble other) {
    double product = high * other.high;
    double error = Math.fma(high, other.high, -product);
    return normal(product, error + (high * other.low + low * other.high));
  }

  /** {@code this / other}, by three steps of long division. */
  public DoubleDouble over(DoubleDouble other) {
    double first = high / other.high;
    DoubleDouble rest = minus(other.times(of(first)));
    double second = rest.high / other.high;
    double third = rest.minus(other.times(of(second))).high / other.high;
    return normal(first, second).plus(of(third));
  }

  /** The root of a number that is not negative, by one step of Newton's method. */
  public DoubleDouble root() {
    if (high == 0) {
      return ZERO;
    }
    double guess = Math.sqrt(high);
    DoubleDouble rest = minus(of(guess).times(of(guess)));
    return normal(guess, rest.high / (2 * guess));
  }
}
