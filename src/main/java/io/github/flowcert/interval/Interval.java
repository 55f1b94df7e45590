package io.github.flowcert.interval;

import java.math.BigDecimal;

/**
 * A closed interval of real numbers with doubles, or infinities, as bounds; or the empty set.
 * Immutable. An infinite bound means that there is none. No bound is NaN or a negative zero.
 *
 * <p>Operations contain every value of the exact operation on numbers of the operands, and leave
 * out numbers at which it has none: the root of [-1, 4] is that of [0, 4]. Whoever needs it to
 * exist everywhere asks the operands.
 */
public final class Interval {
  /** No number. */
  public static final Interval EMPTY =
      new Interval(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** All real numbers. */
  public static final Interval ENTIRE =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** The number 0. */
  public static final Interval ZERO = new Interval(0, 0);

  /** The number 1. */
  public static final Interval ONE = new Interval(1, 1);

  /** Around pi, which is larger than the double nearest to it. */
  public static final Interval PI = new Interval(Math.PI, Math.nextUp(Math.PI));

  /** Around e, which is larger than the double nearest to it. */
  public static final Interval E = new Interval(Math.E, Math.nextUp(Math.E));

  private final double lower;
  private final double upper;

  private Interval(double lower, double upper) {
    // Adding zero leaves everything as it is except for a negative zero, which becomes positive.
    this.lower = lower + 0.0;
    this.upper = upper + 0.0;
  }

  /**
   * The interval that is this number.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public static Interval of(double number) {
    return of(number, number);
  }

  /**
   * The interval with these bounds.
   *
   * @param lower finite, or negative infinity where there is no lower bound
   * @param upper finite, or positive infinity where there is no upper bound
   * @throws IllegalArgumentException if a bound is NaN, they are in the wrong order or both are the
   *     same infinity
   */
  public static Interval of(double lower, double upper) {
    boolean ordered = lower <= upper;
    if (!ordered || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException("no interval has the bounds " + lower + ", " + upper);
    }
    return new Interval(lower, upper);
  }

  /** The narrowest interval that contains this decimal. */
  public static Interval of(BigDecimal decimal) {
    double nearest = decimal.doubleValue();
    if (Double.isInfinite(nearest)) {
      return nearest > 0
          ? new Interval(Double.MAX_VALUE, nearest)
          : new Interval(nearest, -Double.MAX_VALUE);
    }
    int order = new BigDecimal(nearest).compareTo(decimal);
    return new Interval(
        order > 0 ? Math.nextDown(nearest) : nearest, order < 0 ? Math.nextUp(nearest) : nearest);
  }

  /** The interval with bounds that were computed in order. */
  static Interval between(double lower, double upper) {
    return new Interval(lower, upper);
  }

  /** The lower bound; positive infinity if empty. */
  public double lower() {
    return lower;
  }

  /** The upper bound; negative infinity if empty. */
  public double upper() {
    return upper;
  }

  /** Whether it contains no number. */
  public boolean isEmpty() {
    return lower > upper;
  }

  /** Whether it is a single number. */
  public boolean isPoint() {
    return lower == upper;
  }

  /** Whether it contains a number; it never contains NaN or an infinity. */
  public boolean contains(double number) {
    return lower <= number && number <= upper && !Double.isInfinite(number);
  }

  /** Whether it contains all of another interval. */
  public boolean contains(Interval other) {
    return other.isEmpty() || (lower <= other.lower && other.upper <= upper);
  }

  /** At least upper minus lower bound; 0 if empty. */
  public double width() {
    return isEmpty() ? 0 : Rounding.addUp(upper, -lower);
  }

  /** The largest absolute value; 0 if empty. */
  public double magnitude() {
    return isEmpty() ? 0 : Math.max(-lower, upper);
  }

  /** The smallest absolute value; 0 if empty. */
  public double mignitude() {
    return isEmpty() ? 0 : Math.max(0, Math.max(lower, -upper));
  }

  /** Whether every number of this one is smaller than every one of the other. */
  public boolean certainlyLess(Interval other) {
    return isEmpty() || other.isEmpty() || upper < other.lower;
  }

  /** Whether no number of this one is larger than any of the other. */
  public boolean certainlyLessOrEqual(Interval other) {
    return isEmpty() || other.isEmpty() || upper <= other.lower;
  }

  /** Whether some number of this one is smaller than some number of the other. */
  public boolean possiblyLess(Interval other) {
    return !isEmpty() && !other.isEmpty() && lower < other.upper;
  }

  /** Whether some number of this one is not larger than some number of the other. */
  public boolean possiblyLessOrEqual(Interval other) {
    return !isEmpty() && !other.isEmpty() && lower <= other.upper;
  }

  /** The narrowest interval that contains both. */
  public Interval hull(Interval other) {
    return new Interval(Math.min(lower, other.lower), Math.max(upper, other.upper));
  }

  /** The numbers in both. */
  public Interval intersection(Interval other) {
    double from = Math.max(lower, other.lower);
    double to = Math.min(upper, other.upper);
    return from <= to ? new Interval(from, to) : EMPTY;
  }

  /** The negative numbers of these. */
  public Interval negate() {
    return isEmpty() ? EMPTY : new Interval(-upper, -lower);
  }

  /** Sums. */
  public Interval plus(Interval other) {
    return isEmpty() || other.isEmpty()
        ? EMPTY
        : new Interval(Rounding.addDown(lower, other.lower), Rounding.addUp(upper, other.upper));
  }

  /** Differences. */
  public Interval minus(Interval other) {
    return isEmpty() || other.isEmpty()
        ? EMPTY
        : new Interval(Rounding.addDown(lower, -other.upper), Rounding.addUp(upper, -other.lower));
  }

  /** Products. */
  public Interval times(Interval other) {
    if (isEmpty() || other.isEmpty()) {
      return EMPTY;
    }
    if (lower >= 0) {
      return products(
          other.lower < 0 ? upper : lower,
          other.lower,
          other.upper < 0 ? lower : upper,
          other.upper);
    }
    if (upper <= 0) {
      return products(
          other.upper > 0 ? lower : upper,
          other.upper,
          other.lower > 0 ? upper : lower,
          other.lower);
    }
    return timesMixed(other);
  }

  /** With a factor of both signs the extreme products belong to the other's far bounds. */
  private Interval timesMixed(Interval other) {
    if (other.lower >= 0) {
      return products(lower, other.upper, upper, other.upper);
    }
    if (other.upper <= 0) {
      return products(upper, other.lower, lower, other.lower);
    }
    return new Interval(
        Math.min(
            Rounding.multiplyDown(lower, other.upper), Rounding.multiplyDown(upper, other.lower)),
        Math.max(Rounding.multiplyUp(lower, other.lower), Rounding.multiplyUp(upper, other.upper)));
  }

  private static Interval products(double a, double b, double c, double d) {
    return new Interval(Rounding.multiplyDown(a, b), Rounding.multiplyUp(c, d));
  }

  /** Squares: never negative, unlike {@code times(this)}. */
  public Interval square() {
    if (isEmpty()) {
      return EMPTY;
    }
    double near = mignitude();
    double far = magnitude();
    return products(near, near, far, far);
  }

  /** Quotients by the divisor's numbers other than 0; empty if there are none. */
  public Interval dividedBy(Interval divisor) {
    if (isEmpty() || divisor.isEmpty()) {
      return EMPTY;
    }
    if (divisor.lower > 0) {
      return quotients(lower, upper, divisor.lower, divisor.upper);
    }
    if (divisor.upper < 0) {
      return quotients(-upper, -lower, -divisor.upper, -divisor.lower);
    }
    return dividedAroundZero(divisor);
  }

  private static Interval quotients(double from, double to, double near, double far) {
    return new Interval(
        Rounding.divideDown(from, from < 0 ? near : far),
        Rounding.divideUp(to, to < 0 ? far : near));
  }

  private Interval dividedAroundZero(Interval divisor) {
    if (divisor.isPoint()) {
      return EMPTY;
    }
    if (isPoint() && lower == 0) {
      return ZERO;
    }
    if (divisor.lower == 0) {
      return quotientsByUpTo(lower, upper, divisor.upper);
    }
    return divisor.upper == 0 ? quotientsByUpTo(-upper, -lower, -divisor.lower) : ENTIRE;
  }

  /** By all positive numbers up to one. */
  private static Interval quotientsByUpTo(double from, double to, double far) {
    return new Interval(
        from < 0 ? Double.NEGATIVE_INFINITY : Rounding.divideDown(from, far),
        to > 0 ? Double.POSITIVE_INFINITY : Rounding.divideUp(to, far));
  }

  /** Square roots of the numbers that are not negative. */
  public Interval sqrt() {
    return isEmpty() || upper < 0
        ? EMPTY
        : new Interval(Rounding.sqrtDown(Math.max(0, lower)), Rounding.sqrtUp(upper));
  }

  /** Absolute values. */
  public Interval abs() {
    return isEmpty() ? EMPTY : new Interval(mignitude(), magnitude());
  }

  /** The smaller of two numbers. */
  public Interval min(Interval other) {
    return isEmpty() || other.isEmpty()
        ? EMPTY
        : new Interval(Math.min(lower, other.lower), Math.min(upper, other.upper));
  }

  /** The larger of two numbers. */
  public Interval max(Interval other) {
    return isEmpty() || other.isEmpty()
        ? EMPTY
        : new Interval(Math.max(lower, other.lower), Math.max(upper, other.upper));
  }

  /** Signs: -1, 0 and 1. */
  public Interval sign() {
    return isEmpty() ? EMPTY : new Interval(Math.signum(lower), Math.signum(upper));
  }

  /** The largest integers not above. */
  public Interval floor() {
    return isEmpty() ? EMPTY : new Interval(Math.floor(lower), Math.floor(upper));
  }

  /** The smallest integers not below. */
  public Interval ceiling() {
    return isEmpty() ? EMPTY : new Interval(Math.ceil(lower), Math.ceil(upper));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Interval interval && lower == interval.lower && upper == interval.upper;
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(lower) + Double.hashCode(upper);
  }

  /** The bounds in brackets, or the word empty. */
  @Override
  public String toString() {
    return isEmpty() ? "empty" : "[" + lower + ", " + upper + "]";
  }
}
