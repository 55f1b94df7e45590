package io.github.flowcert.flow;

import static io.github.flowcert.testing.Matrices.flat;
import static io.github.flowcert.testing.Matrices.gaussian;
import static io.github.flowcert.testing.Matrices.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.testing.Flows;
import io.github.flowcert.testing.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactorsCoordinatesTest {

  private static final double[] LABELS = {0.5, -2};

  static Stream<Network> networks() {
    Random random = new Random(71);
    MatrixCompletion square = Problems.random(random, 2, 2);
    MatrixCompletion wide = Problems.random(random, 2, 4);
    MatrixCompletion tall = Problems.random(random, 4, 3);
    return Stream.of(
        new Network(square, List.of()),
        new Network(square, List.of(2)),
        new Network(square, List.of(2, 2)),
        new Network(square, List.of(5, 3, 4)),
        new Network(wide, List.of(2)),
        new Network(wide, List.of(6, 3)),
        new Network(wide, List.of(2, 2, 2, 2)),
        new Network(tall, List.of(3, 7)),
        new Network(tall, List.of(5)),
        new Network(Problems.sensing(random, 3, 2, 4), List.of()),
        new Network(Problems.sensing(random, 2, 4, 3), List.of(3, 2)),
        new Network(Problems.sensing(random, 4, 3, 7), List.of(3)),
        new Network(LeastSquares.of(new double[][] {{1, 2, -1}, {0, 3, 4}}, LABELS), List.of()));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void productOfBalancedFactorsMovesByLemmaOne(Network network) {
    Random random = new Random(73);
    int rows = network.problem().rows();
    int columns = network.problem().columns();
    double[] w = gaussian(random, rows * columns);
    double[] g = Problems.gradient(network, w);
    double[] expected = Flows.lemmaOne(network.depth(), w, g, rows, columns);
    FactorsCoordinates unknowns = coordinates(network, Starts.product(network, w));
    double[] actual = Flows.productSlope(unknowns, unknowns.start(), 1e-6);
    assertThat(actual).containsExactly(expected, within(1e-7 * (1 + Flat.maxAbs(expected))));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void unbalancednessIsConservedWhateverItIs(Network network) {
    Random random = new Random(79);
    FactorsCoordinates unknowns = coordinates(network, unbalanced(network, random));
    double[] y = unknowns.start();
    double[] slope = unknowns.computeDerivatives(0, y);
    assertThat(Flat.maxAbs(slope)).isGreaterThan(0.1);
    for (int l = 1; l < network.depth(); l++) {
      RealMatrix upper = layer(network, y, l + 1);
      RealMatrix lower = layer(network, y, l);
      RealMatrix upperSlope = layer(network, slope, l + 1);
      RealMatrix lowerSlope = layer(network, slope, l);
      RealMatrix above = upperSlope.transposeMultiply(upper);
      RealMatrix below = lowerSlope.multiplyTransposed(lower);
      RealMatrix drift = above.add(above.transpose()).subtract(below).subtract(below.transpose());
      assertThat(drift.getNorm1()).isLessThan(1e-12 * (1 + above.getNorm1()));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void jacobianIsSymmetricAndAgreesWithDifferences(Network network) {
    Random random = new Random(83);
    FactorsCoordinates unknowns = coordinates(network, unbalanced(network, random));
    double[] y = unknowns.start();
    int n = y.length;
    double[] jacobian = new double[n * n];
    unknowns.fill(0, y, unknowns.computeDerivatives(0, y), jacobian);
    assertThat(Flat.transpose(jacobian, n, n))
        .containsExactly(jacobian, within(1e-12 * Flat.maxAbs(jacobian)));
    double[] expected = Flows.jacobian(unknowns, y, 1e-5);
    assertThat(jacobian).containsExactly(expected, within(1e-7 * (1 + Flat.maxAbs(expected))));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void slopeIsMinusTheGradientOfTheLoss(Network network) {
    Random random = new Random(89);
    FactorsCoordinates unknowns = coordinates(network, unbalanced(network, random));
    double[] y = unknowns.start();
    double[] slope = unknowns.computeDerivatives(0, y);
    for (int k = 0; k < y.length; k++) {
      double[] ahead = y.clone();
      double[] behind = y.clone();
      ahead[k] += 1e-5;
      behind[k] -= 1e-5;
      double change = unknowns.observe(0, ahead).loss() - unknowns.observe(0, behind).loss();
      assertThat(slope[k]).isCloseTo(-change / 2e-5, within(1e-7 * (1 + Flat.maxAbs(slope))));
    }
  }

  @Test
  void stateOfUnbalancedFactorsTellsByHowMuch() {
    Network network = Problems.network(Problems.analysed(0), 2);
    List<double[]> factors = List.of(new double[] {1, 0, 0, 2}, new double[] {3, 0, 0, -1});
    FactorsCoordinates unknowns = coordinates(network, Starts.factors(network, factors));
    FlowState state = unknowns.observe(0, unknowns.start());
    // W_2^T W_2 - W_1 W_1^T = diag(9 - 1, 1 - 4)
    assertThat(state.unbalancedness()).isCloseTo(Math.sqrt(64 + 9), within(1e-14));
    assertThat(state.factorScale()).isCloseTo(10, within(1e-14));
    assertThat(state.determinantSign()).isEqualTo(-1);
    assertThat(state.logAbsDeterminant()).isCloseTo(Math.log(6), within(1e-14));
    assertThat(state.product()).containsExactly(3, 0, 0, -2);
  }

  @Test
  void determinantOfGradedFactorsIsKnownBetterThanTheProductTells() {
    // Each factor is (1 e; e 1) with e = 1 - 2^-30: det = 2^-29 - 2^-60 each, 3e-9.
    Network network = Problems.network(Problems.analysed(0), 3);
    double e = 1 - 0x1p-30;
    double[] factor = {1, e, e, 1};
    FactorsCoordinates unknowns =
        coordinates(network, Starts.factors(network, List.of(factor, factor, factor)));
    FlowState state = unknowns.observe(0, unknowns.start());
    double log = 3 * Math.log(0x1p-29 - 0x1p-60);
    assertThat(state.logAbsDeterminant()).isCloseTo(log, within(1e-13));
    assertThat(state.logSingularValues()[1]).isCloseTo(log - 3 * Math.log(1 + e), within(1e-12));
  }

  private static FactorsCoordinates coordinates(Network network, Carry start) {
    return new FactorsCoordinates(network, start, 1e-8, 1e-12);
  }

  private static Carry unbalanced(Network network, Random random) {
    List<double[]> factors = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      factors.add(gaussian(random, network.width(l) * network.width(l - 1)));
    }
    return Starts.factors(network, factors);
  }

  private static RealMatrix layer(Network network, double[] y, int l) {
    int from = 0;
    for (int k = 1; k < l; k++) {
      from += network.width(k) * network.width(k - 1);
    }
    int size = network.width(l) * network.width(l - 1);
    return matrix(Arrays.copyOfRange(y, from, from + size), network.width(l), network.width(l - 1));
  }

  @Test
  void unknownsAreTheFactorsInOrder() {
    Network network = new Network(Problems.random(new Random(2), 2, 3), List.of(4));
    Carry start = unbalanced(network, new Random(3));
    FactorsCoordinates unknowns = coordinates(network, start);
    double[] y = unknowns.start();
    assertThat(flat(layer(network, y, 1))).containsExactly(start.factors().get(0));
    assertThat(flat(layer(network, y, 2))).containsExactly(start.factors().get(1));
    double[] product = flat(layer(network, y, 2).multiply(layer(network, y, 1)));
    assertThat(unknowns.carry(y).product()).containsExactly(product, within(1e-14));
  }
}
