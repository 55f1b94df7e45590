package io.github.flowcert.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundingTest {
  private static final long SEED = 20260101;
  private static final int RANDOM_PAIRS = 5000;

  /** An operation with its bounds, and what it is in exact rational arithmetic. */
  @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
  private enum Operation {
    SUM(Rounding::addDown, Rounding::addUp, BigFraction::add),
    PRODUCT(Rounding::multiplyDown, Rounding::multiplyUp, BigFraction::multiply),
    QUOTIENT(Rounding::divideDown, Rounding::divideUp, BigFraction::divide);

    private final DoubleBinaryOperator down;
    private final DoubleBinaryOperator up;
    private final BinaryOperator<BigFraction> exact;

    Operation(
        DoubleBinaryOperator down, DoubleBinaryOperator up, BinaryOperator<BigFraction> exact) {
      this.down = down;
      this.up = up;
      this.exact = exact;
    }

    boolean hasValue(double b) {
      return this != QUOTIENT || b != 0;
    }

    BigFraction value(double a, double b) {
      return exact.apply(Exact.of(a), Exact.of(b));
    }
  }

  /**
   * All pairs of corners, and random ones: some independent, some of nearly cancelling operands.
   */
  private static Stream<double[]> pairs() {
    double[] corners = Doubles.corners();
    Random random = new Random(SEED);
    Stream<double[]> grid =
        Arrays.stream(corners)
            .boxed()
            .flatMap(a -> Arrays.stream(corners).mapToObj(b -> new double[] {a, b}));
    Stream<double[]> drawn =
        IntStream.range(0, RANDOM_PAIRS)
            .mapToObj(k -> new double[] {Doubles.random(random), Doubles.random(random)});
    return Stream.concat(grid, drawn);
  }

  private static long unsound(Operation operation, DoubleBinaryOperator lower, int side) {
    return pairs()
        .filter(pair -> operation.hasValue(pair[1]))
        .filter(
            pair ->
                side * Exact.compare(lower.applyAsDouble(pair[0], pair[1]), value(operation, pair))
                    < 0)
        .count();
  }

  private static BigFraction value(Operation operation, double[] pair) {
    return operation.value(pair[0], pair[1]);
  }

  @ParameterizedTest
  @EnumSource
  void boundsAreOnTheirSideOfTheExactResult(Operation operation) {
    assertThat(unsound(operation, operation.down, -1)).isZero();
    assertThat(unsound(operation, operation.up, 1)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aFlippedDirectionIsCaught(Operation operation) {
    assertThat(unsound(operation, operation.up, -1)).isGreaterThan(RANDOM_PAIRS / 4);
    assertThat(unsound(operation, operation.down, 1)).isGreaterThan(RANDOM_PAIRS / 4);
  }

  @Test
  void roundingToNearestIsCaught() {
    assertThat(unsound(Operation.SUM, Double::sum, -1)).isGreaterThan(RANDOM_PAIRS / 10);
    assertThat(unsound(Operation.PRODUCT, (a, b) -> a * b, -1)).isGreaterThan(RANDOM_PAIRS / 10);
    assertThat(unsound(Operation.QUOTIENT, (a, b) -> a / b, 1)).isGreaterThan(RANDOM_PAIRS / 10);
  }

  @Test
  void anErrorTermWithoutUnderflowGuardIsCaught() {
    DoubleBinaryOperator unguarded =
        (a, b) -> Math.fma(a, b, -(a * b)) >= 0 ? a * b : Math.nextDown(a * b);
    assertThat(unsound(Operation.PRODUCT, unguarded, -1)).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void boundsAreTheDoublesAroundTheExactResult(Operation operation) {
    pairs()
        .filter(pair -> operation.hasValue(pair[1]))
        .forEach(
            pair -> {
              double down = operation.down.applyAsDouble(pair[0], pair[1]);
              double up = operation.up.applyAsDouble(pair[0], pair[1]);
              int doubles = isTiny(up) || isTiny(pair[0]) ? 2 : 1;
              assertThat(up).isLessThanOrEqualTo(Rounding.above(down, doubles));
              if (doubles == 1 && Exact.compare(down, value(operation, pair)) == 0) {
                assertThat(up).isEqualTo(down);
              }
            });
  }

  private static boolean isTiny(double x) {
    return Math.abs(x) <= 0x1p-960;
  }

  private static DoubleStream roots() {
    Random random = new Random(SEED);
    DoubleStream drawn = DoubleStream.generate(() -> Doubles.random(random)).limit(RANDOM_PAIRS);
    return DoubleStream.concat(DoubleStream.of(Doubles.corners()), drawn).map(Math::abs);
  }

  private static long unsoundRoots(DoubleUnaryOperator bound, int side) {
    return roots().filter(x -> side * Exact.compareToRoot(bound.applyAsDouble(x), x) < 0).count();
  }

  @Test
  void boundsOfRootsAreOnTheirSide() {
    assertThat(unsoundRoots(Rounding::sqrtDown, -1)).isZero();
    assertThat(unsoundRoots(Rounding::sqrtUp, 1)).isZero();
    assertThat(roots())
        .allMatch(x -> Rounding.sqrtUp(x) <= Rounding.above(Rounding.sqrtDown(x), 2));
    assertThat(Rounding.sqrtDown(9)).isEqualTo(3);
    assertThat(Rounding.sqrtUp(9)).isEqualTo(3);
  }

  @Test
  void aFlippedRootIsCaught() {
    assertThat(unsoundRoots(Rounding::sqrtUp, -1)).isGreaterThan(RANDOM_PAIRS / 4);
    assertThat(unsoundRoots(Rounding::sqrtDown, 1)).isGreaterThan(RANDOM_PAIRS / 4);
    assertThat(unsoundRoots(Math::sqrt, 1)).isGreaterThan(RANDOM_PAIRS / 10);
  }
}
