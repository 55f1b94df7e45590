package io.github.flowcert.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineFunctionTest {
  private static final Vocabulary VOCABULARY = Vocabulary.of("x");

  private record At(double x) implements Quantities {
    @Override
    public double symbol(String name) {
      return x;
    }

    @Override
    public double call(String name, double[] arguments) {
      throw new AssertionError(name);
    }

    @Override
    public double callWithName(String name, String argument) {
      throw new AssertionError(name);
    }
  }

  /** Expected values from Abramowitz and Stegun, tables 6.1, 7.1, 9.1, 17.1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Gamma(x); 5; 24",
        "x!; 5; 120",
        "Erf(x); 1; 0.8427007929",
        "BesselJ(0, x); 1; 0.7651976865579666",
        "EllipticK(x); 0.5; 1.8540746773",
        "1 + 2*Gamma(x)/Sqrt(Pi); 0.5; 3",
      })
  void evaluatesWhatSymjaKnows(String text, double x, double expected) throws ExpressionException {
    Expression expression = Expression.parse(text, VOCABULARY);
    assertThat(expression.evaluate(new At(x))).isCloseTo(expected, within(1e-10 * expected));
  }

  @Test
  void isNotANumberWhereTheValueIsNotReal() throws ExpressionException {
    Expression expression = Expression.parse("ArcSin(x)", VOCABULARY);
    assertThat(expression.evaluate(new At(1))).isCloseTo(Math.PI / 2, within(1e-15));
    assertThat(expression.evaluate(new At(2))).isNaN();
    assertThat(expression.evaluate(new At(Double.NaN))).isNaN();
  }

  @Test
  void canBeSharedBetweenThreads() throws ExpressionException {
    Expression expression = Expression.parse("Gamma(x)", VOCABULARY);
    double[] factorials = {1, 1, 2, 6, 24, 120, 720, 5040};
    double[] errors =
        IntStream.range(0, 400)
            .parallel()
            .map(k -> k % factorials.length)
            .mapToDouble(n -> expression.evaluate(new At(n + 1)) / factorials[n] - 1)
            .map(Math::abs)
            .toArray();
    assertThat(Arrays.stream(errors).max().getAsDouble()).isLessThan(1e-13);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1 + Nosuch(x); column 5: 'nosuch' is no quantity and no numeric function of Symja",
        "Integrate(x, x); column 1: 'integrate' is no quantity and no numeric function of Symja",
        "BesselJ(x); column 1: 'besselj' takes 2 argument(s), found 1",
      })
  void refusesWithALine(String text, String message) {
    assertThatThrownBy(() -> Expression.parse(text, VOCABULARY))
        .isInstanceOf(ExpressionException.class)
        .hasMessage(message);
  }
}
