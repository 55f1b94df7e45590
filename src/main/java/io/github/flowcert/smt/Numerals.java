package io.github.flowcert.smt;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as SMT-LIB 2 writes them. */
final class Numerals {
  private Numerals() {}

  /** A decimal, exactly. */
  static String of(BigDecimal value) {
    if (value.signum() < 0) {
      return "(- " + of(value.negate()) + ")";
    }
    BigDecimal bare = value.stripTrailingZeros();
    if (bare.scale() <= 0) {
      return bare.toBigIntegerExact() + ".0";
    }
    return "(/ " + bare.unscaledValue() + ".0 " + BigInteger.TEN.pow(bare.scale()) + ".0)";
  }
}
