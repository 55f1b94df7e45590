package io.github.flowcert.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.ode.ODEIntegrator;
import org.hipparchus.ode.ODEState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class IntegratorsTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "AUTO")
  void everyIntegratorSolvesExponentialDecay(IntegratorKind kind) {
    double tolerance = 1e-9;
    // Global errors of a method of order 2 go with the tolerance to the power 2/3.
    double error = kind == IntegratorKind.RUNGE_KUTTA_CHEBYSHEV ? 1e-6 : 1e-7;
    TestSystem system = TestSystem.decay(tolerance);
    double[] start = {1};
    ODEIntegrator integrator = Integrators.of(kind, start, tolerance, system, system);
    double end =
        integrator.integrate(system.equations(), new ODEState(0, start), 3).getPrimaryState()[0];
    assertThat(end).isCloseTo(Math.exp(-3), within(error));
    assertThat(integrator.getEvaluations()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "AUTO")
  void unknownsThatStartAtZeroGetATolerance(IntegratorKind kind) {
    // y2 starts at 0, where a scale that is all but relative allows next to no error.
    TestSystem system = new TestSystem(2, 1e-8, (t, y) -> new double[] {0, y[0] - y[1]}, 1e-20);
    double[] start = {1, 0};
    double[] end =
        Integrators.of(kind, start, 1e-8, system, system)
            .integrate(system.equations(), new ODEState(0, start), 1)
            .getPrimaryState();
    assertThat(end[1]).isCloseTo(1 - Math.exp(-1), within(1e-6));
  }

  @Test
  void automaticChoiceIsNotAnIntegrator() {
    TestSystem system = TestSystem.decay(1e-8);
    assertThatThrownBy(
            () -> Integrators.of(IntegratorKind.AUTO, new double[] {1}, 1e-8, system, system))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void wordsNameTheirIntegrators(IntegratorKind kind) {
    assertThat(IntegratorKind.of(kind.word())).contains(kind);
    assertThat(kind.word())
        .isEqualTo(kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
  }
}
