package io.github.flowcert.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.junit.jupiter.api.Test;

class RandomCompletionTest {

  @Test
  void theTruthHasItsRankAndEntriesOfSizeOne() {
    double[] truth = RandomCompletion.of(30, 20, 3, 100, 7).truth().orElseThrow();
    RealMatrix matrix = new Array2DRowRealMatrix(30, 20);
    double squares = 0;
    for (int k = 0; k < truth.length; k++) {
      matrix.setEntry(k / 20, k % 20, truth[k]);
      squares += truth[k] * truth[k];
    }
    assertThat(squares).isCloseTo(600, offset(1e-9));
    double[] values = new SingularValueDecomposition(matrix).getSingularValues();
    assertThat(values[2]).isGreaterThan(1);
    assertThat(values[3]).isLessThan(1e-12);
  }

  @Test
  void whatIsObservedIsTheTruth() {
    MatrixCompletion problem = RandomCompletion.of(10, 12, 2, 40, 1);
    double[] truth = problem.truth().orElseThrow();
    assertThat(problem.observations()).isEqualTo(40);
    for (int k = 0; k < 120; k++) {
      assertThat(problem.value(k)).isEqualTo(problem.isObserved(k) ? truth[k] : 0);
    }
    assertThat(problem.loss(truth)).isZero();
  }

  @Test
  void moreObservationsContainFewerOfTheSameSeed() {
    MatrixCompletion few = RandomCompletion.of(10, 12, 2, 40, 1);
    MatrixCompletion more = RandomCompletion.of(10, 12, 2, 60, 1);
    assertThat(more.truth().orElseThrow()).isEqualTo(few.truth().orElseThrow());
    for (int k = 0; k < 120; k++) {
      assertThat(more.isObserved(k) || !few.isObserved(k)).isTrue();
    }
  }

  @Test
  void seedsAreDifferentProblemsAndTheSameSeedIsTheSame() {
    MatrixCompletion one = RandomCompletion.of(6, 6, 2, 10, 1);
    assertThat(RandomCompletion.of(6, 6, 2, 10, 1)).isEqualTo(one).hasSameHashCodeAs(one);
    assertThat(RandomCompletion.of(6, 6, 2, 10, 2)).isNotEqualTo(one);
    assertThat(RandomCompletion.of(6, 6, 2, 10, 1L << 32)).isNotEqualTo(one);
  }

  /**
   * Each of 20 places is drawn about as often: a chi-squared test that fails once in 1000 seeds.
   */
  @Test
  void placesAreDrawnUniformly() {
    long[] counts = new long[20];
    double[] expected = new double[20];
    Arrays.fill(expected, 300);
    for (int seed = 0; seed < 2000; seed++) {
      for (int place : RandomCompletion.sample(20, 3, seed)) {
        counts[place]++;
      }
    }
    assertThat(Arrays.stream(counts).sum()).isEqualTo(6000);
    assertThat(TestUtils.chiSquareTest(expected, counts)).isGreaterThan(1e-3);
  }

  @Test
  void allPlacesAreDrawnWhereAllAreAskedFor() {
    assertThat(RandomCompletion.of(3, 4, 1, 12, 5).observations()).isEqualTo(12);
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatThrownBy(() -> RandomCompletion.of(3, 4, 4, 5, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RandomCompletion.of(3, 4, 1, 13, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
