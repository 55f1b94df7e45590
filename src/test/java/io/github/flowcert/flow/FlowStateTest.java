package io.github.flowcert.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FlowStateTest {

  @Test
  void effectiveRankOfEqualSingularValuesIsTheirNumber() {
    assertThat(state(0, 0).effectiveRank()).isCloseTo(2, within(1e-15));
    assertThat(state(-800, -800, -800).effectiveRank()).isCloseTo(3, within(1e-14));
    assertThat(state(5).effectiveRank()).isEqualTo(1);
  }

  @Test
  void effectiveRankOfATinySecondSingularValueIsOneToRounding() {
    FlowState state = state(0, -2500);
    assertThat(state.effectiveRank()).isCloseTo(1, within(1e-15));
    assertThat(state.logSingularValues()[1]).isEqualTo(-2500);
    assertThat(state(0, Double.NEGATIVE_INFINITY).effectiveRank()).isEqualTo(1);
  }

  /** exp of the entropy of (3/4, 1/4): 4 / 3^(3/4). */
  @Test
  void effectiveRankIsTheExponentialOfTheEntropy() {
    assertThat(state(Math.log(3), 0).effectiveRank())
        .isCloseTo(4 / Math.pow(3, 0.75), within(1e-14));
    // With x = exp(-30) the excess over 1 is x (1 + 30) to first order.
    assertThat(state(0, -30).effectiveRank() - 1).isCloseTo(31 * Math.exp(-30), within(1e-15));
  }

  @Test
  void distanceFromRankIsTheRootOfTheTailSquares() {
    FlowState state = state(Math.log(4), Math.log(3), Math.log(2));
    assertThat(state.distanceFromRank(0)).isCloseTo(Math.sqrt(29), within(1e-14));
    assertThat(state.distanceFromRank(1)).isCloseTo(Math.sqrt(13), within(1e-14));
    assertThat(state.distanceFromRank(2)).isCloseTo(2, within(1e-14));
    assertThat(state.distanceFromRank(3)).isZero();
    assertThat(state(0, Double.NEGATIVE_INFINITY).distanceFromRank(1)).isZero();
  }

  private static FlowState state(double... logs) {
    int n = logs.length;
    return new FlowState(0, 0, n, n, new double[n * n], logs, 1, 0, 0, 1);
  }
}
