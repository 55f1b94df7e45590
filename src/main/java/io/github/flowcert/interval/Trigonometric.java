package io.github.flowcert.interval;

import java.util.function.DoubleUnaryOperator;

/**
 * Trigonometric functions. Between their extremes they are monotone; whether an interval may hold
 * an extreme is found in interval arithmetic. Values of {@link StrictMath} are within 1 ulp: bounds
 * lie one double outward.
 */
public final class Trigonometric {
  /** All values of the sine. */
  static final Interval UNIT = Interval.of(-1, 1);

  private static final Interval TWO_PI = Interval.PI.times(Interval.of(2));
  private static final Interval HALF_PI = Interval.PI.times(Interval.of(0.5));

  private Trigonometric() {}

  /** Sines. */
  public static Interval sin(Interval x) {
    return wave(x, HALF_PI, StrictMath::sin);
  }

  /** Cosines. */
  public static Interval cos(Interval x) {
    return wave(x, Interval.ZERO, StrictMath::cos);
  }

  private static Interval wave(Interval x, Interval peak, DoubleUnaryOperator function) {
    if (x.isEmpty()) {
      return x;
    }
    double first = function.applyAsDouble(x.lower());
    double last = function.applyAsDouble(x.upper());
    boolean top = mayMeet(x, peak, TWO_PI);
    boolean bottom = mayMeet(x, peak.plus(Interval.PI), TWO_PI);
    return Interval.between(
        bottom ? -1 : Math.max(-1, Math.nextDown(Math.min(first, last))),
        top ? 1 : Math.min(1, Math.nextUp(Math.max(first, last))));
  }

  /** Tangents; all numbers where there may be a pole. */
  public static Interval tan(Interval x) {
    if (x.isEmpty()) {
      return x;
    }
    return mayHavePole(x)
        ? Interval.ENTIRE
        : Interval.between(
            Math.nextDown(StrictMath.tan(x.lower())), Math.nextUp(StrictMath.tan(x.upper())));
  }

  /** Whether the tangent may have a pole there. */
  public static boolean mayHavePole(Interval x) {
    return mayMeet(x, HALF_PI, Interval.PI);
  }

  /** Arc tangents. */
  public static Interval arcTan(Interval x) {
    return x.isEmpty()
        ? x
        : Interval.between(
            Math.nextDown(StrictMath.atan(x.lower())), Math.nextUp(StrictMath.atan(x.upper())));
  }

  /** Whether a number that differs from the point by a multiple of the period may be there. */
  private static boolean mayMeet(Interval x, Interval point, Interval period) {
    Interval turns = x.minus(point).dividedBy(period);
    return Math.floor(turns.upper()) >= turns.lower();
  }
}
