package io.github.flowcert.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DifferenceJacobianTest {

  @Test
  void differencesAgreeWithTheDerivativesRowByRow() {
    DifferenceJacobian.Field field =
        (t, y) -> new double[] {y[0] * y[1], Math.sin(y[0]) + t * y[1] * y[1]};
    TestSystem system = new TestSystem(2, 1e-8, field, 1e-8);
    double[] y = {0.7, -1.3};
    double[] jacobian = new double[4];
    double[] before = y.clone();
    system.fill(2, y, field.at(2, y), jacobian);
    double[] expected = {-1.3, 0.7, Math.cos(0.7), 4 * -1.3};
    assertThat(jacobian).containsExactly(expected, within(1e-6));
    assertThat(y).containsExactly(before);
  }
}
