package io.github.flowcert.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidualsTest {

  /**
   * From W(0) = alpha I the off-diagonal entries stay equal, and det W = w11 w22 - w12^2 fixes
   * their residual: at depth 2 and loss 1e-12 the determinant is far below 1e-300, w22 = w12^2/w11
   * is sqrt(2 loss) to first order, and quasi-stationarity of w12 leaves 1 - w12 = w22^2 to leading
   * order. As a difference of doubles it would be 0 or a multiple of 1.1e-16.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 1e-10, 1e-12})
  void residualsKeepTheirDigitsWhereDifferencesLoseThem(double loss) {
    Network network = Problems.network(Problems.analysed(0), 2);
    FlowState end =
        Problems.run(network, Starts.identity(network, 1e-3), Problems.until(loss)).end();
    assertThat(end.residual(2, 2)).isCloseTo(Math.sqrt(2 * loss), within(1e-3 * Math.sqrt(loss)));
    assertThat(end.residual(1, 2) / end.residual(2, 1)).isCloseTo(1, within(1e-14));
    assertThat(-end.residual(1, 2) / (2 * loss)).isCloseTo(1, within(1e-3));
    assertThat(end.residual(1, 1)).isZero();
  }

  @Test
  void aStateMadeWithoutResidualsHasNone() {
    FlowState state = new FlowState(0, 1, 1, 1, new double[1], new double[1], 1, 0, 0, 1);
    assertThat(state.residual(1, 1)).isNaN();
  }
}
