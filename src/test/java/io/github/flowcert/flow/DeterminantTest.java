package io.github.flowcert.flow;

import static io.github.flowcert.testing.Matrices.gaussian;
import static io.github.flowcert.testing.Matrices.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeterminantTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 15})
  void agreesWithHipparchusInSignSizeAndCofactors(int n) {
    Random random = new Random(n);
    for (int draw = 0; draw < 20; draw++) {
      double[] a = gaussian(random, n * n);
      LUDecomposition lu = new LUDecomposition(matrix(a, n, n));
      double expected = lu.getDeterminant();
      Determinant determinant = Determinant.of(a, n);
      assertThat(determinant.sign()).isEqualTo((int) Math.signum(expected));
      assertThat(determinant.logAbs()).isCloseTo(Math.log(Math.abs(expected)), within(1e-11));
      assertThat(Determinant.value(a, n)).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
      // The inverse is the transposed matrix of cofactors over the determinant.
      double[][] inverse = lu.getSolver().getInverse().getData();
      double[] cofactors = Determinant.cofactors(a, n);
      for (int k = 0; k < cofactors.length; k++) {
        double cofactor = inverse[k % n][k / n] * expected;
        assertThat(cofactors[k]).isCloseTo(cofactor, within(1e-9 * (1 + Math.abs(cofactor))));
      }
    }
  }

  @Test
  void twoByTwoDeterminantsKeepTheirDigitsUnderCancellation() {
    // (1 + e)(1 - e) - 1 = -e^2, far below a rounding error of the products.
    double e = 0x1p-40;
    assertThat(Determinant.value(new double[] {1 + e, 1, 1, 1 - e}, 2)).isEqualTo(-e * e);
    assertThat(Determinant.of(new double[] {1 + e, 1, 1, 1 - e}, 2).sign()).isEqualTo(-1);
  }

  @Test
  void singularMatricesHaveNoSign() {
    assertThat(Determinant.of(new double[] {1, 2, 2, 4}, 2))
        .isEqualTo(new Determinant(0, Double.NEGATIVE_INFINITY));
    assertThat(Determinant.of(new double[9], 3))
        .isEqualTo(new Determinant(0, Double.NEGATIVE_INFINITY));
  }

  @Test
  void tinyAndHugeDeterminantsNeitherUnderNorOverflow() {
    double[] tiny = {0, 1e-150, 0, 1e-150, 0, 0, 0, 0, 1e-150};
    assertThat(Determinant.of(tiny, 3).sign()).isEqualTo(-1);
    assertThat(Determinant.of(tiny, 3).logAbs()).isCloseTo(-450 * Math.log(10), within(1e-12));
    double[] pair = {1e-200, 0, 0, -1e-200};
    assertThat(Determinant.of(pair, 2).sign()).isEqualTo(-1);
    assertThat(Determinant.of(pair, 2).logAbs()).isCloseTo(-400 * Math.log(10), within(1e-12));
  }
}
