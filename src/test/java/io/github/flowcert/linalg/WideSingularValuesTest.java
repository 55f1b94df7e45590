package io.github.flowcert.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.problem.RandomRegression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WideSingularValuesTest {
  private static final MathContext EXACT = new MathContext(120);

  private static BigDecimal exact(DoubleDouble value) {
    return new BigDecimal(value.high()).add(new BigDecimal(value.low()));
  }

  private static List<WideVector> columns(double[][] rows) {
    return IntStream.range(0, rows[0].length)
        .mapToObj(j -> WideVector.of(Arrays.stream(rows).mapToDouble(row -> row[j]).toArray()))
        .toList();
  }

  @Test
  void arithmeticAgreesWithDecimalsOfOneHundredAndTwentyDigits() {
    DoubleDouble a = DoubleDouble.of(2).root();
    DoubleDouble b = DoubleDouble.of(-1).over(DoubleDouble.of(3));
    BigDecimal x = exact(a);
    BigDecimal y = exact(b);
    BigDecimal unit = new BigDecimal("1e-31");
    assertThat(x.multiply(x)).isCloseTo(new BigDecimal(2), within(unit));
    assertThat(y.multiply(new BigDecimal(-3))).isCloseTo(BigDecimal.ONE, within(unit));
    assertThat(exact(a.plus(b))).isCloseTo(x.add(y), within(unit));
    assertThat(exact(a.minus(b))).isCloseTo(x.subtract(y), within(unit));
    assertThat(exact(a.times(b))).isCloseTo(x.multiply(y), within(unit));
    assertThat(exact(a.over(b))).isCloseTo(x.divide(y, EXACT), within(unit.movePointRight(1)));
  }

  /** With Hadamard's matrix H, H diag(1, 2^-20, 2^-40, 2^-45) H / 4 is exact in doubles. */
  @Test
  void singularValuesOfGradedMatrixHaveAllDigits() {
    double[] wanted = {1, 0x1p-20, 0x1p-40, 0x1p-45};
    double[][] hadamard = {{1, 1, 1, 1}, {1, -1, 1, -1}, {1, 1, -1, -1}, {1, -1, -1, 1}};
    double[][] matrix = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 4; k++) {
          matrix[i][j] += hadamard[i][k] * wanted[k] * hadamard[k][j] / 4;
        }
      }
    }
    WideSingularValues svd = WideSingularValues.of(columns(matrix));
    for (int k = 0; k < 4; k++) {
      double value = svd.values().get(k).high();
      assertThat(value).isCloseTo(wanted[k], within(1e-15 * wanted[k]));
      double sign = Math.signum(svd.right().get(k).rounded()[0]);
      for (int i = 0; i < 4; i++) {
        assertThat(svd.right().get(k).rounded()[i] * sign)
            .isCloseTo(hadamard[i][k] / 2, within(1e-15));
        assertThat(svd.left().get(k).rounded()[i] * sign)
            .isCloseTo(hadamard[i][k] / 2, within(1e-15));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 4, 4", "4, 7, 4", "6, 6, 6", "8, 6, 3", "5, 9, 2", "30, 20, 20"})
  void decompositionGivesMatrixBackAndAgreesWithLibrary(int rows, int columns, int rank) {
    double[][] matrix = RandomRegression.design(rows, columns, rank, 50, 11);
    WideSingularValues svd = WideSingularValues.of(columns(matrix));
    double[] library =
        new SingularValueDecomposition(MatrixUtils.createRealMatrix(matrix)).getSingularValues();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int k = 0; k < svd.values().size(); k++) {
          DoubleDouble left = svd.left().get(k).get(i).times(svd.values().get(k));
          sum = sum.plus(left.times(svd.right().get(k).get(j)));
        }
        assertThat(exact(sum))
            .isCloseTo(new BigDecimal(matrix[i][j]), within(new BigDecimal("1e-27")));
      }
    }
    for (int k = 0; k < rank; k++) {
      assertThat(svd.values().get(k).high()).isCloseTo(library[k], within(1e-14));
    }
    assertThat(svd.values().stream().filter(each -> each.high() > 1e-14)).hasSize(rank);
    assertThat(orthogonality(svd.left())).isLessThan(1e-27);
    assertThat(orthogonality(svd.right())).isLessThan(1e-27);
  }

  private static double orthogonality(List<WideVector> vectors) {
    double worst = 0;
    for (int p = 0; p < vectors.size(); p++) {
      for (int q = 0; q < vectors.size(); q++) {
        DoubleDouble wanted = p == q ? DoubleDouble.ONE : DoubleDouble.ZERO;
        DoubleDouble found = vectors.get(p).dot(vectors.get(q));
        worst = Math.max(worst, Math.abs(found.minus(wanted).high()));
      }
    }
    return worst;
  }

  @Test
  void matrixOfZerosHasNoSingularValues() {
    assertThat(WideSingularValues.of(columns(new double[3][2])).values()).isEmpty();
  }
}
