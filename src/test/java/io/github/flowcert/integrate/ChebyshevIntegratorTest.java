package io.github.flowcert.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChebyshevIntegratorTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 20, 100})
  void convergesWithOrderTwoWhateverTheNumberOfStages(int stages) {
    // y' = -2 t y^2, y(0) = 1: y = 1 / (1 + t^2). Time enters the field, so the nodes count too.
    DifferenceJacobian.Field field = (t, y) -> new double[] {-2 * t * y[0] * y[0]};
    double coarse = Math.abs(fixedSteps(field, stages, 20) - 0.5);
    double fine = Math.abs(fixedSteps(field, stages, 40) - 0.5);
    assertThat(coarse / fine).isBetween(3.6, 4.4);
    assertThat(fine).isLessThan(1e-4);
  }

  private static double fixedSteps(DifferenceJacobian.Field field, int stages, int steps) {
    double[] y = {1};
    double h = 1.0 / steps;
    for (int k = 0; k < steps; k++) {
      y = ChebyshevStep.advance(field, k * h, y, field.at(k * h, y), h, stages);
    }
    return y[0];
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 20, 100})
  void stepIsStableOverItsWholeRealInterval(int stages) {
    // Sommeijer, Shampine and Verwer 1997: about 0.653 (s^2 - 1); damped to 1 - epsilon/3.
    double reach = 0.65 * (stages * stages - 1);
    for (int k = 1; k <= 400; k++) {
      double z = -reach * k / 400;
      double[] end =
          ChebyshevStep.advance(
              (t, y) -> new double[] {z * y[0]}, 0, new double[] {1}, new double[] {z}, 1, stages);
      assertThat(Math.abs(end[0])).as("R(%s)", z).isLessThan(1);
    }
  }

  /**
   * The heat equation on a grid of 100 points: each sine is an eigenvector, -4/h^2 sin^2(k pi h/2).
   */
  @Test
  void heatEquationFollowsItsClosedFormInFarFewerStepsThanStabilityOfEulersMethodAsksFor() {
    int n = 100;
    TestSystem heat = new TestSystem(n, 1e-6, ChebyshevIntegratorTest::heat, 1e-8);
    double[] start = new double[n];
    for (int i = 0; i < n; i++) {
      start[i] = sine(1, i, n) + 0.5 * sine(3, i, n);
    }
    ChebyshevIntegrator integrator = new ChebyshevIntegrator(heat);
    double[] end =
        integrator.integrate(heat.equations(), new ODEState(0, start), 0.3).getPrimaryState();
    for (int i = 0; i < n; i++) {
      double exact =
          Math.exp(-0.3 * rate(1, n)) * sine(1, i, n)
              + 0.5 * Math.exp(-0.3 * rate(3, n)) * sine(3, i, n);
      assertThat(end[i]).isCloseTo(exact, within(1e-5));
    }
    // Explicit Euler: 0.3 / (2 / 40804) = 6120 steps.
    assertThat(integrator.getEvaluations()).isLessThan(4000);
  }

  @Test
  void startInTheSlowestModeHidesNoneOfTheFastOnes() {
    int n = 100;
    TestSystem heat = new TestSystem(n, 1e-6, ChebyshevIntegratorTest::heat, 1e-8);
    double[] start = new double[n];
    for (int i = 0; i < n; i++) {
      start[i] = sine(1, i, n);
    }
    ChebyshevIntegrator integrator = new ChebyshevIntegrator(heat);
    List<Double> errors = new ArrayList<>();
    integrator.addStepHandler(
        step -> {
          ODEStateAndDerivative now = step.getCurrentState();
          double decay = Math.exp(-now.getTime() * rate(1, n));
          for (int i = 0; i < n; i++) {
            errors.add(Math.abs(now.getPrimaryState()[i] - decay * sine(1, i, n)));
          }
        });
    integrator.integrate(heat.equations(), new ODEState(0, start), 1);
    assertThat(errors).allMatch(error -> error < 1e-5);
    assertThat(integrator.rejectedSteps()).isLessThan(10);
  }

  @Test
  void spectralRadiusIsFoundFromTheSlowestMode() {
    int n = 100;
    double[] start = new double[n];
    for (int i = 0; i < n; i++) {
      start[i] = sine(1, i, n);
    }
    double radius =
        new SpectralRadius(ChebyshevIntegratorTest::heat).estimate(0, start, heat(0, start));
    assertThat(radius).isBetween(0.95 * rate(n, n), 1.3 * rate(n, n));
  }

  private static double sine(int mode, int i, int n) {
    return Math.sin(mode * Math.PI * (i + 1) / (n + 1));
  }

  private static double rate(int mode, int n) {
    double half = Math.sin(mode * Math.PI / (2 * (n + 1)));
    return 4.0 * (n + 1) * (n + 1) * half * half;
  }

  private static double[] heat(double time, double[] y) {
    int n = y.length;
    double[] slope = new double[n];
    for (int i = 0; i < n; i++) {
      double left = i == 0 ? 0 : y[i - 1];
      double right = i == n - 1 ? 0 : y[i + 1];
      slope[i] = (left - 2 * y[i] + right) * (n + 1) * (n + 1);
    }
    return slope;
  }

  @Test
  void errorShrinksWithTheTolerance() {
    for (double tolerance : new double[] {1e-4, 1e-6, 1e-8}) {
      TestSystem system =
          new TestSystem(
              2, tolerance, (t, y) -> new double[] {-y[0], -50 * (y[1] - y[0])}, tolerance);
      double[] end =
          new ChebyshevIntegrator(system)
              .integrate(system.equations(), new ODEState(0, new double[] {1, 0}), 2)
              .getPrimaryState();
      // Global errors of a method of order 2 go with the tolerance to the power 2/3.
      double error = 3 * Math.cbrt(tolerance * tolerance);
      double other = 50.0 / 49 * (Math.exp(-2) - Math.exp(-100));
      assertThat(end[0]).isCloseTo(Math.exp(-2), within(error));
      assertThat(end[1]).isCloseTo(other, within(error));
    }
  }

  @Test
  void denseOutputAndEventsFollowTheClosedForm() {
    TestSystem system = TestSystem.decay(1e-9);
    ChebyshevIntegrator integrator = new ChebyshevIntegrator(system);
    List<Double> errors = new ArrayList<>();
    integrator.addStepHandler(
        step -> {
          double from = step.getPreviousState().getTime();
          double length = step.getCurrentState().getTime() - from;
          for (double theta : new double[] {0, 0.2, 0.5, 0.9}) {
            ODEStateAndDerivative state = step.getInterpolatedState(from + theta * length);
            double exact = Math.exp(-state.getTime());
            errors.add(Math.abs(state.getPrimaryState()[0] - exact));
            errors.add(1e-2 * Math.abs(state.getPrimaryDerivative()[0] + exact));
          }
        });
    List<Double> crossings = new ArrayList<>();
    integrator.addEventDetector(
        new CrossingDetector(
            state -> state.getPrimaryState()[0] - 0.75,
            state -> {
              crossings.add(state.getTime());
              return Action.CONTINUE;
            }));
    integrator.addEventDetector(
        new CrossingDetector(state -> state.getPrimaryState()[0] - 0.5, state -> Action.STOP));
    double end =
        integrator.integrate(system.equations(), new ODEState(0, new double[] {1}), 100).getTime();
    assertThat(end).isCloseTo(Math.log(2), withinPercentage(1e-4));
    assertThat(crossings).hasSize(1);
    assertThat(crossings.get(0)).isCloseTo(-Math.log(0.75), withinPercentage(1e-4));
    assertThat(errors).hasSizeGreaterThan(60).allMatch(error -> error < 1e-6);
  }
}
