package io.github.flowcert.enclose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.lohner.Integrator;
import io.github.flowcert.lohner.IntervalMatrix;
import io.github.flowcert.lohner.Orders;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Trajectories in 30 digits from random starts lie in the tubes from these starts, which are thin:
 * nothing is allowed but the last digit of a double. Four starts, 250 random times each.
 */
class WideTrajectoriesTest {
  private static final MathContext DIGITS = new MathContext(30);
  private static final double UNTIL = 3;
  private static final int STARTS = 4;
  private static final int TIMES = 250;
  private static final Residuals RESIDUALS =
      new Residuals(
          2,
          2,
          List.of(
              Optional.empty(),
              Optional.of(Interval.ONE),
              Optional.of(Interval.ONE),
              Optional.of(Interval.ZERO)));

  private record Sample(double time, BigDecimal[] product) {}

  /** The rotation by 2 atan(half), to 30 digits; a reflection for sign -1. */
  private static BigDecimal[] orthogonal(double half, int sign) {
    BigDecimal h = new BigDecimal(half);
    BigDecimal one = BigDecimal.ONE;
    BigDecimal denominator = one.add(h.multiply(h));
    BigDecimal c = one.subtract(h.multiply(h)).divide(denominator, DIGITS);
    BigDecimal s = h.add(h).divide(denominator, DIGITS);
    BigDecimal flip = BigDecimal.valueOf(sign);
    return new BigDecimal[] {c, s.negate().multiply(flip), s, c.multiply(flip)};
  }

  private static BigDecimal[] diagonal(double first, double second) {
    BigDecimal zero = BigDecimal.ZERO;
    return new BigDecimal[] {new BigDecimal(first), zero, zero, new BigDecimal(second)};
  }

  /** Balanced by construction: {@code U D, D, .., D V^T}. */
  private static List<BigDecimal[]> balanced(int depth, int sign, Random random) {
    BigDecimal[] d = diagonal(0.4 + random.nextDouble() / 2, 0.4 + random.nextDouble() / 2);
    List<BigDecimal[]> factors = new ArrayList<>();
    BigDecimal[] right = orthogonal(random.nextDouble() - 0.5, 1);
    BigDecimal[] left = orthogonal(random.nextDouble() - 0.5, sign);
    factors.add(WideFlow.product(List.of(right, d)));
    for (int l = 2; l < depth; l++) {
      factors.add(d);
    }
    factors.add(WideFlow.product(List.of(d, left)));
    return factors;
  }

  private static List<BigDecimal[]> anything(int depth, int sign, Random random) {
    List<BigDecimal[]> factors = new ArrayList<>();
    for (int l = 0; l < depth; l++) {
      double[] block = {0.6, 0.1, -0.05, l == 0 ? 0.5 * sign : 0.5};
      factors.add(
          Arrays.stream(block)
              .mapToObj(each -> new BigDecimal(each + 0.2 * random.nextDouble() - 0.1))
              .toArray(BigDecimal[]::new));
    }
    return factors;
  }

  private static List<Sample> samples(List<BigDecimal[]> start, Random random) {
    WideFlow flow = new WideFlow(start, UNTIL);
    return random
        .doubles(TIMES, 0.01, UNTIL)
        .mapToObj(time -> new Sample(time, WideFlow.product(flow.at(time))))
        .toList();
  }

  private static Interval[] around(BigDecimal[] numbers) {
    return Arrays.stream(numbers).map(Interval::of).toArray(Interval[]::new);
  }

