package io.github.flowcert.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.testing.Problems;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStartsTest {
  private static final int SEEDS = 2000;

  /** The two kinds of random start. */
  enum Kind {
    BALANCED,
    GAUSSIAN;

    Carry start(Network network, double scale, long seed, int sign) {
      return this == BALANCED
          ? RandomStarts.balancedGaussian(network, scale, seed, sign)
          : RandomStarts.gaussian(network, scale, seed, sign);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedGivesTheSameStartAndAnotherSeedAnother(Kind kind) {
    Network network = Problems.network(Problems.analysed(0), 3);
    double[] once = kind.start(network, 0.1, 7, 0).product();
    assertThat(kind.start(network, 0.1, 7, 0).product()).containsExactly(once);
    assertThat(kind.start(network, 0.1, 8, 0).product()).isNotEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource
  void signOfTheDeterminantIsHonoured(Kind kind) {
    Network network = Problems.network(Problems.appendixA(3), 2);
    for (long seed = 0; seed < 50; seed++) {
      assertThat(kind.start(network, 0.1, seed, 1).determinantSign()).isEqualTo(1);
      assertThat(kind.start(network, 0.1, seed, -1).determinantSign()).isEqualTo(-1);
      Carry any = kind.start(network, 0.1, seed, 0);
      Carry asked = kind.start(network, 0.1, seed, any.determinantSign());
      assertThat(asked.product()).containsExactly(any.product());
    }
  }

  @ParameterizedTest
  @EnumSource
  void signThatCannotBeHadIsReported(Kind kind) {
    Network wide = Problems.network(Problems.random(new Random(1), 2, 3), 2);
    assertThatThrownBy(() -> kind.start(wide, 0.1, 1, 1)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  void balanceIsAsTheKindSays(Kind kind) {
    Network network = new Network(Problems.random(new Random(1), 3, 4), List.of(5, 3));
    Carry start = kind.start(network, 0.3, 1, 0);
    double relative =
        Factors.unbalancedness(network, start.factors()) / Factors.scale(start.factors());
    if (kind == Kind.BALANCED) {
      assertThat(start.balanced()).isTrue();
      assertThat(relative).isLessThan(1e-14);
    } else {
      assertThat(start.balanced()).isFalse();
      assertThat(relative).isGreaterThan(1e-2);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.1, 3})
  void productEntriesOfBalancedStartsHaveTheDeviationAskedFor(double scale) {
    Network network = new Network(Problems.random(new Random(1), 3, 2), List.of(4, 2));
    assertDeviation(Kind.BALANCED, network, scale);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.1, 3})
  void productEntriesOfIndependentLayersHaveTheDeviationAskedFor(double scale) {
    Network network = new Network(Problems.random(new Random(1), 3, 2), List.of(4, 2));
    assertDeviation(Kind.GAUSSIAN, network, scale);
  }

  /** The mean square of an entry over many seeds, within three of its own standard errors. */
  private static void assertDeviation(Kind kind, Network network, double scale) {
    for (int entry = 0; entry < 6; entry++) {
      SummaryStatistics squares = new SummaryStatistics();
      SummaryStatistics values = new SummaryStatistics();
      for (long seed = 0; seed < SEEDS; seed++) {
        double value = kind.start(network, scale, seed, 0).product()[entry];
        squares.addValue(value * value / (scale * scale));
        values.addValue(value / scale);
      }
      double root = Math.sqrt(SEEDS);
      assertThat(squares.getMean()).isCloseTo(1, within(3 * squares.getStandardDeviation() / root));
      assertThat(values.getMean()).isCloseTo(0, within(3 * values.getStandardDeviation() / root));
    }
  }

  @Test
  void theSignsOfTinyMatricesAreThoseOfTheSameMatricesAtScaleOne() {
    Network network = Problems.network(Problems.appendixA(3), 3);
    IntSupplier tiny = RandomStarts.gaussianSigns(network, 1e-200, 5);
    IntSupplier plain = RandomStarts.gaussianSigns(network, 1, 5);
    for (int draw = 0; draw < 1000; draw++) {
      assertThat(tiny.getAsInt()).isEqualTo(plain.getAsInt()).isNotZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void signsAreThoseOfTheMatricesDrawn(Kind kind) {
    for (Network network :
        List.of(
            Problems.network(Problems.analysed(0), 3),
            Problems.network(Problems.appendixA(4), 2),
            new Network(Problems.analysed(0), List.of(3)))) {
      for (long seed = 0; seed < 40; seed++) {
        IntSupplier signs =
            kind == Kind.BALANCED
                ? RandomStarts.balancedGaussianSigns(network, 0.1, seed)
                : RandomStarts.gaussianSigns(network, 0.1, seed);
        assertThat(signs.getAsInt()).isEqualTo(kind.start(network, 0.1, seed, 0).determinantSign());
        assertThat(IntStream.generate(signs).limit(60)).contains(1, -1);
      }
    }
  }
}
