package io.github.flowcert.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class CommutingMeasurementsTest {

  private static CommutingMeasurements of(double[] labels, RealMatrix... matrices) {
    double[][] flat =
        Arrays.stream(matrices)
            .map(each -> Arrays.stream(each.getData()).flatMapToDouble(Arrays::stream).toArray())
            .toArray(double[][]::new);
    int size = matrices[0].getRowDimension();
    return CommutingMeasurements.of(MatrixSensing.of(size, size, flat, labels)).orElseThrow();
  }

  private static RealMatrix diagonal(double... entries) {
    return MatrixUtils.createRealDiagonalMatrix(entries);
  }

  /** U D U^T for a random orthogonal U, the same for every D; symmetric to the last digit. */
  private static RealMatrix turned(double... entries) {
    Random random = new Random(9);
    RealMatrix gaussian = MatrixUtils.createRealMatrix(entries.length, entries.length);
    for (int i = 0; i < entries.length; i++) {
      for (int j = 0; j < entries.length; j++) {
        gaussian.setEntry(i, j, random.nextGaussian());
      }
    }
    RealMatrix basis = new QRDecomposition(gaussian).getQ();
    RealMatrix matrix = basis.multiply(diagonal(entries)).multiplyTransposed(basis);
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }

  /** All of the label is had most cheaply where the eigenvalue is largest. */
  @Test
  void oneMeasurementIsMetAlongItsLargestEigenvalue() {
    assertThat(of(new double[] {3}, diagonal(2, 0.5, -4)).leastNuclearNorm().getAsDouble())
        .isCloseTo(1.5, within(1e-12));
    assertThat(of(new double[] {3}, turned(2, 0.5, -4)).leastNuclearNorm().getAsDouble())
        .isCloseTo(1.5, within(1e-12));
  }

  /**
   * x + y + z is least where x + 2y + 3z = 6 and x - z = 0: with x = z = t, y = 3 - 2t, the sum is
   * 3 for every t; with x - z = 1 and t = z it is x = 1 + t, y = (5 - 4t)/2, the sum 7/2 again.
   */
  @Test
  void twoMeasurementsLeaveALine() {
    assertThat(
            of(new double[] {6, 0}, turned(1, 2, 3), turned(1, 0, -1))
                .leastNuclearNorm()
                .getAsDouble())
        .isCloseTo(3, within(1e-10));
    assertThat(
            of(new double[] {6, 1}, turned(1, 2, 3), turned(1, 0, -1))
                .leastNuclearNorm()
                .getAsDouble())
        .isCloseTo(3.5, within(1e-10));
  }

  /** A random feasible point never has a smaller trace. */
  @Test
  void noPositiveSemidefiniteSolutionHasASmallerTrace() {
    Random random = new Random(4);
    for (int trial = 0; trial < 200; trial++) {
      double[] a = random.doubles(4, -1, 1).toArray();
      double[] b = random.doubles(4, -1, 1).toArray();
      double[] x = random.doubles(4, 0, 1).toArray();
      double first = 0;
      double second = 0;
      for (int k = 0; k < 4; k++) {
        first += a[k] * x[k];
        second += b[k] * x[k];
      }
      double least =
          of(new double[] {first, second}, turned(a), turned(b)).leastNuclearNorm().getAsDouble();
      assertThat(least).isLessThanOrEqualTo(Arrays.stream(x).sum() + 1e-9);
      assertThat(least).isPositive();
    }
  }

  @Test
  void labelsThatNoPositiveSemidefiniteMatrixHasLeaveNothing() {
    assertThat(of(new double[] {-1}, turned(2, 1, 0.5)).leastNuclearNorm()).isEmpty();
  }

  @Test
  void matricesThatDoNotCommuteAreToldApart() {
    RealMatrix shear = MatrixUtils.createRealMatrix(new double[][] {{0, 1}, {1, 0}});
    CommutingMeasurements apart = of(new double[] {1, 1}, diagonal(1, 2), shear);
    assertThat(apart.areSymmetric()).isTrue();
    assertThat(apart.commute()).isFalse();
    // [diag(1, 2), J] = [[0, -1], [1, 0]], of norm sqrt 2; norms sqrt 5 and sqrt 2.
    assertThat(apart.largestCommutator()).isCloseTo(1 / Math.sqrt(5), within(1e-15));
    assertThatThrownBy(apart::leastNuclearNorm).isInstanceOf(IllegalStateException.class);
    assertThat(of(new double[] {1, 1}, turned(1, 2, 5), turned(3, 3, 1)).commute()).isTrue();
  }

  @Test
  void matricesThatAreNotSymmetricOrDependOnOneAnotherAreToldApart() {
    RealMatrix skew = MatrixUtils.createRealMatrix(new double[][] {{0, 1}, {-1, 0}});
    assertThat(of(new double[] {1}, skew).areSymmetric()).isFalse();
    double[] labels = {1, 2};
    assertThat(of(labels, diagonal(1, 2), diagonal(2, 4)).areIndependent()).isFalse();
    assertThat(of(labels, diagonal(1, 2), diagonal(2, 1)).areIndependent()).isTrue();
    MatrixProblem wide = MatrixSensing.of(1, 2, new double[][] {{1, 2}}, new double[] {1});
    assertThat(CommutingMeasurements.of(wide)).isEmpty();
  }

  /**
   * A_2 is chosen so that the combination of both that a share of sqrt(2 + 1/3) to sqrt(3 + 1/4)
   * makes has one eigenvalue twice. Of x e_1 + y e_2 with 2x + y = 2 and p x + q y = 1, x + y is
   * what elimination gives; the others cost more.
   */
  @Test
  void matricesWhoseEigenvaluesMeetInACombinationAreTakenApart() {
    double share = Math.sqrt((2 + 1.0 / 3) / (3 + 1.0 / 4));
    double[] first = {2, 1, 0, 0};
    double norm = Math.sqrt(5);
    double c = 1;
    double high = 1.5;
    for (int k = 0; k < 200; k++) {
      high = c + share / norm * Math.hypot(c, high);
    }
    double[] second = {c, high, 0, 0};
    double determinant = 2 * high - c;
    double x = (2 * high - 1.5) / determinant;
    double y = (2 * 1.5 - c * 2) / determinant;
    assertThat(x).isPositive();
    assertThat(y).isPositive();
    assertThat(
            of(new double[] {2, 1.5}, turned(first), turned(second))
                .leastNuclearNorm()
                .getAsDouble())
        .isCloseTo(x + y, within(1e-9));
  }

  @Test
  void labelsAndMatricesOfAnySizeGiveTheSameMinimum() {
    for (double size : new double[] {1e-9, 1e-3, 1e6, 1e12}) {
      RealMatrix scaled = diagonal(2, 1).scalarMultiply(size);
      assertThat(of(new double[] {3 * size}, scaled).leastNuclearNorm().getAsDouble())
          .isCloseTo(1.5, within(1e-12));
      assertThat(of(new double[] {3 * size}, diagonal(2, 1)).leastNuclearNorm().getAsDouble())
          .isCloseTo(1.5 * size, within(1e-12 * size));
    }
    // x = 0.3 + y/2 and 2x + y + 3z = 9 make the sum 3.1 + 5y/6.
    assertThat(
            of(
                    new double[] {0.3, 9e-7},
                    diagonal(1, -0.5, 0),
                    diagonal(2, 1, 3).scalarMultiply(1e-7))
                .leastNuclearNorm()
                .getAsDouble())
        .isCloseTo(0.3 + 8.4 / 3, within(1e-9));
  }

  @Test
  void aLabelThatNothingPositiveMeetsIsNotRoundedAway() {
    RealMatrix first = diagonal(1, 0);
    RealMatrix second = diagonal(0, 1);
    assertThat(of(new double[] {1, -1e-11}, first, second).leastNuclearNorm()).isEmpty();
    assertThat(of(new double[] {1, 1e-11}, first, second).leastNuclearNorm().getAsDouble())
        .isCloseTo(1 + 1e-11, within(1e-14));
  }
}
