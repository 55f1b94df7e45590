package io.github.flowcert.flow;

import static io.github.flowcert.testing.Matrices.withSingularValues;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.testing.Flows;
import io.github.flowcert.testing.Matrices;
import io.github.flowcert.testing.Problems;
import java.util.Random;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradedCoordinatesTest {

  @ParameterizedTest
  @CsvSource({
    "2, 0.5",
    "2, -0.5",
    "2, 1",
    "3, 0.5",
    "3, -0.5",
    "3, 1",
    "3, 0.999999",
    "3, 0.1",
    "4, 0.7",
    "4, -1",
    "5, 0.8"
  })
  void carriedProductMovesAsInTheProductFormulation(int size, double ratio) {
    Random random = new Random(61);
    double[] values = new double[size];
    for (int r = 0; r < size; r++) {
      values[r] = 1.5 * Math.pow(Math.abs(ratio), r);
    }
    int sign = (int) Math.signum(ratio);
    for (int depth = 2; depth <= 5; depth++) {
      Network network = Problems.network(Problems.random(random, size, size), depth);
      double[] w = withSingularValues(random, size, size, sign, values);
      Carry point = Problems.at(network, w);
      assertThat(point.determinantSign()).isEqualTo(sign);
      GradedCoordinates unknowns = new GradedCoordinates(network, point, 1e-8);
      double[] expected =
          new ProductCoordinates(network, point, 1e-8, 1e-12).computeDerivatives(0, w);
      assertThat(unknowns.carry(unknowns.start()).product()).containsExactly(w, within(1e-12));
      double[] actual = Flows.productSlope(unknowns, unknowns.start(), 1e-7);
      assertThat(actual).containsExactly(expected, within(1e-6 * (1 + Flat.maxAbs(expected))));
      assertSlopeOfLogarithm(unknowns, w, expected);
    }
  }

  /** (ln |det W|)' = tr(W^-1 W'): the unknown that is not an entry moves by it. */
  private static void assertSlopeOfLogarithm(
      GradedCoordinates unknowns, double[] w, double[] slope) {
    int size = (int) Math.sqrt(w.length);
    RealMatrix inverse =
        new LUDecomposition(Matrices.matrix(w, size, size)).getSolver().getInverse();
    double expected = inverse.multiply(Matrices.matrix(slope, size, size)).getTrace();
    double[] y = unknowns.start();
    double h = 1e-6;
    double[] derivative = unknowns.computeDerivatives(0, y);
    double[] ahead = y.clone();
    for (int k = 0; k < y.length; k++) {
      ahead[k] += h * derivative[k];
    }
    double before = unknowns.carry(y).logAbsDeterminant();
    double after = unknowns.carry(ahead).logAbsDeterminant();
    assertThat((after - before) / h).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
  }

  @Test
  void scalarsAreGradedMatricesToo() {
    Network network = Problems.network(Problems.completion(new Double[] {2.0}), 3);
    GradedCoordinates unknowns =
        new GradedCoordinates(network, Problems.at(network, new double[] {0.125}), 1e-8);
    double[] y = unknowns.start();
    assertThat(y[0]).isCloseTo(Math.log(0.125), within(1e-15));
    // (ln w)' = -3 w^(1/3) (w - 2)
    assertThat(unknowns.computeDerivatives(0, y)[0]).isCloseTo(3 * 0.5 * 1.875, within(1e-14));
    FlowState state = unknowns.observe(0, y);
    assertThat(state.logSingularValues()).containsExactly(y);
    assertThat(state.loss()).isCloseTo(1.875 * 1.875 / 2, within(1e-14));
  }

  @Test
  void determinantFarBelowRoundingIsKept() {
    Random random = new Random(67);
    Network network = Problems.network(Problems.random(random, 3, 3), 2);
    double[] w = withSingularValues(random, 3, 3, 1, 3, 1);
    Carry point = new Carry(w, Problems.gradient(network, w), -1, -1000, true, null);
    GradedCoordinates unknowns = new GradedCoordinates(network, point, 1e-8);
    FlowState state = unknowns.observe(0, unknowns.start());
    assertThat(state.logSingularValues()[2]).isCloseTo(-1000 - Math.log(3), within(1e-9));
    assertThat(state.determinantSign()).isEqualTo(-1);
    double[] expected =
        new ProductCoordinates(network, point, 1e-8, 1e-12).computeDerivatives(0, w);
    double[] actual = Flows.productSlope(unknowns, unknowns.start(), 1e-7);
    // At depth 2 what rounding leaves of the smallest singular value counts to the first power.
    assertThat(actual).containsExactly(expected, within(1e-6 * (1 + Flat.maxAbs(expected))));
  }

  @Test
  void singularAndRectangularProductsAreRefused() {
    Network square = Problems.network(Problems.appendixA(3), 2);
    double[] singular = new double[9];
    singular[0] = 1;
    assertThatThrownBy(() -> new GradedCoordinates(square, Problems.at(square, singular), 1e-8))
        .isInstanceOf(IllegalArgumentException.class);
    Network wide = Problems.network(Problems.random(new Random(1), 2, 3), 2);
    assertThatThrownBy(
            () ->
                new GradedCoordinates(
                    wide, Problems.at(wide, new double[] {1, 0, 0, 0, 1, 0}), 1e-8))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
