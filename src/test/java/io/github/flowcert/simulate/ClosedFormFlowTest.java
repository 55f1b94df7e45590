package io.github.flowcert.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.testing.Problems;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClosedFormFlowTest {

  /** Depth 1 is linear: observed entries relax to their targets, others stay. */
  @ParameterizedTest
  @EnumSource
  void depthOneRelaxesEveryObservedEntryExponentially(Formulation formulation) {
    MatrixCompletion problem =
        Problems.completion(new Double[] {1.0, null, -2.0}, new Double[] {null, 0.5, 3.0});
    Network network = Problems.network(problem, 1);
    double[] w = {-1, 0.3, 1.5, 0.7, 2, -0.4};
    FlowSettings settings = upTo(formulation, 0.2, 1.0, 2.5);
    Trajectory trajectory = Problems.run(network, Starts.product(network, w), settings);
    assertThat(trajectory.samples()).hasSize(3);
    for (FlowState sample : trajectory.samples()) {
      assertRelaxed(problem, w, sample);
    }
  }

  /** Singular values of a depth-1 flow pass through 0, where deeper flows never get. */
  @ParameterizedTest
  @EnumSource
  void depthOneChangesTheSignOfTheDeterminant(Formulation formulation) {
    MatrixCompletion problem =
        Problems.completion(new Double[] {-1.0, 0.2}, new Double[] {0.3, 2.0});
    Network network = Problems.network(problem, 1);
    double[] w = {1, 0.1, -0.2, 1.5};
    Trajectory trajectory =
        Problems.run(network, Starts.product(network, w), upTo(formulation, 0.1, 1.0, 3.0));
    assertThat(trajectory.samples()).hasSize(3);
    trajectory.samples().forEach(sample -> assertRelaxed(problem, w, sample));
    assertThat(trajectory.samples().get(0).determinantSign()).isEqualTo(1);
    assertThat(trajectory.samples().get(2).determinantSign()).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource
  void depthOneLeavesASingularStart(Formulation formulation) {
    MatrixCompletion problem =
        Problems.completion(new Double[] {1.0, 0.5}, new Double[] {null, 2.0});
    Network network = Problems.network(problem, 1);
    for (double[] w : List.of(new double[4], new double[] {3, 0, 0, 0})) {
      Trajectory trajectory =
          Problems.run(network, Starts.product(network, w), upTo(formulation, 0.1, 1.0, 3.0));
      assertThat(trajectory.samples()).hasSize(3);
      trajectory.samples().forEach(sample -> assertRelaxed(problem, w, sample));
    }
  }

  private static void assertRelaxed(MatrixCompletion problem, double[] w, FlowState sample) {
    double decay = Math.exp(-sample.time());
    for (int k = 0; k < w.length; k++) {
      double b = problem.value(k);
      double expected = problem.isObserved(k) ? b + (w[k] - b) * decay : w[k];
      assertThat(sample.product()[k]).isCloseTo(expected, within(1e-7));
    }
  }

  /** Scalars of depth 2: w' = -2 w (w - b), so w = b / (1 + (b / w(0) - 1) exp(-2 b t)). */
  @ParameterizedTest
  @EnumSource
  void scalarOfDepthTwoGrowsLogistically(Formulation formulation) {
    Network network = Problems.network(Problems.completion(new Double[] {1.5}), 2);
    Trajectory trajectory =
        Problems.run(
            network, Starts.identity(network, 1e-3), upTo(formulation, 0.5, 2.0, 2.5, 4.0));
    assertThat(trajectory.samples()).hasSize(4);
    for (FlowState sample : trajectory.samples()) {
      double expected = logistic(1.5, 1e-3, sample.time());
      assertThat(sample.product()[0] / expected).isCloseTo(1, within(1e-6));
    }
  }

  private static double logistic(double b, double start, double time) {
    return b / (1 + (b / start - 1) * Math.exp(-2 * b * time));
  }

  /**
   * Scalars of depth 3 with target 1: u = w^(1/3) obeys u' = u^2 (1 - u^3), whose time as a
   * function of u follows by partial fractions.
   */
  @ParameterizedTest
  @EnumSource
  void scalarOfDepthThreeTakesTheTimeOfItsPartialFractions(Formulation formulation) {
    Network network = Problems.network(Problems.completion(new Double[] {1.0}), 3);
    FlowSettings settings =
        Problems.until(1e-9, 0.4, 0.1, 1e-2, 1e-5).with(formulation, IntegratorKind.AUTO);
    Trajectory trajectory = Problems.run(network, Starts.identity(network, 1e-3), settings);
    assertThat(trajectory.samples()).hasSize(5);
    for (FlowState sample : trajectory.samples()) {
      double residual = Math.sqrt(2 * sample.loss());
      double expected = cubicTime(residual) - cubicTime(1 - 1e-3);
      assertThat(sample.product()[0]).isCloseTo(1 - residual, within(1e-12));
      assertThat(sample.time() / expected).isCloseTo(1, within(1e-6));
    }
  }

  /** An antiderivative of 1 / (u^2 (1 - u^3)), by the residual 1 - u^3. */
  private static double cubicTime(double residual) {
    double u = Math.cbrt(1 - residual);
    double sum = 1 + u + u * u;
    double logOneMinus = Math.log(residual / sum);
    return -1 / u
        - logOneMinus / 3
        + Math.log(sum) / 6
        - Math.atan((2 * u + 1) / Math.sqrt(3)) / Math.sqrt(3);
  }

  static Stream<Arguments> diagonalProblems() {
    return Stream.of(1, 2, 3, 4)
        .flatMap(
            depth ->
                Stream.of(2, 3)
                    .flatMap(
                        size ->
                            Stream.of(Formulation.values())
                                .map(formulation -> Arguments.of(depth, size, formulation))));
  }

  /** Diagonal problems decouple into scalars: sigma' = -L sigma^(2-2/L) (sigma - b). */
  @ParameterizedTest
  @MethodSource("diagonalProblems")
  void diagonalProblemsDecoupleIntoScalars(int depth, int size, Formulation formulation) {
    double[] targets = {2, 0.5, 1.2};
    double[] starts = {0.1, 0.3, 0.2};
    double[] target = diagonal(size, targets);
    double[] w = diagonal(size, starts);
    Network network = Problems.network(Problems.observed(target, size, size), depth);
    Carry start = Starts.product(network, w);
    Trajectory trajectory = Problems.run(network, start, upTo(formulation, 0.3, 1.0, 3.0));
    assertThat(trajectory.samples()).hasSize(3);
    for (FlowState sample : trajectory.samples()) {
      double[] expected = new double[size];
      for (int r = 0; r < size; r++) {
        expected[r] = scalar(depth, targets[r], starts[r], sample.time());
      }
      assertThat(sample.product()).containsExactly(diagonal(size, expected), within(2e-7));
    }
  }

  private static double[] diagonal(int size, double[] values) {
    double[] matrix = new double[size * size];
    for (int r = 0; r < size; r++) {
      matrix[r * size + r] = values[r];
    }
    return matrix;
  }

  private static double scalar(int depth, double b, double start, double time) {
    if (depth == 1) {
      return b + (start - b) * Math.exp(-time);
    }
    return depth == 2 ? logistic(b, start, time) : integrated(depth, b, start, time);
  }

  /** By another library's integrator. */
  private static double integrated(int depth, double b, double start, double time) {
    double[] sigma = {start};
    new DormandPrince853Integrator(1e-12, 1, 1e-13, 1e-13)
        .integrate(
            new FirstOrderDifferentialEquations() {
              @Override
              public int getDimension() {
                return 1;
              }

              @Override
              public void computeDerivatives(double t, double[] y, double[] slope) {
                slope[0] = -depth * Math.pow(y[0], 2 - 2.0 / depth) * (y[0] - b);
              }
            },
            0,
            sigma,
            time,
            sigma);
    return sigma[0];
  }

  /** Samples at the first times, and the last of them is the end. */
  private static FlowSettings upTo(Formulation formulation, Double... times) {
    return Problems.until(0)
        .with(formulation, IntegratorKind.AUTO)
        .withTolerances(1e-9, 1e-12)
        .upTo(times[times.length - 1], List.of(times));
  }
}
