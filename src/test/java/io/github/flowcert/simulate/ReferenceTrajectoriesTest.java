package io.github.flowcert.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.testing.Problems;
import io.github.flowcert.testing.ReferenceTrajectory;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTrajectoriesTest {
  private static final double ACCURACY = 1e-6;

  static Stream<Arguments> trajectoriesAndFormulations() throws IOException {
    return ReferenceTrajectory.all().stream()
        .flatMap(
            reference ->
                Stream.of(Formulation.FACTORS, Formulation.PRODUCT, Formulation.SINGULAR_VALUES)
                    .map(formulation -> Arguments.of(reference, formulation)));
  }

  @ParameterizedTest
  @MethodSource("trajectoriesAndFormulations")
  void everyFormulationFollowsTheFortyDigitTrajectory(
      ReferenceTrajectory reference, Formulation formulation) {
    assertFollows(reference, formulation, IntegratorKind.AUTO);
  }

  @Test
  void explicitIntegratorFollowsItToo() throws IOException {
    ReferenceTrajectory reference = ReferenceTrajectory.all().get(2);
    for (Formulation formulation : Formulation.values()) {
      assertFollows(reference, formulation, IntegratorKind.DORMAND_PRINCE_853);
    }
  }

  private static void assertFollows(
      ReferenceTrajectory reference, Formulation formulation, IntegratorKind integrator) {
    assertThat(reference.z() * reference.zp()).isPositive();
    Network network = Problems.network(problem(reference), reference.depth());
    Double[] losses =
        reference.samples().stream().map(ReferenceTrajectory.Sample::loss).toArray(Double[]::new);
    FlowSettings settings =
        Problems.until(losses[losses.length - 1] / 2, losses)
            .withTolerances(1e-10, 1e-13)
            .with(formulation, integrator);
    Trajectory trajectory =
        Problems.run(network, Starts.identity(network, reference.alpha()), settings);
    assertThat(trajectory.stop()).isEqualTo(Trajectory.Stop.LOSS);
    List<ReferenceTrajectory.Sample> expected = reference.samples();
    assertThat(trajectory.samples()).hasSize(expected.size() + 1);
    for (int k = 0; k < expected.size(); k++) {
      assertClose(trajectory.samples().get(k), expected.get(k));
    }
  }

  private static MatrixCompletion problem(ReferenceTrajectory reference) {
    return Problems.completion(
        new Double[] {null, reference.z()}, new Double[] {reference.zp(), reference.eps()});
  }

  private static void assertClose(FlowState actual, ReferenceTrajectory.Sample expected) {
    assertThat(actual.loss() / expected.loss()).isCloseTo(1, within(1e-10));
    assertThat(actual.time() / expected.time()).isCloseTo(1, within(ACCURACY));
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        double entry = expected.product().get(i).get(j);
        assertThat(actual.entry(i + 1, j + 1) / entry).isCloseTo(1, within(ACCURACY));
      }
    }
    assertThat(actual.determinantSign()).isEqualTo((int) Math.signum(expected.determinant()));
    double log = Math.log(Math.abs(expected.determinant()));
    assertThat(actual.logAbsDeterminant()).isCloseTo(log, within(ACCURACY));
  }
}
