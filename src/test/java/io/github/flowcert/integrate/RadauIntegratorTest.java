package io.github.flowcert.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadauIntegratorTest {

  @Test
  void convergesWithOrderNineAtFixedSteps() {
    // Logistic growth: y = 1 / (1 + 9 exp(-t)).
    DifferenceJacobian.Field field = (t, y) -> new double[] {y[0] * (1 - y[0])};
    double exact = 1 / (1 + 9 * Math.exp(-6));
    double coarse = Math.abs(fixedSteps(field, 0.1, 6, 3) - exact);
    double fine = Math.abs(fixedSteps(field, 0.1, 6, 6) - exact);
    assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(8.5, 10.0);
  }

  private static double fixedSteps(
      DifferenceJacobian.Field field, double start, double until, int steps) {
    NewtonStage newton = new NewtonStage(RadauCoefficients.ofStages(5), 1, field::at);
    double[] y = {start};
    double[] scale = {1e-12};
    double h = until / steps;
    for (int k = 0; k < steps; k++) {
      double[] slope = field.at(k * h, y);
      newton.begin(k * h, y, slope, new double[] {1 - 2 * y[0]}, scale);
      newton.attempt(h, null);
      y = newton.end();
    }
    return y[0];
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 1e-8, 1e-11})
  void errorOnSmoothProblemStaysBelowTolerance(double tolerance) {
    // Oscillation with growing frequency: (cos t^2, sin t^2).
    TestSystem system =
        new TestSystem(
            2, tolerance, (t, y) -> new double[] {-2 * t * y[1], 2 * t * y[0]}, tolerance);
    double[] end = end(system, 3, 1, 0);
    assertThat(end).containsExactly(new double[] {Math.cos(9), Math.sin(9)}, within(5 * tolerance));
  }

  @Test
  void stiffLinearProblemFollowsItsSlowSolutionInFewSteps() {
    TestSystem system =
        new TestSystem(
            1, 1e-8, (t, y) -> new double[] {-1e6 * (y[0] - Math.cos(t)) - Math.sin(t)}, 1e-10);
    RadauIntegrator radau = new RadauIntegrator(system, system);
    int[] steps = {0};
    radau.addStepEndHandler(
        (state, forward) -> {
          steps[0]++;
          return Action.CONTINUE;
        });
    // The start is off the slow solution: a transient of length 1e-6 comes first.
    ODEStateAndDerivative end =
        radau.integrate(system.equations(), new ODEState(0, new double[] {2}), 10);
    assertThat(end.getPrimaryState()[0]).isCloseTo(Math.cos(10), within(1e-7));
    assertThat(end.getTime()).isEqualTo(10);
    assertThat(steps[0]).isLessThan(120);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e6, -1e9, -1e12})
  void oneStepOfAnyLengthDampsStiffModesAway(double lambda) {
    NewtonStage newton =
        new NewtonStage(RadauCoefficients.ofStages(5), 1, (t, y) -> new double[] {lambda * y[0]});
    newton.begin(
        0, new double[] {1}, new double[] {lambda}, new double[] {lambda}, new double[] {1e-3});
    newton.attempt(1, null);
    // R(z) ~ -25 / z for five stages: 0 at infinity, as L-stability asks.
    assertThat(newton.end()[0]).isCloseTo(0, within(30 / -lambda + 1e-13));
  }

  /**
   * Reference at t = 1e11 from Mazzia and Magherini, Test Set for Initial Value Problem Solvers,
   * release 2.4, problem ROBER; confirmed with SciPy's Radau at relative tolerance 1e-11.
   */
  @Test
  void robertsonsReactionReachesThePublishedState() {
    DifferenceJacobian.Field field =
        (t, y) -> {
          double first = -0.04 * y[0] + 1e4 * y[1] * y[2];
          double last = 3e7 * y[1] * y[1];
          return new double[] {first, -first - last, last};
        };
    TestSystem system = new TestSystem(3, 1e-9, field, 1e-20);
    double[] end = end(system, 1e11, 1, 0, 0);
    double[] published = {0.2083340149701255e-07, 0.8333360770334713e-13, 0.9999999791665050};
    for (int k = 0; k < 3; k++) {
      assertThat(end[k]).isCloseTo(published[k], withinPercentage(1e-5));
    }
  }

  /**
   * Reference at t = 2 from the same test set, problem VDPOL, epsilon = 1e-6; confirmed with
   * SciPy's Radau.
   */
  @Test
  void vanDerPolsOscillatorReachesThePublishedState() {
    DifferenceJacobian.Field field =
        (t, y) -> new double[] {y[1], ((1 - y[0] * y[0]) * y[1] - y[0]) / 1e-6};
    TestSystem system = new TestSystem(2, 1e-9, field, 1e-9);
    double[] end = end(system, 2, 2, 0);
    assertThat(end[0]).isCloseTo(1.706167732170483, within(1e-7));
    assertThat(end[1]).isCloseTo(-0.8928097010247975, within(1e-7));
  }

  @Test
  void denseOutputFollowsTheClosedFormBetweenSteps() {
    TestSystem system = TestSystem.decay(1e-10);
    RadauIntegrator radau = new RadauIntegrator(system, system);
    List<Double> errors = new ArrayList<>();
    radau.addStepHandler(
        step -> {
          double from = step.getPreviousState().getTime();
          double length = step.getCurrentState().getTime() - from;
          for (double theta : new double[] {0, 0.05, 0.3, 0.5, 0.77, 1}) {
            ODEStateAndDerivative state = step.getInterpolatedState(from + theta * length);
            double exact = Math.exp(-state.getTime());
            errors.add(Math.abs(state.getPrimaryState()[0] - exact));
            errors.add(1e-2 * Math.abs(state.getPrimaryDerivative()[0] + exact));
          }
        });
    radau.integrate(system.equations(), new ODEState(0, new double[] {1}), 5);
    assertThat(errors).hasSizeGreaterThan(60).allMatch(error -> error < 2e-10);
  }

  @Test
  void eventsAreLocated() {
    // cos t, with events at its zeros.
    TestSystem system = new TestSystem(2, 1e-12, (t, y) -> new double[] {-y[1], y[0]}, 1e-13);
    RadauIntegrator radau = new RadauIntegrator(system, system);
    List<Double> found = new ArrayList<>();
    radau.addEventDetector(
        new CrossingDetector(
            state -> state.getPrimaryState()[0],
            state -> {
              found.add(state.getTime());
              return Action.CONTINUE;
            }));
    radau.integrate(system.equations(), new ODEState(0, new double[] {1, 0}), 9);
    double[] times = found.stream().mapToDouble(Double::doubleValue).toArray();
    double[] expected = {Math.PI / 2, 3 * Math.PI / 2, 5 * Math.PI / 2};
    assertThat(times).containsExactly(expected, within(1e-10));
  }

  @Test
  void stoppingEventEndsTheRunAtItself() {
    TestSystem system = TestSystem.decay(1e-11);
    RadauIntegrator radau = new RadauIntegrator(system, system);
    radau.addEventDetector(
        new CrossingDetector(state -> state.getPrimaryState()[0] - 0.5, state -> Action.STOP));
    ODEStateAndDerivative end =
        radau.integrate(system.equations(), new ODEState(0, new double[] {1}), 1e6);
    assertThat(end.getTime()).isCloseTo(Math.log(2), within(1e-10));
    assertThat(end.getPrimaryState()[0]).isCloseTo(0.5, within(1e-14));
  }

  @Test
  void discontinuousFieldMakesItRejectStepsAndStillArrive() {
    TestSystem system = new TestSystem(1, 1e-8, (t, y) -> new double[] {t < 1 ? 1 : -3}, 1e-8);
    RadauIntegrator radau = new RadauIntegrator(system, system);
    double end =
        radau.integrate(system.equations(), new ODEState(0, new double[] {0}), 2)
            .getPrimaryState()[0];
    assertThat(end).isCloseTo(-2, within(1e-6));
    assertThat(radau.rejectedSteps()).isPositive();
  }

  @Test
  void blowUpInFiniteTimeIsReportedAndNotSteppedOver() {
    // y = 1 / (1 - t).
    TestSystem system = new TestSystem(1, 1e-8, (t, y) -> new double[] {y[0] * y[0]}, 1e-8);
    assertThatThrownBy(() -> end(system, 2, 1)).isInstanceOf(MathIllegalStateException.class);
  }

  @Test
  void timeRunsForwardOnly() {
    TestSystem system = TestSystem.decay(1e-8);
    assertThatThrownBy(() -> end(system, -1, 1)).hasMessageContaining("forward");
  }

  private static double[] end(TestSystem system, double until, double... start) {
    RadauIntegrator radau = new RadauIntegrator(system, system);
    return radau
        .integrate(system.equations(), new ODEState(0, Arrays.copyOf(start, start.length)), until)
        .getPrimaryState();
  }
}
