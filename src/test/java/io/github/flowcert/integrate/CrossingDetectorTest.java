package io.github.flowcert.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.events.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossingDetectorTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-10, 1e-3, 1, 1e8, 1e25})
  void crossingsAreFoundToRelativeAccuracyOnEveryTimeScale(double unit) {
    TestSystem system = new TestSystem(1, 1e-12, (t, y) -> new double[] {-y[0] / unit}, 1e-12);
    RadauIntegrator radau = new RadauIntegrator(system, system);
    List<Double> found = new ArrayList<>();
    for (double level : new double[] {0.9, 0.5, 0.1}) {
      radau.addEventDetector(
          new CrossingDetector(
              state -> Math.log(state.getPrimaryState()[0] / level),
              state -> {
                found.add(state.getTime());
                return Action.CONTINUE;
              }));
    }
    radau.integrate(system.equations(), new ODEState(0, new double[] {1}), 5 * unit);
    assertThat(found).hasSize(3);
    assertThat(found.get(0) / unit).isCloseTo(-Math.log(0.9), withinPercentage(1e-8));
    assertThat(found.get(1) / unit).isCloseTo(-Math.log(0.5), withinPercentage(1e-8));
    assertThat(found.get(2) / unit).isCloseTo(-Math.log(0.1), withinPercentage(1e-8));
  }

  @Test
  void handlerDecidesWhatHappens() {
    CrossingDetector detector = new CrossingDetector(state -> 1, state -> Action.STOP);
    assertThat(detector.getHandler().eventOccurred(null, detector, true)).isEqualTo(Action.STOP);
    assertThat(detector.g(null)).isEqualTo(1);
    assertThat(detector.getMaxCheckInterval().currentInterval(null, true))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }
}
