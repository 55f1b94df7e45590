package io.github.flowcert.flow;

import static io.github.flowcert.testing.Matrices.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.testing.Flows;
import io.github.flowcert.testing.Problems;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductCoordinatesTest {

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,3", "2,4", "4,2", "1,5", "5,1", "5,5", "6,4"})
  void derivativeIsLemmaOneInEveryShapeAndDepth(int rows, int columns) {
    Random random = new Random(41);
    for (int depth = 1; depth <= 5; depth++) {
      Network network = Problems.network(Problems.random(random, rows, columns), depth);
      double[] w = gaussian(random, rows * columns);
      double[] g = Problems.gradient(network, w);
      double[] expected = Flows.lemmaOne(depth, w, g, rows, columns);
      double[] actual =
          new ProductCoordinates(network, Problems.at(network, w), 1e-8, 1e-12)
              .computeDerivatives(0, w);
      assertThat(actual).containsExactly(expected, within(1e-10 * (1 + Flat.maxAbs(expected))));
    }
  }

  @ParameterizedTest
  @CsvSource({"3,3", "2,4", "4,2"})
  void rankDeficientProductsMoveByLemmaOneToo(int rows, int columns) {
    Random random = new Random(43);
    for (int depth = 2; depth <= 5; depth++) {
      Network network = Problems.network(Problems.random(random, rows, columns), depth);
      double[] w = new double[rows * columns];
      Flat.multiply(gaussian(random, rows), gaussian(random, columns), rows, 1, columns, w);
      double[] g = Problems.gradient(network, w);
      double[] actual =
          new ProductCoordinates(network, Problems.at(network, w), 1e-8, 1e-12)
              .computeDerivatives(0, w);
      // Powers of what rounding leaves of a singular value 0: 1e-16 to the power 2/L.
      double error = 3 * Math.pow(1e-15, 2.0 / depth) + 1e-12;
      double[] expected = Flows.lemmaOne(depth, w, g, rows, columns);
      assertThat(actual).containsExactly(expected, within(error * (1 + Flat.maxAbs(expected))));
    }
  }

  @Test
  void zeroIsAFixedPointFromDepthTwoOn() {
    Network network = Problems.network(Problems.analysed(0.5), 2);
    double[] zero = new double[4];
    assertThat(
            new ProductCoordinates(network, Problems.at(network, zero), 1e-8, 1e-12)
                .computeDerivatives(0, zero))
        .containsOnly(0);
  }

  @Test
  void stateMeasuresTheProduct() {
    Network network = Problems.network(Problems.analysed(0.5), 3);
    double[] w = {0, 2, 3, 0};
    ProductCoordinates unknowns =
        new ProductCoordinates(network, Problems.at(network, w), 1e-8, 1e-12);
    FlowState state = unknowns.observe(1.5, unknowns.start());
    assertThat(state.time()).isEqualTo(1.5);
    assertThat(state.loss()).isCloseTo((1 + 4 + 0.25) / 2, within(1e-15));
    assertThat(state.determinantSign()).isEqualTo(-1);
    assertThat(state.logAbsDeterminant()).isCloseTo(Math.log(6), within(1e-15));
    assertThat(state.logSingularValues())
        .containsExactly(new double[] {Math.log(3), Math.log(2)}, within(1e-15));
    assertThat(state.entry(2, 1)).isEqualTo(3);
  }
}