  private static TubeStart tube(List<BigDecimal[]> factors, boolean balanced) {
    int depth = factors.size();
    return balanced
        ? TubeStarts.balanced(depth, RESIDUALS, around(WideFlow.product(factors)), Interval.ZERO)
            .orElseThrow()
        : TubeStarts.factors(
            IntStream.rangeClosed(0, depth).mapToObj(l -> 2).toList(),
            RESIDUALS,
            around(factors.stream().flatMap(Arrays::stream).toArray(BigDecimal[]::new)),
            Interval.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "2, true, 1, 4 12 20",
    "2, true, -1, 6 12",
    "3, true, 1, 4 12 20",
    "3, true, -1, 6 12",
    "4, true, 1, 12",
    "2, false, 1, 4 12 20",
    "3, false, -1, 6 14"
  })
  void trajectoriesOfMoreDigitsLieInThinTubesOfEveryOrder(
      int depth, boolean balanced, int sign, String orders) {
    Random random = new Random(31 * depth + sign);
    for (int k = 0; k < STARTS; k++) {
      List<BigDecimal[]> start =
          balanced ? balanced(depth, sign, random) : anything(depth, sign, random);
      List<Sample> samples = samples(start, random);
      for (String order : orders.split(" ", -1)) {
        checkTube(tube(start, balanced), Integer.parseInt(order), samples);
      }
    }
  }

  private static void checkTube(TubeStart start, int order, List<Sample> samples) {
    int[] seen = {0};
    Integrator.End end =
        new Integrator(start.coordinates().tape(), Orders.only(order), 0x1p-50)
            .integrate(
                start.set(),
                UNTIL,
                step -> {
                  for (Sample sample : samples) {
                    if (sample.time > step.from() && sample.time <= step.to()) {
                      seen[0]++;
                      IntervalMatrix box = step.slice(sample.time, sample.time).box();
                      check(start.coordinates(), box, sample);
                    }
                  }
                  return true;
                });
    assertThat(end.stuck()).isFalse();
    assertThat(seen[0]).isEqualTo(TIMES);
  }

  private static void check(Coordinates coordinates, IntervalMatrix box, Sample sample) {
    TubeState state = coordinates.at(box.entries(), Interval.of(sample.time));
    BigDecimal[] p = sample.product;
    for (int k = 0; k < 4; k++) {
      meets(state.product().get(k).values(), p[k]);
    }
    BigDecimal determinant = p[0].multiply(p[3]).subtract(p[1].multiply(p[2]));
    meets(state.determinant().orElseThrow().values(), determinant);
  }

  private static void meets(Interval tube, BigDecimal number) {
    assertThat(new BigDecimal(tube.lower())).isLessThanOrEqualTo(number);
    assertThat(new BigDecimal(tube.upper())).isGreaterThanOrEqualTo(number);
    assertThat(tube.width()).isLessThan(1e-7);
  }

  @Test
  void theWideFlowOfOneFactorFollowsTheExponential() {
    BigDecimal[] factor = diagonal(0.3, 0.8);
    double time = 1.7;
    BigDecimal[] end = WideFlow.product(new WideFlow(List.<BigDecimal[]>of(factor), 2).at(time));
    assertThat(end[0].doubleValue()).isEqualTo(0.3);
    assertThat(end[1].doubleValue()).isCloseTo(-Math.expm1(-time), within(1e-15));
    assertThat(end[3].doubleValue()).isCloseTo(0.8 * Math.exp(-time), within(1e-15));
  }

  /** At depth 2 a positive definite start has (ln det W)' = -2 tr G = -2 w22. */
  @Test
  void theWideFlowOfTwoFactorsMovesTheDeterminantAsItsTraceSays() {
    BigDecimal[] factor = diagonal(0.9, 0.8);
    WideFlow flow = new WideFlow(List.of(factor, factor), 2);
    double slope = (logDeterminant(flow, 1 + 1e-4) - logDeterminant(flow, 1 - 1e-4)) / 2e-4;
    double last = WideFlow.product(flow.at(1))[3].doubleValue();
    assertThat(slope).isCloseTo(-2 * last, within(1e-7));
  }

  private static double logDeterminant(WideFlow flow, double time) {
    BigDecimal[] p = WideFlow.product(flow.at(time));
    return Math.log(p[0].multiply(p[3]).subtract(p[1].multiply(p[2])).doubleValue());
  }
}
