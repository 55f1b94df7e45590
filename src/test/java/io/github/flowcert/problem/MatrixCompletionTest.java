package io.github.flowcert.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.testing.Problems;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixCompletionTest {
  private static final MatrixCompletion PROBLEM =
      MatrixCompletion.of(new Double[][] {{null, 1.0, -2.0}, {0.5, null, 0.0}});

  @Test
  void observedEntriesAreKnownByTheirFlatIndex() {
    assertThat(PROBLEM.rows()).isEqualTo(2);
    assertThat(PROBLEM.columns()).isEqualTo(3);
    assertThat(PROBLEM.observations()).isEqualTo(4);
    assertThat(PROBLEM.isObserved(0)).isFalse();
    assertThat(PROBLEM.isObserved(5)).isTrue();
    assertThat(PROBLEM.value(2)).isEqualTo(-2);
    assertThat(PROBLEM.value(3)).isEqualTo(0.5);
  }

  /** Residuals 2, 5, 4.5, 7 at the observed entries: half their sum of squares is 49.125. */
  @Test
  void gradientIsTheResidualAndLossHalfItsSquare() {
    double[] gradient = new double[6];
    PROBLEM.gradient(new double[] {9, 3, 3, 5, 8, 7}, gradient);
    assertThat(gradient).containsExactly(0, 2, 5, 4.5, 0, 7);
    assertThat(MatrixCompletion.lossOfGradient(gradient)).isCloseTo(49.125, within(1e-13));
  }

  @Test
  void soleUnobservedEntryIsFound() {
    assertThat(PROBLEM.soleUnobserved()).isEqualTo(-1);
    assertThat(MatrixCompletion.of(new Double[][] {{1.0, 2.0}}).soleUnobserved()).isEqualTo(-1);
    assertThat(MatrixCompletion.of(new Double[][] {{1.0}, {null}}).soleUnobserved()).isEqualTo(1);
  }

  static Stream<Arguments> problemsAndInfimalRanks() {
    return Stream.of(
        Arguments.of(new Double[][] {{null}}, 0),
        Arguments.of(new Double[][] {{null, 1.0}}, 1),
        Arguments.of(new Double[][] {{null, 0.0}, {0.0, 0.0}}, 0),
        Arguments.of(new Double[][] {{null, 0.0}, {0.0, 2.0}}, 1),
        Arguments.of(new Double[][] {{null, 2.0}, {0.0, 0.0}}, 1),
        // Rank 1 only in the limit, as in Proposition 2, wherever the unobserved entry stands.
        Arguments.of(new Double[][] {{null, 1.0}, {1.0, 0.0}}, 1),
        Arguments.of(new Double[][] {{0.0, 3.0}, {-2.0, null}}, 1),
        Arguments.of(new Double[][] {{3.0, null}, {0.5, -2.0}}, 1),
        // w = 1/2 gives rank 2.
        Arguments.of(new Double[][] {{null, 1.0, 0.0}, {1.0, 2.0, 0.0}, {0.0, 0.0, 3.0}}, 2),
        // Rows (w, 1, 1) and (1, 0, 1): without its first column the rank is 2 already.
        Arguments.of(new Double[][] {{null, 1.0, 1.0}, {1.0, 0.0, 1.0}}, 2),
        // 0.2 and 0.6 are exactly twice 0.1 and 0.3, also as doubles.
        Arguments.of(new Double[][] {{null, 0.0, 0.0}, {0.0, 0.1, 0.2}, {0.0, 0.3, 0.6}}, 1));
  }

  @ParameterizedTest
  @MethodSource("problemsAndInfimalRanks")
  void infimalRankIsTheLeastThatSolutionsComeNearTo(Double[][] entries, int rank) {
    assertThat(MatrixCompletion.of(entries).infimalRank()).isEqualTo(rank);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void infimalRankOfAppendixAIsOneLessThanFull(int d) {
    assertThat(Problems.appendixA(d).infimalRank()).isEqualTo(d - 1);
  }

  @Test
  void infimalRankNeedsOneUnobservedEntry() {
    assertThatThrownBy(PROBLEM::infimalRank).hasMessageContaining("one unobserved entry");
  }

  @Test
  void impossibleMatricesAreRefused() {
    assertThatThrownBy(() -> MatrixCompletion.of(new Double[0][]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MatrixCompletion.of(new Double[][] {{}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MatrixCompletion.of(new Double[][] {{1.0, 2.0}, {3.0}}))
        .hasMessageContaining("row 2");
    assertThatThrownBy(() -> MatrixCompletion.of(new Double[][] {{Double.NaN}}))
        .hasMessageContaining("NaN");
  }

  @Test
  void equalityIsThatOfObservedEntriesAndValues() {
    MatrixCompletion zero = MatrixCompletion.of(new Double[][] {{0.0, 1.0}});
    assertThat(zero).isEqualTo(MatrixCompletion.of(new Double[][] {{0.0, 1.0}}));
    assertThat(zero).hasSameHashCodeAs(MatrixCompletion.of(new Double[][] {{0.0, 1.0}}));
    assertThat(zero).isNotEqualTo(MatrixCompletion.of(new Double[][] {{null, 1.0}}));
    assertThat(zero).isNotEqualTo(MatrixCompletion.of(new Double[][] {{0.0}, {1.0}}));
  }
}
