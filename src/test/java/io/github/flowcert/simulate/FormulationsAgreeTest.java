package io.github.flowcert.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.RandomStarts;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.testing.Problems;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The strongest check there is: unrelated sets of unknowns give one trajectory. */
class FormulationsAgreeTest {
  private static final Double[] LOSSES = {1.0, 0.3, 1e-1, 1e-2, 1e-3};

  private static final MatrixCompletion WIDE =
      Problems.completion(new Double[] {1.0, null, -0.5}, new Double[] {null, 2.0, 0.7});
  private static final MatrixCompletion TALL =
      Problems.completion(
          new Double[] {1.0, null}, new Double[] {null, 2.0}, new Double[] {-0.5, 0.7});
  private static final MatrixCompletion SQUARE =
      Problems.completion(
          new Double[] {1.0, null, 0.3, -1.2},
          new Double[] {null, 2.0, null, 0.7},
          new Double[] {-0.5, null, 1.5, null},
          new Double[] {0.4, -0.8, null, 1.0});

  static Stream<Arguments> cases() {
    return Stream.of(1, 2, 3)
        .flatMap(
            depth ->
                Stream.of(WIDE, TALL, SQUARE)
                    .map(problem -> Problems.network(problem, depth))
                    .flatMap(
                        network ->
                            Stream.of(
                                Arguments.of(network, Starts.identity(network, 0.1)),
                                Arguments.of(
                                    network, RandomStarts.balancedGaussian(network, 0.2, 5, 0)))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void formulationsGiveTheSameSamples(Network network, Carry start) {
    List<FlowState> factors = samples(network, start, Formulation.FACTORS, IntegratorKind.AUTO);
    assertSame(samples(network, start, Formulation.PRODUCT, IntegratorKind.AUTO), factors);
    assertSame(samples(network, start, Formulation.SINGULAR_VALUES, IntegratorKind.AUTO), factors);
    assertSame(samples(network, start, Formulation.AUTO, IntegratorKind.AUTO), factors);
  }

  @Test
  void hiddenLayersWiderThanNeededDoNotChangeBalancedProducts() {
    Network narrow = new Network(WIDE, List.of(2, 2));
    Network wide = new Network(WIDE, List.of(5, 3));
    double[] w = {0.3, -0.1, 0.2, 0.1, 0.2, -0.3};
    assertSame(
        samples(wide, Starts.product(wide, w), Formulation.FACTORS, IntegratorKind.AUTO),
        samples(narrow, Starts.product(narrow, w), Formulation.AUTO, IntegratorKind.AUTO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dormand-prince-853", "gragg-bulirsch-stoer", "radau"})
  void integratorsGiveTheSameSamples(String word) {
    Network network = Problems.network(SQUARE, 3);
    Carry start = Starts.identity(network, 0.1);
    IntegratorKind kind = IntegratorKind.of(word).orElseThrow();
    assertSame(
        samples(network, start, Formulation.FACTORS, kind),
        samples(network, start, Formulation.SINGULAR_VALUES, IntegratorKind.RADAU));
  }

  @Test
  void chebyshevsMethodGivesTheSameSamplesToItsOwnAccuracy() {
    Network network = Problems.network(SQUARE, 3);
    Carry start = Starts.identity(network, 0.1);
    List<FlowState> expected = samples(network, start, Formulation.AUTO, IntegratorKind.RADAU);
    FlowSettings settings =
        Problems.until(1e-3, LOSSES)
            .withTolerances(1e-8, 1e-10)
            .with(Formulation.FACTORS, IntegratorKind.RUNGE_KUTTA_CHEBYSHEV);
    List<FlowState> actual = Problems.run(network, start, settings).samples();
    assertThat(actual).hasSameSizeAs(expected);
    for (int k = 0; k < actual.size(); k++) {
      assertThat(actual.get(k).time() / expected.get(k).time()).isCloseTo(1, within(1e-4));
      assertThat(actual.get(k).product()).containsExactly(expected.get(k).product(), within(1e-4));
    }
  }

  private static List<FlowState> samples(
      Network network, Carry start, Formulation formulation, IntegratorKind integrator) {
    FlowSettings settings =
        Problems.until(1e-3, LOSSES).withTolerances(1e-10, 1e-12).with(formulation, integrator);
    Trajectory trajectory = Problems.run(network, start, settings);
    assertThat(trajectory.stop()).as(trajectory.stopReason()).isEqualTo(Trajectory.Stop.LOSS);
    return trajectory.samples();
  }

  private static void assertSame(List<FlowState> actual, List<FlowState> expected) {
    assertThat(actual).hasSameSizeAs(expected).hasSizeGreaterThanOrEqualTo(4);
    for (int k = 0; k < actual.size(); k++) {
      FlowState one = actual.get(k);
      FlowState other = expected.get(k);
      assertThat(one.time() / other.time()).isCloseTo(1, within(1e-6));
      double size = Flat.maxAbs(other.product());
      assertThat(one.product()).containsExactly(other.product(), within(1e-6 * size));
      assertThat(one.logSingularValues()).containsExactly(other.logSingularValues(), within(1e-5));
      assertThat(one.determinantSign()).isEqualTo(other.determinantSign());
    }
  }
}
