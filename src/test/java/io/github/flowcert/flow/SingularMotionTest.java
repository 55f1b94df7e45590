package io.github.flowcert.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.SingularValues;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.testing.Flows;
import io.github.flowcert.testing.Matrices;
import io.github.flowcert.testing.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SingularMotionTest {

  static Stream<Arguments> problemsAndDepths() {
    Random random = new Random(17);
    List<Arguments> all = new ArrayList<>();
    for (int[] shape : new int[][] {{2, 3}, {3, 2}, {5, 3}, {3, 6}, {4, 4}, {1, 4}}) {
      for (int depth = 1; depth <= 4; depth++) {
        all.add(Arguments.of(Problems.random(random, shape[0], shape[1]), depth));
        all.add(Arguments.of(Problems.sensing(random, shape[0], shape[1], 4), depth));
      }
    }
    return all.stream();
  }

  private static double[] gaussian(long seed, int entries) {
    Random random = new Random(seed);
    double[] numbers = new double[entries];
    Arrays.setAll(numbers, k -> random.nextGaussian());
    return numbers;
  }

  private static double[] point(MatrixProblem problem) {
    return gaussian(23, problem.rows() * problem.columns());
  }

  private static double[] gradient(MatrixProblem problem, double[] w) {
    double[] gradient = new double[w.length];
    problem.gradient(w, gradient);
    return gradient;
  }

  @ParameterizedTest
  @MethodSource("problemsAndDepths")
  void factorsMoveTheDecompositionAsTheTheoremAndTheLemmaSay(MatrixProblem problem, int depth) {
    double[] w = point(problem);
    SingularMotion motion = new SingularMotion(problem, depth, w, gradient(problem, w));
    assertThat(motion.gap()).isGreaterThan(1e-3);
    assertThat(motion.valueResidual()).isLessThan(1e-13);
    assertThat(motion.vectorResidual()).isLessThan(1e-12);
    assertThat(motion.misalignment()).isLessThanOrEqualTo(motion.alignmentBound() + 1e-12);
  }

  /** Lemma 1 of Razin and Cohen's preprint, by a library's matrix powers, moves it just as well. */
  @ParameterizedTest
  @MethodSource("problemsAndDepths")
  void theMotionOfAnotherDepthIsToldApart(MatrixProblem problem, int depth) {
    int rows = problem.rows();
    int columns = problem.columns();
    double[] w = point(problem);
    double[] g = gradient(problem, w);
    SingularValues svd = SingularValues.of(w, rows, columns);
    double[] slope = Flows.lemmaOne(depth, w, g, rows, columns);
    SingularMotion right = new SingularMotion(depth, svd, g, slope);
    assertThat(right.valueResidual()).isLessThan(1e-9);
    assertThat(right.vectorResidual()).isLessThan(1e-6);
    double[] other = Flows.lemmaOne(depth + 1, w, g, rows, columns);
    SingularMotion wrong = new SingularMotion(depth, svd, g, other);
    assertThat(wrong.valueResidual()).isGreaterThan(1e-3);
    assertThat(wrong.vectorResidual()).isGreaterThan(1e-3);
    double[] back = Arrays.stream(slope).map(each -> -each).toArray();
    assertThat(new SingularMotion(depth, svd, g, back).vectorResidual()).isGreaterThan(0.05);
  }

  @Test
  void misalignmentIsTheLargestOffDiagonalEntry() {
    MatrixProblem problem = Problems.sensing(new Random(5), 4, 3, 5);
    double[] w = point(problem);
    double[] g = gradient(problem, w);
    SingularValueDecomposition svd = new SingularValueDecomposition(Matrices.matrix(w, 4, 3));
    RealMatrix pulled = svd.getUT().multiply(Matrices.matrix(g, 4, 3)).multiply(svd.getV());
    double largest = 0;
    for (int r = 0; r < 3; r++) {
      for (int s = 0; s < 3; s++) {
        largest = Math.max(largest, r == s ? 0 : Math.abs(pulled.getEntry(r, s)));
      }
    }
    assertThat(new SingularMotion(problem, 3, w, g).misalignment())
        .isCloseTo(largest / Math.sqrt(Flat.squaredNorm(g)), within(1e-12));
  }

  /** Both are diagonal, so that singular vectors do not move. */
  @Test
  void whereNothingTurnsTheBoundIsNothing() {
    double[] w = {3, 0, 0, 1, 0, 0};
    double[] g = {-1, 0, 0, 2, 0, 0};
    SingularMotion still = new SingularMotion(Problems.sensing(new Random(1), 3, 2, 1), 2, w, g);
    assertThat(still.alignmentBound()).isZero();
    assertThat(still.misalignment()).isZero();
    assertThat(still.vectorResidual()).isZero();
    assertThat(still.gap()).isEqualTo(1.0 / 3);
  }

  /** For L = 2 at W = diag(3, 1) and G of entries 1: D = -(G S + S G), U^T U' and V^T V' alike. */
  @Test
  void theBoundOfTwoByTwoMatricesIsWhatThePencilSays() {
    double[] w = {3, 0, 0, 1};
    double[] g = {0, 1, 1, 0};
    SingularMotion motion = new SingularMotion(Problems.sensing(new Random(1), 2, 2, 1), 2, w, g);
    // D_12 = D_21 = -4; (U^T U')_12 = (-4 - 12)/(1 - 9) = 2, and so is (V^T V')_12.
    // Bound: (1*2 + 3*2) (1 - 3)/(1 - 9) = 2, over ||G|| = sqrt 2.
    assertThat(motion.alignmentBound()).isCloseTo(Math.sqrt(2), within(1e-14));
    assertThat(motion.misalignment()).isCloseTo(1 / Math.sqrt(2), within(1e-14));
  }
}
