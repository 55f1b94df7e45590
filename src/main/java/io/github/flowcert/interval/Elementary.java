package io.github.flowcert.interval;

/**
 * Powers, exponential and logarithms, and what is made of them. Bounds lie outward of the values of
 * {@link StrictMath} by as many doubles as the specification in {@link Math} lets those be off: one
 * of the two doubles around the exact value where the error is within 1 ulp.
 */
public final class Elementary {
  /** Hyperbolic functions are within 2.5 ulps, each of which is two below a power of two. */
  private static final int HYPERBOLIC = 5;

  private static final Interval NOT_NEGATIVE = Interval.of(0, Double.POSITIVE_INFINITY);

  private static final Interval LOG_10 = log(Interval.of(10));

  private Elementary() {}

  /** e to these numbers. */
  public static Interval exp(Interval x) {
    if (x.isEmpty()) {
      return Interval.EMPTY;
    }
    return Interval.between(
        x.lower() == 0 ? 1 : Math.max(0, Math.nextDown(StrictMath.exp(x.lower()))),
        x.upper() == 0 ? 1 : Math.nextUp(StrictMath.exp(x.upper())));
  }

  /** Natural logarithms of the positive numbers. */
  public static Interval log(Interval x) {
    if (x.isEmpty() || x.upper() <= 0) {
      return Interval.EMPTY;
    }
    double from = Math.max(0, x.lower());
    return Interval.between(
        from == 1 ? 0 : Math.nextDown(StrictMath.log(from)),
        x.upper() == 1 ? 0 : Math.nextUp(StrictMath.log(x.upper())));
  }

  /**
   * Decimal logarithms of the positive numbers. Those of {@link StrictMath} are not within the 1
   * ulp that is specified: at 1.6266381673866832 it is more.
   */
  public static Interval log10(Interval x) {
    return log(x).dividedBy(LOG_10);
  }

  /** Integer powers; those of negative exponent of the numbers other than 0. The power 0 is 1. */
  public static Interval power(Interval x, int exponent) {
    if (x.isEmpty()) {
      return Interval.EMPTY;
    }
    if (exponent < 0) {
      // The smallest integer has no negative; its powers are squares of half of it.
      return exponent == Integer.MIN_VALUE
          ? power(x, exponent / 2).square()
          : Interval.ONE.dividedBy(power(x, -exponent));
    }
    return switch (exponent) {
      case 0 -> Interval.ONE;
      case 1 -> x;
      case 2 -> x.square();
      default -> exponent % 2 == 0 ? monotonePower(x.abs(), exponent) : monotonePower(x, exponent);
    };
  }

  /** For odd exponents, or numbers that are not negative. */
  private static Interval monotonePower(Interval x, int exponent) {
    return Interval.between(powerDown(x.lower(), exponent), powerUp(x.upper(), exponent));
  }

  /** Powers of the positive numbers, and of 0 where the exponent is not negative. */
  public static Interval power(Interval x, Interval exponent) {
    Interval base = x.intersection(NOT_NEGATIVE);
    boolean ofZeroOnly = base.upper() == 0 && exponent.upper() < 0;
    if (base.isEmpty() || exponent.isEmpty() || ofZeroOnly) {
      return Interval.EMPTY;
    }
    if (Double.isInfinite(exponent.magnitude())) {
      return NOT_NEGATIVE;
    }
    // The exponent times the logarithm has its extremes at corners.
    return cornerPowers(base, exponent.lower()).hull(cornerPowers(base, exponent.upper()));
  }

  private static Interval cornerPowers(Interval base, double exponent) {
    return Interval.between(
        Math.min(powerDown(base.lower(), exponent), powerDown(base.upper(), exponent)),
        Math.max(powerUp(base.lower(), exponent), powerUp(base.upper(), exponent)));
  }

  private static double powerDown(double x, double exponent) {
    double power = StrictMath.pow(x, exponent);
    if (isExactPower(x, exponent)) {
      return power;
    }
    return x > 0 ? Math.max(0, Math.nextDown(power)) : Math.nextDown(power);
  }

  private static double powerUp(double x, double exponent) {
    double power = StrictMath.pow(x, exponent);
    if (isExactPower(x, exponent)) {
      return power;
    }
    return x < 0 ? Math.min(0, Math.nextUp(power)) : Math.nextUp(power);
  }

  private static boolean isExactPower(double x, double exponent) {
    return x == 0 || Math.abs(x) == 1 || exponent == 0;
  }

  /** Hyperbolic sines. */
  public static Interval sinh(Interval x) {
    return x.isEmpty() ? x : widened(StrictMath.sinh(x.lower()), StrictMath.sinh(x.upper()));
  }

  /** Hyperbolic cosines. */
  public static Interval cosh(Interval x) {
    return x.isEmpty()
        ? x
        : widened(StrictMath.cosh(x.mignitude()), StrictMath.cosh(x.magnitude())).max(Interval.ONE);
  }

  /** Hyperbolic tangents. */
  public static Interval tanh(Interval x) {
    return x.isEmpty()
        ? x
        : widened(StrictMath.tanh(x.lower()), StrictMath.tanh(x.upper()))
            .intersection(Trigonometric.UNIT);
  }

  private static Interval widened(double from, double to) {
    return Interval.between(Rounding.below(from, HYPERBOLIC), Rounding.above(to, HYPERBOLIC));
  }
}
