package io.github.flowcert.sweep;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Exact decimal numbers of a sweep file. */
final class Decimals {
  /** Digits of values between the ends of a logarithmic range. */
  private static final MathContext DIGITS = new MathContext(6);

  private static final int LARGEST_EXPONENT = 1000;

  private Decimals() {}

  /**
   * The number that stands at a node.
   *
   * @throws InputException if there is none, or none of a size that cases can have
   */
  static BigDecimal read(YamlNode node, String expected) throws InputException {
    Optional<BigDecimal> number = AxisValue.of(node).number();
    if (number.isEmpty()) {
      throw node.found(expected);
    }
    BigDecimal value = number.get();
    if (Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT) {
      throw node.found(expected + ", of a size that a double can hold");
    }
    return value;
  }

  /**
   * A whole number from 1 on.
   *
   * @throws InputException if there is none, or more than {@code most}
   */
  static int count(YamlNode node, int most) throws InputException {
    String expected = "a whole number from 1 to " + most;
    BigDecimal value = read(node, expected);
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    if (!whole || value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw node.found(expected);
    }
    return value.intValueExact();
  }

  /**
   * The k-th of {@code count} numbers whose logarithms are evenly spaced. Exact where the numbers
   * are powers of ten times the first, else rounded to six digits, which are then the value.
   */
  static BigDecimal logarithmic(BigDecimal from, BigDecimal to, int k, int count) {
    if (k == 0 || k == count - 1) {
      return k == 0 ? from : to;
    }
    BigDecimal first = from.stripTrailingZeros();
    BigDecimal last = to.stripTrailingZeros();
    int decades = first.scale() - last.scale();
    if (first.unscaledValue().equals(last.unscaledValue()) && decades % (count - 1) == 0) {
      return first.scaleByPowerOfTen(decades / (count - 1) * k);
    }
    double share = (double) k / (count - 1);
    double exponent = (1 - share) * log10(first) + share * log10(last);
    int whole = (int) Math.floor(exponent);
    return new BigDecimal(Math.pow(10, exponent - whole), DIGITS).scaleByPowerOfTen(whole);
  }

  private static double log10(BigDecimal value) {
    int exponent = value.precision() - value.scale();
    return Math.log10(value.scaleByPowerOfTen(-exponent).doubleValue()) + exponent;
  }

  /** As people write it: {@code 1e-3}, {@code 2.5e4}, {@code 7}. */
  static String scientific(BigDecimal value) {
    BigDecimal exact = value.stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    String digits = exact.scaleByPowerOfTen(-exponent).toPlainString();
    return exponent == 0 ? digits : digits + "e" + exponent;
  }

  /** Without exponent. */
  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
