package io.github.flowcert.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
  private static final long SEED = 20260102;
  private static final int PAIRS = 1500;
  private static final int POINTS = 4;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
  private enum Operation {
    PLUS(Interval::plus, BigFraction::add),
    MINUS(Interval::minus, BigFraction::subtract),
    TIMES(Interval::times, BigFraction::multiply),
    DIVIDED(Interval::dividedBy, BigFraction::divide),
    MIN(Interval::min, (a, b) -> a.compareTo(b) < 0 ? a : b),
    MAX(Interval::max, (a, b) -> a.compareTo(b) > 0 ? a : b),
    SQUARE((a, b) -> a.square(), (a, b) -> a.pow(2)),
    ABS((a, b) -> a.abs(), (a, b) -> a.abs()),
    SIGN((a, b) -> a.sign(), (a, b) -> new BigFraction(a.signum())),
    NEGATE((a, b) -> a.negate(), (a, b) -> a.negate()),
    CUBE((a, b) -> Elementary.power(a, 3), (a, b) -> a.pow(3)),
    FOURTH((a, b) -> Elementary.power(a, 4), (a, b) -> a.pow(4)),
    FIFTH_RECIPROCAL((a, b) -> Elementary.power(b, -5), (a, b) -> b.pow(-5));

    private final BinaryOperator<Interval> operation;
    private final BinaryOperator<BigFraction> exact;

    Operation(BinaryOperator<Interval> operation, BinaryOperator<BigFraction> exact) {
      this.operation = operation;
      this.exact = exact;
    }

    boolean hasValue(double b) {
      return b != 0 || (this != DIVIDED && this != FIFTH_RECIPROCAL);
    }
  }

  /** Corners and random bounds, often of both signs, sometimes without a bound, often a point. */
  private static Interval draw(Random random) {
    double one = drawBound(random);
    double other = random.nextInt(3) == 0 ? one : drawBound(random);
    return switch (random.nextInt(8)) {
      case 0 -> Interval.of(one, INFINITY);
      case 1 -> Interval.of(-INFINITY, one);
      case 2 -> Interval.of(Math.min(0, one), Math.max(0, one));
      default -> Interval.of(Math.min(one, other), Math.max(one, other));
    };
  }

  private static double drawBound(Random random) {
    double[] corners = Doubles.corners();
    return random.nextBoolean() ? corners[random.nextInt(corners.length)] : Doubles.random(random);
  }

  /** A number of the interval, often a bound. */
  private static double within(Interval interval, Random random) {
    double from = Math.max(interval.lower(), -Double.MAX_VALUE);
    double to = Math.min(interval.upper(), Double.MAX_VALUE);
    double drawn =
        switch (random.nextInt(4)) {
          case 0 -> from;
          case 1 -> to;
          case 2 -> Doubles.random(random);
          default -> from + random.nextDouble() * (to - from);
        };
    return Math.max(from, Math.min(to, drawn));
  }

  private static long unsound(Operation operation, UnaryOperator<Interval> change) {
    Random random = new Random(SEED);
    long count = 0;
    for (int k = 0; k < PAIRS; k++) {
      Interval a = draw(random);
      Interval b = draw(random);
      Interval result = change.apply(operation.operation.apply(a, b));
      for (int point = 0; point < POINTS; point++) {
        double x = within(a, random);
        double y = within(b, random);
        if (operation.hasValue(y)) {
          BigFraction exact = operation.exact.apply(Exact.of(x), Exact.of(y));
          boolean inside =
              Exact.compare(result.lower(), exact) <= 0
                  && Exact.compare(result.upper(), exact) >= 0;
          count += inside ? 0 : 1;
        }
      }
    }
    return count;
  }

  @ParameterizedTest
  @EnumSource
  void resultsContainTheExactValues(Operation operation) {
    assertThat(unsound(operation, UnaryOperator.identity())).as("seed " + SEED).isZero();
  }

  /** One double is what a wrong direction of rounding amounts to. */
  @ParameterizedTest
  @EnumSource
  void aBoundThatIsOneDoubleInwardIsCaught(Operation operation) {
    assertThat(unsound(operation, r -> moved(r, 1, 0))).isPositive();
    assertThat(unsound(operation, r -> moved(r, 0, 1))).isPositive();
  }

  private static Interval moved(Interval result, int lower, int upper) {
    return Interval.between(
        Rounding.above(result.lower(), lower), Rounding.below(result.upper(), upper));
  }

  private static Interval interval(String text) {
    if (text.equals("empty")) {
      return Interval.EMPTY;
    }
    int gap = text.indexOf(' ');
    String lower = gap < 0 ? text : text.substring(0, gap);
    return Interval.of(Double.parseDouble(lower), Double.parseDouble(text.substring(gap + 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, -Infinity Infinity, 0",
    "0 1, 0 Infinity, 0 Infinity",
    "-1 2, -3 5, -6 10",
    "-1 2, -Infinity 1, -Infinity Infinity",
    "-2 -1, -4 -3, 3 8",
    "-2 -1, 3 4, -8 -3",
    "2 3, -4 -3, -12 -6",
    "-2 3, 4 5, -10 15",
    "-2 3, -5 -4, -15 10",
    "-2 -1, -3 4, -8 6",
    "2 3, -4 5, -12 15",
    "1.7976931348623157e308, 2, 1.7976931348623157e308 Infinity",
    "4.9e-324, 0.25, 0 4.9e-324",
    "-4.9e-324, 0.25, -4.9e-324 0",
    "empty, 1 2, empty",
  })
  void productsAtCorners(String a, String b, String product) {
    assertThat(interval(a).times(interval(b))).isEqualTo(interval(product));
    assertThat(interval(b).times(interval(a))).isEqualTo(interval(product));
  }

  @ParameterizedTest
  @CsvSource({
    "1 2, 0, empty",
    "0, -1 1, 0",
    "1 2, -1 1, -Infinity Infinity",
    "1 2, 0 4, 0.25 Infinity",
    "1 2, -4 0, -Infinity -0.25",
    "-2 -1, 0 4, -Infinity -0.25",
    "-2 -1, -4 0, 0.25 Infinity",
    "-1 1, 0 1, -Infinity Infinity",
    "1 2, 4 Infinity, 0 0.5",
    "1 Infinity, 2 Infinity, 0 Infinity",
    "-6 4, 2 4, -3 2",
    "-6 4, -4 -2, -2 3",
    "6 8, -4 -2, -4 -1.5",
    "4.9e-324, 4, 0 4.9e-324",
    "1.7976931348623157e308, 0.5, 1.7976931348623157e308 Infinity",
  })
  void quotientsAtCorners(String a, String b, String quotient) {
    assertThat(interval(a).dividedBy(interval(b))).isEqualTo(interval(quotient));
  }

  @Test
  void sumsThatOverflowKeepAFiniteBound() {
    Interval most = Interval.of(Double.MAX_VALUE);
    assertThat(most.plus(most)).isEqualTo(Interval.of(Double.MAX_VALUE, INFINITY));
    assertThat(most.negate().minus(most)).isEqualTo(Interval.of(-INFINITY, -Double.MAX_VALUE));
    assertThat(most.minus(most)).isEqualTo(Interval.ZERO);
    assertThat(Interval.ENTIRE.minus(Interval.ENTIRE)).isEqualTo(Interval.ENTIRE);
  }

  @Test
  void rootsAreOfWhatIsNotNegative() {
    assertThat(Interval.of(4, 9).sqrt()).isEqualTo(Interval.of(2, 3));
    assertThat(Interval.of(-4, 9).sqrt()).isEqualTo(Interval.of(0, 3));
    assertThat(Interval.of(-4, -1).sqrt()).isEqualTo(Interval.EMPTY);
    assertThat(Interval.of(0, INFINITY).sqrt()).isEqualTo(Interval.of(0, INFINITY));
    Interval two = Interval.of(2).sqrt();
    assertThat(two.upper()).isEqualTo(Math.nextUp(two.lower()));
    assertThat(Exact.compareToRoot(two.lower(), 2)).isNegative();
    assertThat(Exact.compareToRoot(two.upper(), 2)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "-0.1", "1e-400", "-1e-400", "1e400", "-1e400", "0.5", "3e-324"})
  void decimalsAreContained(String text) {
    BigDecimal decimal = new BigDecimal(text);
    Interval interval = Interval.of(decimal);
    BigFraction exact = Exact.of(decimal);
    assertThat(Exact.compare(interval.lower(), exact)).isNotPositive();
    assertThat(Exact.compare(interval.upper(), exact)).isNotNegative();
    assertThat(interval.upper()).isLessThanOrEqualTo(Math.nextUp(interval.lower()));
    assertThat(interval.isPoint()).isEqualTo(text.equals("0.5"));
  }

  @Test
  void constantsAreBracketed() {
    // 40 digits from Abramowitz and Stegun, table 1.1.
    BigDecimal pi = new BigDecimal("3.141592653589793238462643383279502884197");
    BigDecimal e = new BigDecimal("2.718281828459045235360287471352662497757");
    assertThat(Interval.PI).isEqualTo(Interval.of(pi));
    assertThat(Interval.E).isEqualTo(Interval.of(e));
  }

  @Test
  void setsAreComparedAndCombined() {
    Interval low = Interval.of(-1, 2);
    Interval high = Interval.of(2, 5);
    assertThat(low.hull(high)).isEqualTo(Interval.of(-1, 5));
    assertThat(low.intersection(high)).isEqualTo(Interval.of(2));
    assertThat(low.intersection(Interval.of(3))).isEqualTo(Interval.EMPTY);
    assertThat(low.hull(Interval.EMPTY)).isEqualTo(low);
    assertThat(low.certainlyLess(high)).isFalse();
    assertThat(low.certainlyLessOrEqual(high)).isTrue();
    assertThat(low.certainlyLess(Interval.of(2.5))).isTrue();
    assertThat(high.possiblyLess(low)).isFalse();
    assertThat(high.possiblyLessOrEqual(low)).isTrue();
    assertThat(low.possiblyLess(low)).isTrue();
    assertThat(Interval.ONE.possiblyLess(Interval.ONE)).isFalse();
    assertThat(Interval.EMPTY.possiblyLessOrEqual(low)).isFalse();
    assertThat(low.contains(high)).isFalse();
    assertThat(low.contains(Interval.EMPTY)).isTrue();
    assertThat(Interval.EMPTY.contains(low)).isFalse();
    assertThat(low.contains(2)).isTrue();
    assertThat(low.contains(Math.nextUp(2.0))).isFalse();
    assertThat(Interval.ENTIRE.contains(INFINITY)).isFalse();
    assertThat(Interval.ENTIRE.contains(Double.NaN)).isFalse();
  }

  @Test
  void sizesAreRoundedUp() {
    assertThat(Interval.of(-1, 2).width()).isEqualTo(3);
    assertThat(Interval.of(-1, 0x1p-60).width()).isEqualTo(Math.nextUp(1.0));
    assertThat(Interval.of(0, INFINITY).width()).isEqualTo(INFINITY);
    assertThat(Interval.EMPTY.width()).isZero();
    assertThat(Interval.of(-3, 2).magnitude()).isEqualTo(3);
    assertThat(Interval.of(-3, 2).mignitude()).isZero();
    assertThat(Interval.of(-3, -2).mignitude()).isEqualTo(2);
  }

  @Test
  void integersAroundAreExact() {
    assertThat(Interval.of(-1.5, 2.5).floor()).isEqualTo(Interval.of(-2, 2));
    assertThat(Interval.of(-1.5, 2.5).ceiling()).isEqualTo(Interval.of(-1, 3));
  }

  @Test
  void zeroHasNoSign() {
    assertThat(Interval.of(-0.0)).isEqualTo(Interval.ZERO).hasToString("[0.0, 0.0]");
    assertThat(Interval.of(-1, 0).negate()).isEqualTo(Interval.of(0, 1)).hasToString("[0.0, 1.0]");
    assertThat(Interval.ZERO.hashCode()).isEqualTo(Interval.of(-0.0).hashCode());
    assertThat(Interval.EMPTY).hasToString("empty");
  }

  @Test
  void operationsOnNothingGiveNothing() {
    Interval none = Interval.EMPTY;
    assertThat(none.plus(Interval.ONE)).isEqualTo(none);
    assertThat(Interval.ONE.minus(none)).isEqualTo(none);
    assertThat(Interval.ONE.dividedBy(none)).isEqualTo(none);
    assertThat(none.negate()).isEqualTo(none);
    assertThat(none.square()).isEqualTo(none);
    assertThat(none.abs()).isEqualTo(none);
    assertThat(none.sign()).isEqualTo(none);
    assertThat(none.floor()).isEqualTo(none);
    assertThat(none.ceiling()).isEqualTo(none);
    assertThat(none.sqrt()).isEqualTo(none);
    assertThat(none.min(Interval.ONE)).isEqualTo(none);
    assertThat(Interval.ONE.max(none)).isEqualTo(none);
    assertThat(none.intersection(Interval.ENTIRE)).isEqualTo(none);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "NaN, 1", "1, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void whatIsNoIntervalIsRefused(double lower, double upper) {
    assertThatThrownBy(() -> Interval.of(lower, upper))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no interval has the bounds " + lower + ", " + upper);
  }
}
