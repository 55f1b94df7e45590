package io.github.flowcert.taylor;

import io.github.flowcert.interval.Interval;

/**
 * Operations that leave out numbers at which they have no value. In a right-hand side that would
 * leave out solutions: here the result is then all real numbers, which no inclusion test accepts.
 */
final class Guarded {
  private Guarded() {}

  static Interval quotient(Interval dividend, Interval divisor) {
    return divisor.contains(0) ? Interval.ENTIRE : dividend.dividedBy(divisor);
  }

  static Interval root(Interval x) {
    return x.lower() > 0 ? x.sqrt() : Interval.ENTIRE;
  }
}
