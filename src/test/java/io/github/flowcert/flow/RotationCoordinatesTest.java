package io.github.flowcert.flow;

import static io.github.flowcert.testing.Matrices.withSingularValues;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.testing.Flows;
import io.github.flowcert.testing.Problems;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationCoordinatesTest {

  @ParameterizedTest
  @CsvSource({
    "2,2,1", "2,2,-1", "3,3,1", "3,3,-1", "3,5,1", "5,3,1", "2,3,1", "3,2,1", "1,1,1", "1,4,1",
    "4,1,1", "5,5,-1"
  })
  void carriedProductMovesAsInTheProductFormulation(int rows, int columns, int sign) {
    Random random = new Random(47);
    double[] values = new double[Math.min(rows, columns)];
    for (int r = 0; r < values.length; r++) {
      values[r] = 2 * Math.pow(0.6, r);
    }
    for (int depth = 1; depth <= 5; depth++) {
      Network network = Problems.network(Problems.random(random, rows, columns), depth);
      double[] w = withSingularValues(random, rows, columns, sign, values);
      assertMovesLikeProduct(network, w);
    }
  }

  @ParameterizedTest
  @CsvSource({"3,3", "3,4", "4,3"})
  void rankDeficientProductsMoveWithoutTheirZeros(int rows, int columns) {
    Random random = new Random(53);
    for (int depth = 2; depth <= 5; depth++) {
      Network network = Problems.network(Problems.random(random, rows, columns), depth);
      // Exact zeros: the last column and the last row.
      double[] w = new double[rows * columns];
      w[0] = 2;
      w[1] = 0.3;
      w[columns] = -0.4;
      w[columns + 1] = 0.7;
      RotationCoordinates unknowns =
          new RotationCoordinates(network, Problems.at(network, w), 1e-8);
      assertThat(unknowns.getDimension()).isEqualTo(2 * (rows + columns + 1));
      FlowState state = unknowns.observe(0, unknowns.start());
      assertThat(state.logSingularValues()).hasSize(3);
      assertThat(state.logSingularValues()[2]).isEqualTo(Double.NEGATIVE_INFINITY);
      assertThat(state.determinantSign()).isZero();
      assertMovesLikeProduct(network, w);
    }
  }

  private static void assertMovesLikeProduct(Network network, double[] w) {
    Carry point = Problems.at(network, w);
    RotationCoordinates unknowns = new RotationCoordinates(network, point, 1e-8);
    assertThat(unknowns.carry(unknowns.start()).product()).containsExactly(w, within(1e-13));
    double[] expected =
        new ProductCoordinates(network, point, 1e-8, 1e-12).computeDerivatives(0, w);
    double[] actual = Flows.productSlope(unknowns, unknowns.start(), 1e-6);
    assertThat(actual).containsExactly(expected, within(1e-7 * (1 + Flat.maxAbs(expected))));
  }

  @Test
  void singularVectorsStayOrthonormalToFirstOrder() {
    Random random = new Random(59);
    for (int depth = 1; depth <= 4; depth++) {
      Network network = Problems.network(Problems.random(random, 4, 3), depth);
      double[] w = withSingularValues(random, 4, 3, 1, 2, 1, 0.4);
      RotationCoordinates unknowns =
          new RotationCoordinates(network, Problems.at(network, w), 1e-8);
      double[] y = unknowns.start();
      double[] slope = unknowns.computeDerivatives(0, y);
      for (int r = 0; r < 3; r++) {
        for (int s = 0; s < 3; s++) {
          assertThat(drift(y, slope, 0, 4, r, s)).isCloseTo(0, within(1e-12));
          assertThat(drift(y, slope, 12, 3, r, s)).isCloseTo(0, within(1e-12));
        }
      }
    }
  }

  /** (u_r^T u_s)' for bases stored row by row, three columns each. */
  private static double drift(double[] y, double[] slope, int from, int length, int r, int s) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      int row = from + 3 * i;
      sum += slope[row + r] * y[row + s] + y[row + r] * slope[row + s];
    }
    return sum;
  }

  @Test
  void relativeGapIsTheSmallestBetweenNeighbours() {
    double[] w = {4, 0, 0, 0, 3, 0, 0, 0, 2.7};
    assertThat(RotationCoordinates.relativeGap(w, 3, 3)).isCloseTo(0.1, within(1e-14));
    double[] alone = {4, 0, 0, 0};
    assertThat(RotationCoordinates.relativeGap(alone, 2, 2)).isEqualTo(Double.POSITIVE_INFINITY);
  }
}
