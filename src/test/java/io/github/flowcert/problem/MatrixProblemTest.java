package io.github.flowcert.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixProblemTest {
  private static final double[] MEASURED = {1, 0, 2, -1, 3, 0};
  private static final double[] OTHER = {0, 1, 0, 0, 0, -2};

  private static final MatrixSensing SENSING =
      MatrixSensing.of(2, 3, new double[][] {MEASURED, OTHER}, new double[] {4, -1});

  private static final LeastSquares REGRESSION =
      LeastSquares.of(new double[][] {{1, 2, 0}, {0, 1, 1}}, new double[] {1, -1});

  static Stream<MatrixProblem> problems() {
    return Stream.of(
        SENSING,
        REGRESSION,
        MatrixCompletion.of(new Double[][] {{null, 1.0, -2.0}, {0.5, null, 0.0}}));
  }

  /** At w = (1, .., 6) the measurements are 1 + 6 - 4 + 15 = 18 and 2 - 12 = -10. */
  @Test
  void sensingLosesHalfTheSquaresOfItsResiduals() {
    double[] w = {1, 2, 3, 4, 5, 6};
    assertThat(SENSING.loss(w)).isEqualTo((14 * 14 + 9 * 9) / 2.0);
    double[] gradient = new double[6];
    SENSING.gradient(w, gradient);
    assertThat(gradient).containsExactly(14, -9, 28, -14, 42, 18);
  }

  /** X beta = (3, 2) at beta = (1, 1, 1): residuals 2 and 3; twice X^T times them. */
  @Test
  void regressionLosesTheSquaresOfItsResiduals() {
    double[] beta = {1, 1, 1};
    assertThat(REGRESSION.loss(beta)).isEqualTo(13);
    double[] gradient = new double[3];
    REGRESSION.gradient(beta, gradient);
    assertThat(gradient).containsExactly(4, 14, 6);
    assertThat(REGRESSION.columns()).isEqualTo(1);
    assertThat(REGRESSION.rows()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void gradientAndHessianAreDerivativesOfTheLoss(MatrixProblem problem) {
    Random random = new Random(3);
    int entries = problem.rows() * problem.columns();
    double[] w = gaussian(random, entries);
    double[] direction = gaussian(random, entries);
    double[] ahead = moved(w, direction, 0.5);
    double[] behind = moved(w, direction, -0.5);
    double[] gradient = new double[entries];
    problem.gradient(w, gradient);
    double[] hessian = new double[entries];
    problem.hessian(direction, hessian);
    // A quadratic function: central differences are exact at any step.
    assertThat(problem.loss(ahead) - problem.loss(behind))
        .isCloseTo(dot(gradient, direction), within(1e-12));
    assertThat(problem.loss(ahead) + problem.loss(behind) - 2 * problem.loss(w))
        .isCloseTo(dot(hessian, direction) / 4, within(1e-12));
    assertThat(problem.loss(w, gradient)).isCloseTo(problem.loss(w), within(1e-14));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void noEigenvalueOfTheHessianIsLargerThanTheBound(MatrixProblem problem) {
    int entries = problem.rows() * problem.columns();
    double[][] hessian = new double[entries][entries];
    for (int k = 0; k < entries; k++) {
      double[] unit = new double[entries];
      unit[k] = 1;
      problem.hessian(unit, hessian[k]);
    }
    double[] eigenvalues =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(hessian)).getEigenvalues();
    assertThat(Arrays.stream(eigenvalues).max().orElseThrow())
        .isPositive()
        .isLessThanOrEqualTo(problem.largestCurvature() * (1 + 1e-14));
  }

  @Test
  void onlyCompletionHasSingleEntries() {
    assertThat(SENSING.completion()).isEmpty();
    assertThat(SENSING.soleUnobserved()).isEqualTo(-1);
    assertThat(SENSING.measurements()).isPresent();
    assertThat(REGRESSION.completion()).isEmpty();
    MatrixProblem completion = MatrixCompletion.of(new Double[][] {{null, 1.0}});
    assertThat(completion.completion()).contains((MatrixCompletion) completion);
    assertThat(completion.measurements()).isEmpty();
  }

  /** The larger of 4 / sqrt 15 and 1 / sqrt 5. */
  @Test
  void aMeasurementForcesASizeOnTheSolution() {
    assertThat(SENSING.solutionScale()).isCloseTo(4 / Math.sqrt(15), within(1e-15));
    assertThat(SENSING.largestObservation()).isEqualTo(4);
    assertThat(SENSING.observationIn(4)).isEqualTo(12);
    assertThat(REGRESSION.observationIn(1)).isEqualTo(2 * (2 + 1));
  }

  @Test
  void problemsAreEqualByTheirNumbers() {
    double[][] matrices = {MEASURED, OTHER};
    assertThat(MatrixSensing.of(2, 3, matrices, new double[] {4, -1})).isEqualTo(SENSING);
    assertThat(MatrixSensing.of(3, 2, matrices, new double[] {4, -1})).isNotEqualTo(SENSING);
    assertThat(MatrixSensing.of(2, 3, matrices, new double[] {4, 1})).isNotEqualTo(SENSING);
    assertThat(LeastSquares.of(new double[][] {{1}}, new double[] {2}))
        .isNotEqualTo(MatrixSensing.of(1, 1, new double[][] {{1}}, new double[] {2}));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    double[][] ragged = {{1, 2}, {1}};
    double[][] infinite = {{Double.POSITIVE_INFINITY}};
    assertThatThrownBy(() -> LeastSquares.of(ragged, new double[2]))
        .hasMessageContaining("measurement 2");
    assertThatThrownBy(() -> LeastSquares.of(infinite, new double[1]))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> MatrixSensing.of(1, 1, new double[][] {{1}}, new double[2]))
        .hasMessageContaining("2 labels");
    assertThatThrownBy(() -> MatrixSensing.of(1, 2, new double[][] {{1}}, new double[1]))
        .hasMessageContaining("another size");
    assertThatThrownBy(() -> MatrixSensing.of(1, 2, new double[0][], new double[0]))
        .hasMessageContaining("at least one");
  }

  private static double[] gaussian(Random random, int entries) {
    return random.doubles(entries).map(unused -> random.nextGaussian()).toArray();
  }

  private static double[] moved(double[] w, double[] direction, double step) {
    double[] moved = w.clone();
    for (int k = 0; k < w.length; k++) {
      moved[k] += step * direction[k];
    }
    return moved;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int k = 0; k < one.length; k++) {
      sum += one[k] * other[k];
    }
    return sum;
  }

  /** The third column is the sum of the others in decimals, and not quite in doubles. */
  @Test
  void onlyWhatRoundingOfEntriesMayHaveMadeCountsAsZero() {
    double[] y = {1, 1, 1};
    LeastSquares decimals =
        LeastSquares.of(new double[][] {{0.1, 0.2, 0.3}, {0.7, 0.1, 0.8}, {0.3, 0.6, 0.9}}, y);
    assertThat(decimals.singularValues().values()).hasSize(2);
    assertThat(decimals.isRankKnown()).isTrue();
    LeastSquares small = LeastSquares.of(new double[][] {{1, 0}, {0, 1e-17}}, new double[] {1, 1});
    assertThat(small.singularValues().values()).hasSize(1);
    assertThat(small.isRankKnown()).isFalse();
    LeastSquares full = LeastSquares.of(new double[][] {{1, 0}, {0, 1e-12}}, new double[] {1, 1});
    assertThat(full.isRankKnown()).isTrue();
  }
}
