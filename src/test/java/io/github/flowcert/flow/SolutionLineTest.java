package io.github.flowcert.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.testing.Problems;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolutionLineTest {
  private static final MatrixCompletion WIDE =
      Problems.completion(new Double[] {0.5, -1.0, 2.0}, new Double[] {1.5, null, -0.75});

  /** Central differences by |x|, with a step of 1e-6 of it. */
  private static double difference(
      SolutionLine line, double x, ToDoubleFunction<SolutionState> value) {
    double step = 1e-6;
    double outer = value.applyAsDouble(line.at(x * (1 + step)));
    double inner = value.applyAsDouble(line.at(x * (1 - step)));
    return (outer - inner) / (2 * step * Math.abs(x));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e6, -1e6, 37, -2.5, 0.75, 1e-5, -1e-5, 0})
  void singularValuesAreThoseOfEquation22(double x) {
    SolutionState state = new SolutionLine(Problems.analysed(0)).at(x);
    // (22): their product is 1, so that the logarithms are plus and minus the area hyperbolic sine.
    double half = Math.abs(x) / 2;
    double log = Math.log1p(half + half * half / (1 + Math.sqrt(1 + half * half)));
    // At x = 1e6 the smaller singular value keeps nine digits.
    assertThat(state.state().logSingularValues()[0]).isCloseTo(log, within(1e-15 + 1e-15 * log));
    assertThat(state.state().logSingularValues()[1]).isCloseTo(-log, within(1e-9));
    assertThat(state.state().determinantSign()).isEqualTo(-1);
    assertThat(state.state().product()).containsExactly(x, 1, 1, 0);
    assertThat(state.state().loss()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e6, -1e6, 37, -2.5, 0.75, 1e-5, -1e-5})
  void slopesOfTheSingularValuesAreThoseOfAppendixB4(double x) {
    SolutionState state = new SolutionLine(Problems.analysed(0)).at(x);
    double root = Math.sqrt(x * x + 4);
    double second = -2 / (root * (Math.abs(x) + root));
    assertThat(state.slopes()[0]).isCloseTo(0.5 + Math.abs(x) / (2 * root), within(1e-14));
    assertThat(state.slopes()[1]).isCloseTo(second, within(-1e-3 * second));
  }

  @ParameterizedTest
  @ValueSource(doubles = {40, -40, 3, -3, 0.2, -0.2})
  void slopesAreTheLimitsOfDifferences(double x) {
    for (MatrixCompletion problem : new MatrixCompletion[] {Problems.analysed(0.5), WIDE}) {
      SolutionLine line = new SolutionLine(problem);
      SolutionState state = line.at(x);
      for (double p : new double[] {0.3, 1, 2, 7, Double.POSITIVE_INFINITY}) {
        double norm = difference(line, x, each -> schatten(each, p));
        assertThat(state.schattenSlope(p))
            .isCloseTo(norm, within(1e-7 * schatten(state, p) / Math.abs(x)));
      }
      double rank = difference(line, x, each -> each.state().effectiveRank());
      assertThat(state.effectiveRankSlope()).isCloseTo(rank, within(1e-7 / Math.abs(x)));
      double distance = difference(line, x, each -> each.state().distanceFromRank(1));
      assertThat(state.distanceSlope(1)).isCloseTo(distance, within(1e-7 / Math.abs(x)));
      assertThat(state.distanceSlope(2)).isZero();
    }
  }

  private static double schatten(SolutionState each, double p) {
    double first = Math.exp(each.state().logSingularValues()[0]);
    double second = Math.exp(each.state().logSingularValues()[1]);
    return Double.isInfinite(p) ? first : Math.pow(Math.pow(first, p) + Math.pow(second, p), 1 / p);
  }

  @Test
  void slopesByTheModulusHaveNoValueAtZero() {
    SolutionState state = new SolutionLine(Problems.analysed(0)).at(0);
    assertThat(state.slopes()).containsOnly(Double.NaN);
    assertThat(state.schattenSlope(2)).isNaN();
    assertThat(state.effectiveRankSlope()).isNaN();
  }

  @Test
  void problemsWithMoreUnobservedEntriesAreRefused() {
    MatrixCompletion two = Problems.completion(new Double[] {null, 1.0}, new Double[] {1.0, null});
    assertThatIllegalArgumentException().isThrownBy(() -> new SolutionLine(two));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SolutionLine(Problems.observed(new double[] {1, 2, 3, 4}, 2, 2)));
  }
}
