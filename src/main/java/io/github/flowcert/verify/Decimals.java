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

  private final boolean recoverable;

  /** The numbers of a file with this text. */
  Decimals(String text) {
    boolean all = true;
    for (Matcher number = NUMBER.matcher(text); number.find(); ) {
      String digits = number.group().replace(".", "").replaceFirst("^0+", "");
      all &= digits.length() <= RECOVERED_DIGITS;
    }
    recoverable = all;
  }

  /** Contains the decimals that may have been read as this number. */
  Interval around(double number) {
    return recoverable
        ? Interval.of(new BigDecimal(Double.toString(number)))
        : Interval.of(Math.nextDown(number), Math.nextUp(number));
  }
}
