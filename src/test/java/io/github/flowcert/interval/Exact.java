package io.github.flowcert.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** Exact rational arithmetic with doubles, which may be bounds. */
final class Exact {
  private Exact() {}

  /** A finite double as the rational number that it is. */
  static BigFraction of(double x) {
    return of(new BigDecimal(x));
  }

  /** A decimal as a rational number. */
  static BigFraction of(BigDecimal decimal) {
    BigInteger digits = decimal.unscaledValue();
    return decimal.scale() <= 0
        ? new BigFraction(digits.multiply(BigInteger.TEN.pow(-decimal.scale())))
        : new BigFraction(digits, BigInteger.TEN.pow(decimal.scale()));
  }

  /** Sign of a bound minus a number. */
  static int compare(double bound, BigFraction number) {
    return Double.isInfinite(bound) ? (int) Math.signum(bound) : of(bound).compareTo(number);
  }

  /** Sign of a bound, which is not negative, minus the root of a number. */
  static int compareToRoot(double bound, double number) {
    return Double.isInfinite(bound) ? 1 : of(bound).pow(2).compareTo(of(number));
  }
}
