package io.github.flowcert.flow;

import static io.github.flowcert.testing.Matrices.withSingularValues;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.testing.Flows;
import io.github.flowcert.testing.Problems;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeterminantCoordinatesTest {

  static Stream<Arguments> depthsSignsAndRatios() {
    return Stream.of(2, 3, 4, 5)
        .flatMap(
            depth ->
                Stream.of(1, -1)
                    .flatMap(
                        sign ->
                            Stream.of(1.0, 1 - 1e-9, 1 - 1e-6, 1 - 1e-3, 0.5, 0.1, 1e-3)
                                .map(ratio -> Arguments.of(depth, sign, ratio))));
  }

  @ParameterizedTest
  @MethodSource("depthsSignsAndRatios")
  void carriedProductMovesAsInTheProductFormulation(int depth, int sign, double ratio) {
    Random random = new Random(31);
    for (int draw = 0; draw < 20; draw++) {
      Network network = Problems.network(Problems.random(random, 2, 2), depth);
      double[] w = withSingularValues(random, 2, 2, 1, 1.3, 1.3 * ratio * sign);
      Carry point = Problems.at(network, w);
      assertThat(point.determinantSign()).isEqualTo(sign);
      DeterminantCoordinates unknowns = new DeterminantCoordinates(network, point, 1e-8);
      double[] expected =
          new ProductCoordinates(network, point, 1e-8, 1e-12).computeDerivatives(0, w);
      double[] actual = Flows.productSlope(unknowns, unknowns.start(), 1e-6);
      assertThat(unknowns.carry(unknowns.start()).product()).containsExactly(w, within(1e-13));
      assertThat(actual).containsExactly(expected, within(1e-7 * (1 + Flat.maxAbs(expected))));
    }
  }

  @ParameterizedTest
  @MethodSource("depthsSignsAndRatios")
  void analyticJacobianAgreesWithDifferences(int depth, int sign, double ratio) {
    Random random = new Random(37);
    for (int draw = 0; draw < 20; draw++) {
      Network network = Problems.network(Problems.random(random, 2, 2), depth);
      double[] w = withSingularValues(random, 2, 2, 1, 1.3, 1.3 * ratio * sign);
      DeterminantCoordinates unknowns =
          new DeterminantCoordinates(network, Problems.at(network, w), 1e-8);
      double[] y = unknowns.start();
      double[] jacobian = new double[16];
      unknowns.fill(0, y, unknowns.computeDerivatives(0, y), jacobian);
      double[] expected = Flows.jacobian(unknowns, y, 1e-5);
      assertThat(jacobian).containsExactly(expected, within(1e-6 * (1 + Flat.maxAbs(expected))));
    }
  }

  @Test
  void stateKeepsWhatEntriesCannotTell() {
    Network network = Problems.network(Problems.analysed(0), 2);
    double[] w = {7, 1, 1, 1.0 / 7};
    double[] residual = {0, 1e-12, 1e-12, 1.0 / 7};
    DeterminantCoordinates unknowns =
        new DeterminantCoordinates(network, new Carry(w, residual, 1, -2500, true, null), 1e-8);
    FlowState state = unknowns.observe(3, unknowns.start());
    assertThat(state.logSingularValues()[0]).isCloseTo(Math.log(50.0 / 7), within(1e-12));
    assertThat(state.logSingularValues()[1])
        .isCloseTo(-2500 - Math.log(50.0 / 7), within(1e-12 * 2500));
    assertThat(state.logAbsDeterminant()).isEqualTo(-2500);
    assertThat(state.determinantSign()).isEqualTo(1);
    assertThat(state.loss()).isCloseTo(1.0 / 98, within(1e-11));
    // The residual is carried as such, not as 1 - 1e-12 minus 1.
    assertThat(unknowns.carry(unknowns.start()).gradient()[1]).isEqualTo(1e-12);
  }

  @Test
  void singularAndShallowProblemsAreRefused() {
    Network deep = Problems.network(Problems.analysed(0), 2);
    Network shallow = Problems.network(Problems.analysed(0), 1);
    double[] regular = {1, 0, 0, 1};
    assertThatThrownBy(
            () ->
                new DeterminantCoordinates(
                    deep, Problems.at(deep, new double[] {1, 1, 1, 1}), 1e-8))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new DeterminantCoordinates(shallow, Problems.at(shallow, regular), 1e-8))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
