package io.github.flowcert.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixSensing;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimalNuclearNormTest {
  private static final double GAP = 1e-8;
  private static final int ITERATIONS = 5000;

  /** The nuclear norm of a 2-by-2 matrix is the root of its squared entries plus 2 |det|. */
  @ParameterizedTest
  @CsvSource({
    // [[?, 1], [1, 0]]: x^2 + 2 + 2, least at 0.
    "1, 1, 0, 0, 2",
    // [[?, 2], [2, 1]]: x^2 + 9 + 2 (4 - x), least at 1 and not at the solution of rank 1, x = 4.
    "2, 2, 1, 1, 4",
    // [[?, 1], [1, 4]]: x^2 + 18 + 2 |4 x - 1|, least at the solution of rank 1, x = 1/4.
    "1, 1, 4, 0.25, 4.25",
  })
  void oneMissingEntryOfATwoByTwoMatrix(
      double right, double below, double last, double entry, double norm) {
    MinimalNuclearNorm found = solve(missingFirst(right, below, last));
    assertThat(found.certificate().norm()).isCloseTo(norm, offset(1e-7));
    assertThat(found.certificate().bound()).isCloseTo(norm, offset(1e-7));
    assertThat(found.matrix()[0]).isCloseTo(entry, offset(1e-3));
  }

  @Test
  void aMatrixThatIsWhollyObservedIsItself() {
    double[][] rows = {{1, 2, 0.5}, {-1, 0, 3}};
    Double[][] entries = {{1.0, 2.0, 0.5}, {-1.0, 0.0, 3.0}};
    MinimalNuclearNorm found = solve(LinearConstraints.of(MatrixCompletion.of(entries)));
    assertThat(found.matrix()).containsExactly(new double[] {1, 2, 0.5, -1, 0, 3}, offset(1e-12));
    double sum = 0;
    for (double value :
        new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getSingularValues()) {
      sum += value;
    }
    assertThat(found.certificate().norm()).isCloseTo(sum, offset(1e-12));
    assertThat(found.certificate().shows(GAP)).isTrue();
  }

  /** The dual norm of the nuclear norm is the spectral one: the least is |y| / ||A||. */
  @Test
  void aSingleMeasurementNeedsItsLabelOverTheSpectralNorm() {
    // A symmetric matrix with eigenvalues 3 and 1, and a row of zeros.
    double[][] matrices = {{2, 1, 1, 2, 0, 0}};
    MinimalNuclearNorm found =
        solve(LinearConstraints.of(MatrixSensing.of(3, 2, matrices, new double[] {-6})));
    assertThat(found.certificate().norm()).isCloseTo(2, offset(1e-7));
    assertThat(found.certificate().shows(GAP)).isTrue();
    assertThat(found.matrix()).containsExactly(new double[] {-1, -1, -1, -1, 0, 0}, offset(1e-5));
  }

  @Test
  void labelsOfZeroNeedNothing() {
    MinimalNuclearNorm found = solve(missingFirst(0, 0, 0));
    assertThat(found.certificate().norm()).isZero();
    assertThat(found.certificate().shows(GAP)).isTrue();
  }

  /** Sensing single entries is completion: two formulations of one problem. */
  @Test
  void measurementsOfEntriesAreCompletion() {
    Random random = new Random(1);
    Double[][] entries = new Double[4][5];
    double[][] matrices = new double[9][20];
    double[] labels = new double[9];
    for (int k = 0; k < 9; k++) {
      int place = (7 * k + 3) % 20;
      labels[k] = random.nextGaussian();
      entries[place / 5][place % 5] = labels[k];
      matrices[k][place] = 2;
      labels[k] *= 2;
    }
    MinimalNuclearNorm completed = solve(LinearConstraints.of(MatrixCompletion.of(entries)));
    MinimalNuclearNorm sensed =
        solve(LinearConstraints.of(MatrixSensing.of(4, 5, matrices, labels)));
    assertThat(completed.certificate().shows(GAP)).isTrue();
    assertThat(sensed.certificate().shows(GAP)).isTrue();
    assertThat(sensed.certificate().norm()).isCloseTo(completed.certificate().norm(), offset(1e-6));
  }

  @Test
  void enoughEntriesOfAMatrixOfRankOneGiveItBack() {
    double[] left = {1, -2, 0.5, 3, 1, 2, -1, 1};
    double[] right = {2, 1, -1, 1, 1, 3};
    Random random = new Random(2);
    Double[][] entries = new Double[8][6];
    for (int k = 0; k < 48; k++) {
      entries[k / 6][k % 6] = random.nextInt(4) == 0 ? null : left[k / 6] * right[k % 6];
    }
    MinimalNuclearNorm found = solve(LinearConstraints.of(MatrixCompletion.of(entries)));
    for (int k = 0; k < 48; k++) {
      assertThat(found.matrix()[k]).isCloseTo(left[k / 6] * right[k % 6], offset(1e-4));
    }
  }

  @Test
  void aSolutionOfLargerNormGetsNoCertificate() {
    LinearConstraints constraints = missingFirst(2, 2, 1);
    assertThat(NuclearCertificate.of(constraints, new double[] {1, 2, 2, 1}, dual()).shows(1e-12))
        .isTrue();
    NuclearCertificate other =
        NuclearCertificate.of(constraints, new double[] {4, 2, 2, 1}, dual());
    assertThat(other.norm()).isCloseTo(5, offset(1e-12));
    assertThat(other.gap()).isCloseTo(0.2, offset(1e-12));
    assertThat(other.shows(0.1)).isFalse();
  }

  /** At [[1, 2], [2, 1]] the subgradient is [[0, 1], [1, 0]], which has singular values 1. */
  private static double[] dual() {
    return new double[] {1, 1, 0};
  }

  @Test
  void aMatrixThatIsNoSolutionGetsNoCertificate() {
    NuclearCertificate zero =
        NuclearCertificate.of(missingFirst(2, 2, 1), new double[] {0, 0, 0, 0}, dual());
    assertThat(zero.gap()).isZero();
    assertThat(zero.shows(1e-3)).isFalse();
  }

  /** Multipliers ten times too large must not prove ten times as much. */
  @Test
  void multipliersAreScaledUntilTheyAreAllowed() {
    NuclearCertificate certificate =
        NuclearCertificate.of(
            missingFirst(2, 2, 1), new double[] {1, 2, 2, 1}, new double[] {10, 10, 0});
    assertThat(certificate.bound()).isCloseTo(4, offset(1e-12));
  }

  @Test
  void aSearchThatIsCutOffSaysHowFarItGot() {
    MinimalNuclearNorm early = MinimalNuclearNorm.of(missingFirst(2, 2, 1), 0, 2);
    assertThat(early.iterations()).isEqualTo(2);
    assertThat(early.certificate().gap()).isPositive();
    assertThat(early.certificate().bound()).isLessThanOrEqualTo(4 + 1e-12);
  }

  @Test
  void dependentMeasurementsAreRefused() {
    double[][] matrices = {{1, 0, 0, 1}, {2, 0, 0, 2}};
    MatrixSensing problem = MatrixSensing.of(2, 2, matrices, new double[] {1, 3});
    assertThatThrownBy(() -> LinearConstraints.of(problem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("depend on each other");
  }

  private static LinearConstraints missingFirst(double right, double below, double last) {
    return LinearConstraints.of(MatrixCompletion.of(new Double[][] {{null, right}, {below, last}}));
  }

  private static MinimalNuclearNorm solve(LinearConstraints constraints) {
    return MinimalNuclearNorm.of(constraints, GAP, ITERATIONS);
  }
}
