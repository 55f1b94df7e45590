package io.github.flowcert.flow;

import static io.github.flowcert.testing.Matrices.flat;
import static io.github.flowcert.testing.Matrices.gaussian;
import static io.github.flowcert.testing.Matrices.matrix;
import static io.github.flowcert.testing.Matrices.orthogonal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.SingularValues;
import io.github.flowcert.testing.Matrices;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwoByTwoFlowTest {

  /** A product matrix by its singular triples, with a gradient. */
  private record Point(RealMatrix u, RealMatrix v, double largest, double smallest, double[] g) {

    static Point random(Random random, int sign, double ratio) {
      double largest = Math.exp(random.nextGaussian());
      RealMatrix u = orthogonal(random, 2, random.nextBoolean() ? 1 : -1);
      int other = (int) Math.signum(new LUDecomposition(u).getDeterminant()) * sign;
      RealMatrix v = orthogonal(random, 2, other);
      return new Point(u, v, largest, largest * ratio, gaussian(random, 4));
    }

    double[] product() {
      return flat(u.multiply(Matrices.diagonal(2, 2, largest, smallest)).multiplyTransposed(v));
    }

    double logDeterminant() {
      return Math.log(largest) + Math.log(smallest);
    }

    /** Lemma 1 with the powers of W W^T and W^T W from the known triples. */
    double[] slope(int depth) {
      RealMatrix sum = Matrices.diagonal(2, 2);
      for (int l = 1; l <= depth; l++) {
        RealMatrix left = power(u, 2.0 * (l - 1) / depth);
        RealMatrix right = power(v, 2.0 * (depth - l) / depth);
        sum = sum.subtract(left.multiply(matrix(g, 2, 2)).multiply(right));
      }
      return flat(sum);
    }

    private RealMatrix power(RealMatrix basis, double exponent) {
      RealMatrix powers =
          Matrices.diagonal(2, 2, Math.pow(largest, exponent), Math.pow(smallest, exponent));
      return basis.multiply(powers).multiplyTransposed(basis);
    }

    /** Lemma 2, in logarithms and summed. */
    double logDeterminantSlope(int depth) {
      RealMatrix a = u.transposeMultiply(matrix(g, 2, 2)).multiply(v);
      double power = 1 - 2.0 / depth;
      return -depth
          * (Math.pow(largest, power) * a.getEntry(0, 0)
              + Math.pow(smallest, power) * a.getEntry(1, 1));
    }
  }

  static Stream<Arguments> depthsSignsAndRatios() {
    return Stream.of(2, 3, 4, 5)
        .flatMap(
            depth ->
                Stream.of(1, -1)
                    .flatMap(
                        sign ->
                            Stream.of(
                                    1.0, 1 - 1e-12, 1 - 1e-9, 1 - 1e-6, 1 - 1e-5, 1 - 1e-4,
                                    1 - 1e-3, 0.9, 0.5, 0.301, 0.299, 0.1, 1e-3, 1e-6, 1e-12)
                                .map(ratio -> Arguments.of(depth, sign, ratio))));
  }

  @ParameterizedTest
  @MethodSource("depthsSignsAndRatios")
  void agreesWithLemmasOneAndTwo(int depth, int sign, double ratio) {
    Random random = new Random(17);
    for (int draw = 0; draw < 20; draw++) {
      Point point = Point.random(random, sign, ratio);
      double[] actual = derivative(depth, sign, point);
      double[] expected = point.slope(depth);
      double[] entries = Arrays.copyOf(actual, 4);
      assertThat(entries).containsExactly(expected, within(1e-13 * Flat.maxAbs(expected)));
      double size = depth * Math.pow(point.largest, 1 - 2.0 / depth) * Flat.maxAbs(point.g);
      assertThat(actual[4])
          .isCloseTo(point.logDeterminantSlope(depth), within(1e-13 * size / ratio));
    }
  }

  @ParameterizedTest
  @MethodSource("depthsSignsAndRatios")
  void agreesWithTheDecompositionThatProductCoordinatesUse(int depth, int sign, double ratio) {
    Random random = new Random(19);
    // Rounding of the entries changes a small singular value by a relative 1e-16 / ratio.
    double error = 1e-12 + 1e-15 * Math.pow(ratio, 2.0 / depth - 1);
    for (int draw = 0; draw < 20; draw++) {
      Point point = Point.random(random, sign, ratio);
      double[] w = point.product();
      double[] actual = Arrays.copyOf(derivative(depth, sign, point), 4);
      double[] expected = BalancedFlow.derivative(depth, 2, 2, SingularValues.of(w, 2, 2), point.g);
      assertThat(actual).containsExactly(expected, within(error * Flat.maxAbs(expected)));
    }
  }

  @Test
  void slopeOfTheLogarithmIsTheTraceOfTheInverseTimesTheSlope() {
    Random random = new Random(23);
    for (int draw = 0; draw < 100; draw++) {
      int sign = draw % 2 == 0 ? 1 : -1;
      Point point = Point.random(random, sign, 0.05 + 0.95 * random.nextDouble());
      double[] actual = derivative(2 + draw % 4, sign, point);
      RealMatrix slope = matrix(Arrays.copyOf(actual, 4), 2, 2);
      RealMatrix inverse =
          new LUDecomposition(matrix(point.product(), 2, 2)).getSolver().getInverse();
      assertThat(actual[4]).isCloseTo(inverse.multiply(slope).getTrace(), within(1e-11));
    }
  }

  @Test
  void atDepthTwoPositiveDefiniteDeterminantsFollowTheTraceOfTheGradient() {
    Random random = new Random(29);
    for (int draw = 0; draw < 50; draw++) {
      RealMatrix u = orthogonal(random, 2, 1);
      double smallest = Math.exp(-random.nextInt(30));
      Point point = new Point(u, u, 1.5, smallest, gaussian(random, 4));
      // det' = -2 tr(G) det
      double expected = -2 * (point.g[0] + point.g[3]);
      assertThat(derivative(2, 1, point)[4]).isCloseTo(expected, within(1e-12 + 1e-14 / smallest));
    }
  }

  private static double[] derivative(int depth, int sign, Point point) {
    Binary64[] out =
        TwoByTwoFlow.derivative(
            depth,
            sign,
            numbers(point.product()),
            numbers(point.g),
            new Binary64(point.logDeterminant()));
    return Stream.of(out).mapToDouble(Binary64::getReal).toArray();
  }

  private static Binary64[] numbers(double[] values) {
    Binary64[] numbers = new Binary64[values.length];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = new Binary64(values[k]);
    }
    return numbers;
  }
}
