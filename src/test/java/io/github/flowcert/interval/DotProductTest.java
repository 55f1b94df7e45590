package io.github.flowcert.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DotProductTest {

  private static DotProduct sum(
      double[] aLower, double[] aUpper, double[] bLower, double[] bUpper) {
    DotProduct dot = new DotProduct();
    dot.addConvolution(aLower, aUpper, 0, bLower, bUpper, bLower.length - 1, aLower.length);
    return dot;
  }

  private static double number(Random random, int least, int most) {
    return (random.nextDouble() - 0.5) * Math.pow(2, least + random.nextInt(most - least + 1));
  }

  /** Of numbers whose exponents lie between these. */
  private static void containsRandomSums(int least, int most, long seed) {
    Random random = new Random(seed);
    for (int trial = 0; trial < 3000; trial++) {
      int n = 1 + random.nextInt(12);
      double[][] bounds = new double[4][n];
      BigDecimal exact = BigDecimal.ZERO;
      double[][] points = new double[2][n];
      for (int k = 0; k < n; k++) {
        for (int f = 0; f < 2; f++) {
          double x = number(random, least, most);
          double y = random.nextBoolean() ? x : number(random, least, most);
          bounds[2 * f][k] = Math.min(x, y);
          bounds[2 * f + 1][k] = Math.max(x, y);
          points[f][k] = x;
        }
      }
      for (int k = 0; k < n; k++) {
        exact =
            exact.add(new BigDecimal(points[0][k]).multiply(new BigDecimal(points[1][n - 1 - k])));
      }
      DotProduct dot = sum(bounds[0], bounds[1], bounds[2], bounds[3]);
      assertThat(new BigDecimal(dot.lower())).isLessThanOrEqualTo(exact);
      assertThat(new BigDecimal(dot.upper())).isGreaterThanOrEqualTo(exact);
    }
  }

  @Test
  void containsTheExactSumOfProductsOfAnyNumbersInTheIntervals() {
    containsRandomSums(-30, 30, 1);
  }

  @Test
  void containsTheExactSumWhereProductsUnderflow() {
    containsRandomSums(-560, -480, 2);
  }

  @Test
  void isAsNarrowAsRoundingAllows() {
    double[] tenth = {0.1, 0.1, 0.1};
    DotProduct dot = sum(tenth, tenth, tenth, tenth);
    assertThat(dot.interval().width()).isLessThan(10 * Math.ulp(0.03));
  }

  @Test
  void isAllNumbersWhereSomethingIsNotFiniteOrOverflows() {
    double[] one = {1, 1};
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e308}) {
      double[] other = {bad, bad};
      assertThat(sum(one, new double[] {0, 10}, other, other).interval())
          .isEqualTo(Interval.ENTIRE);
    }
  }

  @Test
  void ofNothingIsZero() {
    assertThat(new DotProduct().interval()).isEqualTo(Interval.ZERO);
  }
}
