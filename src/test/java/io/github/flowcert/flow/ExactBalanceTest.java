package io.github.flowcert.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.problem.MatrixCompletion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactBalanceTest {
  private static final Network NETWORK =
      new Network(MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}}), List.of(2));

  @Test
  void equalMultiplesOfTheIdentityAreBalanced() {
    double[] factor = {0.1, 0, 0, 0.1};

    assertThat(Factors.areExactlyBalanced(NETWORK, List.of(factor, factor))).isTrue();
    assertThat(Starts.factors(NETWORK, List.of(factor, factor)).balanced()).isTrue();
  }

  @Test
  void oneUnitInTheLastPlaceOfASmallEntryUnbalances() {
    double[] lower = {1, 0, 0, 1e-9};
    double[] upper = {1, 0, 0, Math.nextUp(1e-9)};

    assertThat(Factors.areExactlyBalanced(NETWORK, List.of(lower, upper))).isFalse();
    assertThat(Factors.areExactlyBalanced(NETWORK, List.of(lower, lower))).isTrue();
  }

  @Test
  void rowsOfTheLowerFactorStandAgainstColumnsOfTheUpper() {
    // W_2^T W_2 = [[2, 1], [1, 1]] = W_1 W_1^T, though W_2 is not W_1^T's mirror by accident.
    double[] lower = {1, 1, 1, 0};
    double[] upper = {1, 0, 1, 1};

    assertThat(Factors.areExactlyBalanced(NETWORK, List.of(lower, upper))).isTrue();
    assertThat(Factors.areExactlyBalanced(NETWORK, List.of(upper, upper))).isFalse();
  }
}
