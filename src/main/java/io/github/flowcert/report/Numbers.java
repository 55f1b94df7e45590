package io.github.flowcert.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers for people: four significant digits, fewer where fewer say it exactly. So 0.1 is exactly
 * that, and 1.000 is something close to one.
 */
public final class Numbers {

  /** From here on a double's logarithm leaves no digits worth showing for a mantissa. */
  private static final double NO_MANTISSA = 1e9;

  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /** The number rounded, with an exponent where it is small or large; a finite number. */
  public static String show(double value) {
    return value == 0 ? "0" : show(BigDecimal.valueOf(value));
  }

  /** A lower bound: the number or a smaller one, so that what is shown is a lower bound too. */
  public static String showBelow(double value) {
    return value == 0 ? "0" : show(BigDecimal.valueOf(value), RoundingMode.FLOOR);
  }

  /** An upper bound: the number or a larger one. */
  public static String showAbove(double value) {
    return value == 0 ? "0" : show(BigDecimal.valueOf(value), RoundingMode.CEILING);
  }

  private static String show(BigDecimal value) {
    return show(value, DIGITS.getRoundingMode());
  }

  private static String show(BigDecimal value, RoundingMode rounding) {
    BigDecimal exact = value.stripTrailingZeros();
    int digits = DIGITS.getPrecision();
    return text(
        exact.precision() <= digits ? exact : value.round(new MathContext(digits, rounding)));
  }

  private static String text(BigDecimal shown) {
    int exponent = shown.precision() - shown.scale() - 1;
    return exponent >= -3 && exponent <= 3
        ? shown.toPlainString()
        : shown.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /** The number to the last digit. */
  public static String exact(double value) {
    return Double.toString(value);
  }

  /** Ten to a power that may lie far outside what a double holds; always four digits. */
  public static String showPowerOfTen(double power) {
    if (Math.abs(power) >= NO_MANTISSA) {
      return "10^(" + show(power) + ")";
    }
    double whole = Math.floor(power);
    BigDecimal mantissa = BigDecimal.valueOf(Math.pow(10, power - whole));
    // A logarithm says no number exactly, so digits that happen to be zero are shown too.
    BigDecimal rounded = mantissa.setScale(3, RoundingMode.HALF_EVEN).round(DIGITS);
    return text(rounded.scaleByPowerOfTen((int) whole));
  }

  /** The natural exponential of a number that may lie far outside what a double holds. */
  public static String showExponential(double log) {
    return showPowerOfTen(log / Math.log(10));
  }
}
