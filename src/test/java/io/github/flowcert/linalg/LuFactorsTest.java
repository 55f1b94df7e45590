package io.github.flowcert.linalg;

import static io.github.flowcert.testing.Matrices.gaussian;
import static io.github.flowcert.testing.Matrices.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuFactorsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 20, 60})
  void solutionsAgreeWithHipparchus(int n) {
    Random random = new Random(n);
    double[] a = gaussian(random, n * n);
    double[] b = gaussian(random, n);
    double[] expected =
        new LUDecomposition(matrix(a, n, n)).getSolver().solve(new ArrayRealVector(b)).toArray();
    LuFactors lu = LuFactors.ofInPlace(a, n);
    assertThat(lu.isSingular()).isFalse();
    lu.solve(b);
    assertThat(b).containsExactly(expected, within(1e-10 * (1 + Flat.maxAbs(expected))));
  }

  @Test
  void zeroHeadsAreNoObstacle() {
    // A cyclic permutation: x2 = 1, x3 = 2, x1 = 3.
    LuFactors lu = LuFactors.ofInPlace(new double[] {0, 1, 0, 0, 0, 1, 1, 0, 0}, 3);
    double[] b = {1, 2, 3};
    lu.solve(b);
    assertThat(b).containsExactly(3, 1, 2);
  }

  @Test
  void factorsSolveForSeveralRightHandSides() {
    LuFactors lu = LuFactors.ofInPlace(new double[] {2, 1, 4, 3}, 2);
    double[] first = {1, 0};
    double[] second = {0, 1};
    lu.solve(first);
    lu.solve(second);
    assertThat(first).containsExactly(new double[] {1.5, -2}, within(1e-15));
    assertThat(second).containsExactly(new double[] {-0.5, 1}, within(1e-15));
  }

  @Test
  void singularAndUndefinedMatricesAreRecognised() {
    assertThat(LuFactors.ofInPlace(new double[] {1, 2, 2, 4}, 2).isSingular()).isTrue();
    assertThat(LuFactors.ofInPlace(new double[4], 2).isSingular()).isTrue();
    assertThat(LuFactors.ofInPlace(new double[] {1, 0, 0, Double.NaN}, 2).isSingular()).isTrue();
    assertThat(LuFactors.ofInPlace(new double[] {Double.POSITIVE_INFINITY}, 1).isSingular())
        .isTrue();
  }
}
