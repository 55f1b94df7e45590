package io.github.flowcert.linalg;

import static io.github.flowcert.testing.Matrices.flat;
import static io.github.flowcert.testing.Matrices.gaussian;
import static io.github.flowcert.testing.Matrices.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingularValuesTest {
  private static final MathContext DIGITS = new MathContext(150);

  @ParameterizedTest
  @CsvSource({
    "1, 1e-15, 1e-30, 1, 1, 1",
    "1e-30, 1, 1e-15, 1, 1, 1",
    "1, 1, 1, 1, 1e-15, 1e-30",
    "1, 1, 1, 1e-30, 1e-15, 1",
    "1e-8, 1, 1e-15, 1, 1e-7, 1e-15",
    "1, 1e-8, 1e-15, 1, 1e-7, 1e-15",
    "1e-15, 1e-8, 1, 1e-15, 1e-7, 1",
    "1e150, 1, 1e120, 1, 1, 1",
    "1e-160, 1e-150, 1e-180, 1, 1, 1"
  })
  void smallSingularValuesOfGradedMatricesKeepTheirDigits(
      double row1, double row2, double row3, double column1, double column2, double column3) {
    double[] rows = {row1, row2, row3};
    double[] columns = {column1, column2, column3};
    Random random = new Random(11);
    for (int draw = 0; draw < 50; draw++) {
      double[] a = gaussian(random, 9);
      for (int k = 0; k < 9; k++) {
        a[k] = (a[k] + (k % 4 == 0 ? 4 : 0)) * rows[k / 3] * columns[k % 3];
      }
      double[] expected = exactSingularValues(a);
      double[] actual = SingularValues.of(a, 3, 3).values();
      for (int r = 0; r < 3; r++) {
        assertThat(actual[r] / expected[r])
            .as("value %s of draw %s", r, draw)
            .isCloseTo(1, within(1e-13));
      }
    }
  }

  /**
   * Roots of the characteristic polynomial of A^T A, whose coefficients are sums of squared minors
   * (Cauchy and Binet), exactly from the entries; Newton's method in 150 digits.
   */
  private static double[] exactSingularValues(double[] a) {
    BigDecimal[] x = new BigDecimal[9];
    for (int k = 0; k < 9; k++) {
      x[k] = new BigDecimal(a[k]);
    }
    BigDecimal entries = BigDecimal.ZERO;
    BigDecimal minors = BigDecimal.ZERO;
    BigDecimal determinant = BigDecimal.ZERO;
    for (int k = 0; k < 9; k++) {
      BigDecimal minor = minor(x, k / 3, k % 3);
      entries = entries.add(x[k].multiply(x[k]));
      minors = minors.add(minor.multiply(minor));
      determinant = k < 3 ? determinant.add(x[k].multiply(minor)) : determinant;
    }
    BigDecimal square = determinant.multiply(determinant);
    return new double[] {
      root(entries, minors, square, entries),
      root(entries, minors, square, minors.divide(entries, DIGITS)),
      root(entries, minors, square, square.divide(minors, DIGITS))
    };
  }

  private static BigDecimal minor(BigDecimal[] x, int i, int j) {
    BigDecimal a = x[3 * ((i + 1) % 3) + (j + 1) % 3];
    BigDecimal b = x[3 * ((i + 1) % 3) + (j + 2) % 3];
    BigDecimal c = x[3 * ((i + 2) % 3) + (j + 1) % 3];
    BigDecimal d = x[3 * ((i + 2) % 3) + (j + 2) % 3];
    return a.multiply(d).subtract(b.multiply(c));
  }

  private static double root(BigDecimal e1, BigDecimal e2, BigDecimal e3, BigDecimal from) {
    BigDecimal x = from;
    for (int k = 0; k < 60; k++) {
      BigDecimal value = x.subtract(e1).multiply(x).add(e2).multiply(x).subtract(e3);
      BigDecimal slope =
          x.multiply(BigDecimal.valueOf(3))
              .subtract(e1.multiply(BigDecimal.valueOf(2)))
              .multiply(x)
              .add(e2);
      x = x.subtract(value.divide(slope, DIGITS), DIGITS);
    }
    return x.sqrt(DIGITS).doubleValue();
  }

  @ParameterizedTest
  @CsvSource({
    "1,1", "2,2", "3,3", "5,3", "3,5", "7,1", "1,7", "12,12", "30,20", "20,30", "100,100"
  })
  void agreesWithHipparchusOnRandomMatrices(int m, int n) {
    double[] a = gaussian(new Random(m * 100L + n), m * n);
    SingularValues svd = SingularValues.of(a, m, n);
    double[] expected = new SingularValueDecomposition(matrix(a, m, n)).getSingularValues();
    assertThat(svd.values()).containsExactly(expected, within(1e-13 * expected[0]));
    assertDecomposes(svd, a);
  }

  private static void assertDecomposes(SingularValues svd, double[] a) {
    int m = svd.rows();
    int n = svd.columns();
    int k = Math.min(m, n);
    RealMatrix u = matrix(svd.left(), m, k);
    RealMatrix v = matrix(svd.right(), n, k);
    RealMatrix s = MatrixUtils.createRealDiagonalMatrix(svd.values());
    double size = svd.values()[0];
    assertThat(flat(u.multiply(s).multiplyTransposed(v)))
        .containsExactly(a, within(1e-14 * k * size));
    double[] identity = flat(MatrixUtils.createRealIdentityMatrix(k));
    assertThat(flat(u.transposeMultiply(u))).containsExactly(identity, within(1e-13));
    assertThat(flat(v.transposeMultiply(v))).containsExactly(identity, within(1e-13));
  }

  @Test
  void ofZeroIsZero() {
    SingularValues svd = SingularValues.of(new double[6], 2, 3);
    assertThat(svd.values()).containsExactly(0, 0);
    assertThat(svd.left()).doesNotContain(Double.NaN);
    assertThat(svd.right()).doesNotContain(Double.NaN);
    assertThat(svd.logarithms()).containsOnly(Double.NEGATIVE_INFINITY);
  }

  @Test
  void rankOneMatrixHasOneSingularValueBeyondRounding() {
    double[] a = {2, 4, 6, 1, 2, 3, 3, 6, 9};
    SingularValues svd = SingularValues.of(a, 3, 3);
    assertThat(svd.values()[0]).isCloseTo(14, withinPercentage(1e-13));
    assertThat(svd.values()[1]).isLessThan(1e-14);
    assertThat(svd.values()[2]).isLessThan(1e-14);
  }

  @Test
  void zeroColumnGivesAnExactZero() {
    double[] a = {3, 0, 4, 0};
    SingularValues svd = SingularValues.of(a, 2, 2);
    assertThat(svd.values()).containsExactly(5, 0);
    assertThat(svd.left()[0] * svd.right()[0]).isCloseTo(0.6, within(1e-15));
    assertThat(svd.left()[1]).isZero();
    assertThat(svd.left()[3]).isZero();
  }
}
