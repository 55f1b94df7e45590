package io.github.flowcert.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.RandomRegression;
import java.util.Arrays;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClosedFormTest {
  private static final DfpField DIGITS = new DfpField(160);
  private static final int TERMS = 40;

  private static final double[] START = {0.5, -1, 2, 0.25};

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of(6, 4, 4, 10.0),
        Arguments.of(3, 4, 3, 10.0),
        Arguments.of(4, 4, 4, 1e3),
        Arguments.of(6, 4, 2, 5.0),
        Arguments.of(6, 4, 4, 1e12),
        Arguments.of(3, 4, 3, 1e12),
        Arguments.of(4, 4, 4, 1e12));
  }

  /**
   * Against the exponential of the linear system [beta' = 2 X^T y - 2 X^T X beta, 1' = 0] by
   * Taylor's series and repeated squaring in 160 digits, which knows no singular values. Of
   * matrices without full rank it follows what rounding left of the other singular values too,
   * which is little up to these times.
   */
  @ParameterizedTest
  @MethodSource("problems")
  void closedFormIsExponentialOfOneHundredAndSixtyDigits(
      int rows, int columns, int rank, double condition) {
    double[][] design = RandomRegression.design(rows, columns, rank, condition, 5);
    double[] labels = RandomRegression.labels(rows, 6);
    ClosedForm closed = new ClosedForm(LeastSquares.of(design, labels), START);
    assertThat(closed.rank()).isEqualTo(rank);
    assertThat(closed.condition()).isCloseTo(condition, within(1e-3 * condition));
    for (int k = -6; k <= 4; k++) {
      double time = closed.slowest() * Math.pow(8, k);
      double[] exact = exponential(design, labels, time);
      double[] found = closed.at(time);
      assertThat(distance(found, exact))
          .as("t = %s", time)
          .isLessThan((2e-15 + (rank < 3 ? 1e-16 * time : 0)) * Flat.norm(exact));
    }
  }

  private static double[] exponential(double[][] design, double[] labels, double time) {
    int n = START.length + 1;
    FieldMatrix<Dfp> system = new Array2DRowFieldMatrix<>(DIGITS, n, n);
    for (int i = 0; i < design.length; i++) {
      for (int j = 0; j < START.length; j++) {
        Dfp twice = DIGITS.newDfp(2 * design[i][j]);
        for (int k = 0; k < START.length; k++) {
          system.addToEntry(j, k, twice.multiply(DIGITS.newDfp(design[i][k])).negate());
        }
        system.addToEntry(j, n - 1, twice.multiply(DIGITS.newDfp(labels[i])));
      }
    }
    int halvings = Math.max(0, Math.getExponent(time) + 12);
    FieldMatrix<Dfp> power =
        taylor(system.scalarMultiply(DIGITS.newDfp(Math.scalb(time, -halvings))));
    for (int k = 0; k < halvings; k++) {
      power = power.multiply(power);
    }
    double[] end = new double[n - 1];
    for (int j = 0; j < n - 1; j++) {
      Dfp sum = power.getEntry(j, n - 1);
      for (int k = 0; k < n - 1; k++) {
        sum = sum.add(power.getEntry(j, k).multiply(DIGITS.newDfp(START[k])));
      }
      end[j] = sum.toDouble();
    }
    return end;
  }

  private static FieldMatrix<Dfp> taylor(FieldMatrix<Dfp> small) {
    FieldMatrix<Dfp> term = MatrixUtils.createFieldIdentityMatrix(DIGITS, small.getRowDimension());
    FieldMatrix<Dfp> sum = term;
    for (int k = 1; k <= TERMS; k++) {
      term = term.multiply(small).scalarMultiply(DIGITS.newDfp(k).reciprocal());
      sum = sum.add(term);
    }
    return sum;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return Math.sqrt(sum);
  }

  @Test
  void oneNumberFollowsScalarExponential() {
    LeastSquares problem = LeastSquares.of(new double[][] {{3}}, new double[] {6});
    ClosedForm closed = new ClosedForm(problem, new double[] {5});
    assertThat(closed.at(0.1)[0]).isCloseTo(2 + 3 * Math.exp(-1.8), within(1e-15));
    assertThat(closed.remaining(0.1)).isCloseTo(3 * Math.exp(-1.8), within(1e-15));
    assertThat(closed.loss(0.1)).isCloseTo(81 * Math.exp(-3.6), within(1e-13));
    assertThat(closed.slowest()).isEqualTo(1.0 / 18);
  }

  /** The line through the solutions of beta1 + beta2 = 2 is met at a right angle. */
  @Test
  void limitIsSolutionNearestToStart() {
    LeastSquares problem = LeastSquares.of(new double[][] {{1, 1}}, new double[] {2});
    assertThat(new ClosedForm(problem, new double[] {3, 0}).limit())
        .containsExactly(new double[] {2.5, -0.5}, within(1e-15));
    assertThat(new ClosedForm(problem, new double[2]).limit())
        .containsExactly(new double[] {1, 1}, within(1e-15));
    assertThat(new ClosedForm(problem, new double[] {3, 0}).leastNorm())
        .containsExactly(new double[] {1, 1}, within(1e-15));
  }

  @Test
  void leastLossIsWhatNoParametersExplain() {
    LeastSquares problem = LeastSquares.of(new double[][] {{1}, {1}, {1}}, new double[] {1, 2, 6});
    ClosedForm closed = new ClosedForm(problem, new double[1]);
    assertThat(closed.leastLoss()).isCloseTo(14, within(1e-14));
    assertThat(closed.loss(0)).isCloseTo(41, within(1e-13));
    assertThat(closed.limit()[0]).isCloseTo(3, within(1e-15));
  }

  @Test
  void designOfZerosStaysWhereItIs() {
    LeastSquares problem = LeastSquares.of(new double[2][2], new double[] {1, 1});
    ClosedForm closed = new ClosedForm(problem, new double[] {1, 2});
    assertThat(closed.at(1e9)).containsExactly(1, 2);
    assertThat(closed.limit()).containsExactly(1, 2);
    assertThat(Arrays.stream(closed.leastNorm()).sum()).isZero();
    assertThat(closed.loss(3)).isCloseTo(2, within(1e-15));
  }
}
