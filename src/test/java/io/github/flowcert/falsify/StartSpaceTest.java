package io.github.flowcert.falsify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.casefile.Initial;
import io.github.flowcert.flow.Factors;
import io.github.flowcert.flow.Network;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartSpaceTest {
  private static final MatrixCompletion TWO_BY_TWO =
      MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}});

  private static RealMatrix product(Initial start) {
    return matrix(((Initial.Product) start).matrix());
  }

  private static RealMatrix matrix(List<List<Double>> rows) {
    return new Array2DRowRealMatrix(
        rows.stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new));
  }

  private static List<RealMatrix> products(int rows, int columns, int sign) {
    BalancedStarts space = new BalancedStarts(rows, columns, sign);
    RandomGenerator random = new Well19937c(5);
    List<RealMatrix> products = new ArrayList<>();
    for (int k = 0; k < 400; k++) {
      products.add(product(space.start(space.draw(random))));
    }
    return products;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void balancedStartsHaveTheSignAskedFor(int sign) {
    assertThat(products(2, 2, sign))
        .allSatisfy(
            w -> {
              double determinant =
                  w.getEntry(0, 0) * w.getEntry(1, 1) - w.getEntry(0, 1) * w.getEntry(1, 0);
              assertThat(determinant * sign).isPositive();
            });
    assertThat(products(3, 3, sign))
        .filteredOn(w -> new SingularValueDecomposition(w).getConditionNumber() < 1e6)
        .hasSizeGreaterThan(100)
        .allMatch(w -> new LUDecomposition(w, 0).getDeterminant() * sign > 0);
  }

  @Test
  void balancedStartsReachFromNearlySingularToScaledRotationsOverSevenDecades() {
    List<SingularValueDecomposition> svd =
        products(2, 2, 1).stream().map(SingularValueDecomposition::new).toList();
    assertThat(svd).anyMatch(each -> each.getConditionNumber() > 1e8);
    assertThat(svd).filteredOn(each -> each.getConditionNumber() < 1.0001).hasSizeBetween(60, 140);
    assertThat(svd).anyMatch(each -> each.getNorm() < 1e-5).anyMatch(each -> each.getNorm() > 1);
    assertThat(svd).allMatch(each -> each.getNorm() > 0.999e-6 && each.getNorm() < 10.001);
  }

  @Test
  void aScaledIdentityIsExactlyThat() {
    Initial start = new BalancedStarts(2, 2, 1).start(new double[] {-3, 0, 0, 0});
    double scale = Math.pow(10, -3);
    assertThat(start)
        .isEqualTo(new Initial.Product(List.of(List.of(scale, 0.0), List.of(0.0, scale))));
  }

  @Test
  void numbersAreSizeRatioAndAngles() {
    double angle = 0.4;
    RealMatrix w = product(new BalancedStarts(2, 2, -1).start(new double[] {0.5, -2, angle, 0}));
    double size = Math.sqrt(10);
    assertThat(w.getEntry(0, 0)).isCloseTo(size * Math.cos(angle), within(1e-14));
    assertThat(w.getEntry(1, 0)).isCloseTo(size * Math.sin(angle), within(1e-14));
    assertThat(w.getEntry(0, 1)).isCloseTo(size * 0.01 * Math.sin(angle), within(1e-14));
    assertThat(w.getEntry(1, 1)).isCloseTo(-size * 0.01 * Math.cos(angle), within(1e-14));
  }

  @Test
  void anOptimiserThatLeavesTheRangeOfSizesStaysAtItsEdge() {
    RealMatrix w = product(new BalancedStarts(2, 2, 1).start(new double[] {40, 3, 0, 0}));
    assertThat(w.getData()).isDeepEqualTo(new double[][] {{10, 0}, {0, 10}});
  }

  @Test
  void rectangularStartsHaveTheSizeOfTheProblem() {
    assertThat(products(2, 3, 1))
        .allMatch(w -> w.getRowDimension() == 2 && w.getColumnDimension() == 3)
        .anyMatch(w -> w.getEntry(0, 2) != 0);
  }

  @Test
  void startsOfTheLeadingBlockAreZeroOutsideOfIt() {
    LeadingBlockStarts space = new LeadingBlockStarts(3, 2, -1);
    double[][] w = product(space.start(new double[] {0, 0, 0, 0})).getData();
    assertThat(w).isDeepEqualTo(new double[][] {{1, 0}, {0, -1}, {0, 0}});
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void unbalancedStartsAreSoAndHaveTheSignAskedFor(int sign) {
    Network network = new Network(TWO_BY_TWO, List.of(2, 3));
    UnbalancedStarts space = new UnbalancedStarts(network, sign);
    RandomGenerator random = new Well19937c(5);
    for (int k = 0; k < 200; k++) {
      List<List<List<Double>>> layers =
          ((Initial.Factors) space.start(space.draw(random))).matrices();
      RealMatrix product =
          matrix(layers.get(2)).multiply(matrix(layers.get(1))).multiply(matrix(layers.get(0)));
      assertThat(new LUDecomposition(product, 0).getDeterminant() * sign).isPositive();
      List<double[]> flat = layers.stream().map(StartSpaceTest::flat).toList();
      assertThat(Factors.unbalancedness(network, flat)).isGreaterThan(1e-5);
      assertThat(layers.get(1)).hasSize(3).allMatch(row -> row.size() == 2);
    }
  }

  private static double[] flat(List<List<Double>> rows) {
    return rows.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
  }
}
