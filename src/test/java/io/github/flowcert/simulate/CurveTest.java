package io.github.flowcert.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.flow.FlowState;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 199, 200, 201, 202, 1000, 100_000})
  void keepsBothEndsAndABoundedNumberInOrder(int count) {
    Curve curve = new Curve();
    for (int k = 0; k < count; k++) {
      curve.add(new FlowState(k, 1, 1, 1, new double[1], new double[1], 1, 0, 0, 1));
    }
    List<FlowState> states = curve.states();
    assertThat(states.size()).isBetween(Math.min(count, 100), 202);
    assertThat(states.get(0).time()).isZero();
    assertThat(states.get(states.size() - 1).time()).isEqualTo(count - 1);
    double widest = 0;
    for (int k = 1; k < states.size(); k++) {
      double gap = states.get(k).time() - states.get(k - 1).time();
      assertThat(gap).isPositive();
      widest = Math.max(widest, gap);
    }
    assertThat(widest).isLessThanOrEqualTo(Math.max(1, count / 50.0));
  }
}
