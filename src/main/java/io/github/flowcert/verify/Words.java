package io.github.flowcert.verify;

import java.util.Locale;

/** Numbers as documents have them. */
final class Words {
  private Words() {}

  /** Six digits of a number, within a sentence. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  /** The number; null where it is none or not finite. */
  static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
