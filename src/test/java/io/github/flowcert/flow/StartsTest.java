package io.github.flowcert.flow;

import static io.github.flowcert.testing.Matrices.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.testing.Problems;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StartsTest {

  static Stream<Network> networks() {
    Random random = new Random(97);
    return Stream.of(
        Problems.network(Problems.random(random, 2, 2), 1),
        Problems.network(Problems.random(random, 2, 2), 4),
        new Network(Problems.random(random, 2, 2), List.of(5, 3)),
        new Network(Problems.random(random, 3, 5), List.of(3)),
        new Network(Problems.random(random, 3, 5), List.of(4, 9, 3)),
        new Network(Problems.random(random, 5, 3), List.of(7, 4)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void identityStartsAreBalancedAndMultiplyToTheScaledIdentity(Network network) {
    int columns = network.problem().columns();
    for (double scale : new double[] {1e-8, 1e-3, 2}) {
      Carry start = Starts.identity(network, scale);
      double[] product = Factors.product(network, start.factors());
      for (int k = 0; k < product.length; k++) {
        double expected = k / columns == k % columns ? scale : 0;
        assertThat(product[k]).isCloseTo(expected, within(1e-15 * scale));
        assertThat(start.product()[k]).isEqualTo(expected);
      }
      assertThat(start.balanced()).isTrue();
      assertThat(Factors.unbalancedness(network, start.factors()))
          .isLessThanOrEqualTo(1e-15 * Factors.scale(start.factors()));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void productStartsAreBalancedAndMultiplyBack(Network network) {
    Random random = new Random(101);
    double[] w = gaussian(random, network.problem().rows() * network.problem().columns());
    Carry start = Starts.product(network, w);
    assertThat(start.balanced()).isTrue();
    assertThat(start.product()).containsExactly(w);
    assertThat(Factors.product(network, start.factors())).containsExactly(w, within(1e-14));
    assertThat(Factors.unbalancedness(network, start.factors()))
        .isLessThanOrEqualTo(1e-14 * Factors.scale(start.factors()));
    double[] residuals = Problems.gradient(network, w);
    assertThat(start.gradient()).containsExactly(residuals);
  }

  @Test
  void singularProductsHaveBalancedFactorsToo() {
    Network network = new Network(Problems.random(new Random(4), 3, 3), List.of(4, 3));
    double[] w = {1, 2, 3, 2, 4, 6, -1, -2, -3};
    Carry start = Starts.product(network, w);
    assertThat(Factors.product(network, start.factors())).containsExactly(w, within(1e-14));
    // Layers take cube roots of what rounding leaves of a singular value 0.
    assertThat(Factors.unbalancedness(network, start.factors()))
        .isLessThanOrEqualTo(1e-14 * Factors.scale(start.factors()));
  }

  @Test
  void determinantsComeWithSignAndLogarithm() {
    Network two = Problems.network(Problems.analysed(0), 2);
    Carry negative = Starts.product(two, new double[] {1, 2, 3, 4});
    assertThat(negative.determinantSign()).isEqualTo(-1);
    assertThat(negative.logAbsDeterminant()).isCloseTo(Math.log(2), within(1e-15));
    Carry tiny = Starts.identity(two, 1e-200);
    assertThat(tiny.determinantSign()).isEqualTo(1);
    assertThat(tiny.logAbsDeterminant()).isCloseTo(-400 * Math.log(10), within(1e-12));
    Network three = Problems.network(Problems.appendixA(3), 2);
    Carry odd = Starts.product(three, new double[] {0, 2, 0, 0, 0, 3, -5, 0, 0});
    assertThat(odd.determinantSign()).isEqualTo(-1);
    assertThat(odd.logAbsDeterminant()).isCloseTo(Math.log(30), within(1e-14));
    Network wide = Problems.network(Problems.random(new Random(4), 2, 3), 2);
    Carry none = Starts.identity(wide, 1);
    assertThat(none.determinantSign()).isZero();
    assertThat(none.logAbsDeterminant()).isNaN();
  }

  @Test
  void givenFactorsAreKeptAndMultiplied() {
    Network network = Problems.network(Problems.analysed(0), 2);
    List<double[]> factors = List.of(new double[] {1, 2, 3, 4}, new double[] {0, 1, -1, 0});
    Carry start = Starts.factors(network, factors);
    assertThat(start.product()).containsExactly(3, 4, -1, -2);
    assertThat(start.gradient()).containsExactly(0, 3, -2, -2);
    assertThat(start.determinantSign()).isEqualTo(-1);
    assertThat(start.balanced()).isFalse();
  }
}
