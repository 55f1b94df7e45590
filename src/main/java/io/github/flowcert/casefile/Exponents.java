package io.github.flowcert.casefile;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exponents of norms: numbers above 0, written as decimals or fractions. */
final class Exponents {
  private static final Pattern FRACTION = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");
  private static final String FINITE = "a number above 0 or a fraction such as 1/2";
  private static final String ANY = "a number above 0, a fraction such as 1/2, or inf";

  private Exponents() {}

  /** An exponent that may be infinite. */
  static double any(YamlNode node) throws InputException {
    return node.isText() && node.text(ANY).equals("inf")
        ? Double.POSITIVE_INFINITY
        : positive(node, ANY);
  }

  static double finite(YamlNode node) throws InputException {
    return positive(node, FINITE);
  }

  private static double positive(YamlNode node, String expected) throws InputException {
    if (node.isText()) {
      Matcher fraction = FRACTION.matcher(node.text(expected));
      if (fraction.matches()) {
        return quotient(node, fraction, expected);
      }
    }
    double p = Numbers.finite(node, expected);
    if (p <= 0) {
      throw node.found(expected);
    }
    return p;
  }

  private static double quotient(YamlNode node, Matcher fraction, String expected)
      throws InputException {
    // Both are integers below 2^53, so that one division rounds the exact fraction correctly.
    double numerator = new BigDecimal(fraction.group(1)).doubleValue();
    double denominator = new BigDecimal(fraction.group(2)).doubleValue();
    if (numerator == 0 || denominator == 0) {
      throw node.found(expected);
    }
    return numerator / denominator;
  }
}
