package io.github.flowcert.verify;

import io.github.flowcert.interval.Interval;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of a case file as intervals that contain the decimals written there. A decimal of at most
 * 15 digits is the shortest one that reads as its double; where the file has longer ones, all
 * decimals that read as a double are taken.
 */
final class Decimals {
  private static final int RECOVERED_DIGITS = 15;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]*)?");

  private static final Pattern WITH_EXPONENT =
      Pattern.compile("(?:[0-9][0-9_]*(?:\\.[0-9_]*)?|\\.[0-9_]+)(?:[eE][-+]?[0-9]+)?");

  private final boolean recoverable;
  private final String text;

  /** The numbers of a file with this text. */
  Decimals(String text) {
    boolean all = true;
    for (Matcher number = NUMBER.matcher(text); number.find(); ) {
      String digits = number.group().replace(".", "").replaceFirst("^0+", "");
      all &= digits.length() <= RECOVERED_DIGITS;
    }
    recoverable = all;
    this.text = text;
  }

  /** Contains the decimals that may have been read as this number. */
  Interval around(double number) {
    return recoverable
        ? Interval.of(new BigDecimal(Double.toString(number)))
        : Interval.of(Math.nextDown(number), Math.nextUp(number));
  }

  /**
   * Whether whatever the file has that reads as this number, or as its negative, is exactly that.
   */
  boolean isExactly(double number) {
    double size = Math.abs(number);
    for (Matcher found = WITH_EXPONENT.matcher(text); found.find(); ) {
      String written = found.group().replace("_", "");
      if (Double.parseDouble(written) == size
          && new BigDecimal(written).compareTo(new BigDecimal(size)) != 0) {
        return false;
      }
    }
    return true;
  }
}
