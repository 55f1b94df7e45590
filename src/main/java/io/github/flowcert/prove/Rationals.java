package io.github.flowcert.prove;

import io.github.flowcert.expression.RationalValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.hipparchus.fraction.BigFraction;

/** Fractions as the solver writes them. */
final class Rationals {
  /** Digits kept of an irrational number: any number near it will do, if it passes the check. */
  private static final int DIGITS = 12;

  private Rationals() {}

  /** A fraction {@code -3/2}, or a decimal that ends in a question mark if it is not exact. */
  static BigFraction parse(String text) {
    int slash = text.indexOf('/');
    if (slash > 0) {
      return new BigFraction(
          new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }
    if (text.endsWith("?")) {
      BigDecimal near = new BigDecimal(text.substring(0, text.length() - 1));
      return RationalValue.fraction(near.round(new MathContext(DIGITS)));
    }
    return RationalValue.fraction(new BigDecimal(text));
  }
}
