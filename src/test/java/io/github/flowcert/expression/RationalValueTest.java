package io.github.flowcert.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalValueTest {
  private static final Vocabulary NAMES = Vocabulary.of("x", "y");
  private static final Map<String, BigFraction> POINT =
      Map.of("x", new BigFraction(-2, 3), "y", new BigFraction(9, 4));

  @ParameterizedTest
  @CsvSource({
    "x + y, 19, 12",
    "x*y, -3, 2",
    "y/x, -27, 8",
    "Abs(x), 2, 3",
    "Sqrt(y), 3, 2",
    "x^3, -8, 27",
    "x^(-2), 9, 4",
    "0.125*x, -1, 12"
  })
  void rationalValuesAreExact(String text, int above, int below) {
    assertThat(value(text)).contains(new BigFraction(above, below));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sqrt(x)", "Sqrt(2)", "1/(x - x)", "(x - x)^0", "Log(y)", "y^(1/3)"})
  void whatHasNoValueOrNoRationalOneHasNone(String text) {
    assertThat(value(text)).isEmpty();
  }

  @Test
  void substitutionReplacesSymbolsOnly() throws ExpressionException {
    Term y = Expression.parse("y + 1", NAMES).term();
    Formula there =
        Rewriting.substitution(Map.of("x", y))
            .apply(Statement.parse("x^2 == 2*x || !(Abs(x) < 1)", NAMES).formula());

    assertThat(there)
        .isEqualTo(Statement.parse("(y + 1)^2 == 2*(y + 1) || !(Abs(y + 1) < 1)", NAMES).formula());
  }

  private static Optional<BigFraction> value(String text) {
    try {
      return RationalValue.of(Expression.parse(text, NAMES).term(), POINT);
    } catch (ExpressionException e) {
      throw new AssertionError(e);
    }
  }
}
