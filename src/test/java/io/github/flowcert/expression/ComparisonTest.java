package io.github.flowcert.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  private static final Vocabulary VOCABULARY = Vocabulary.of("x", "y");

  private record Point(double x, double y) implements Quantities {
    @Override
    public double symbol(String name) {
      return name.equals("x") ? x : y;
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

  @ParameterizedTest
  @CsvSource({
    "x > y, 3, 1, 2, true",
    "x > y, 1, 3, -2, false",
    "x > y, 1, 1, 0, false",
    "x >= y, 1, 1, 0, true",
    "x >= y, 3, 1, 2, true",
    "x < y, 1, 3, 2, true",
    "x < y, 3, 1, -2, false",
    "x < y, 1, 1, 0, false",
    "x <= y, 1, 1, 0, true",
    "x <= y, 3, 1, -2, false",
    "x <= y, Infinity, Infinity, NaN, true",
    "x > y, NaN, 1, NaN, false",
    "x <= y, NaN, 1, NaN, false",
  })
  void hasAMarginThatIsPositiveWhereItHolds(
      String text, double x, double y, double margin, boolean holds) throws ExpressionException {
    Comparison comparison = Comparison.parse(text, VOCABULARY, Map.of());
    Point point = new Point(x, y);
    assertThat(comparison.left(point)).isEqualTo(Double.valueOf(x));
    assertThat(comparison.right(point)).isEqualTo(Double.valueOf(y));
    assertThat(comparison.margin(point)).isEqualTo(Double.valueOf(margin));
    assertThat(comparison.holds(point)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "GREATER, 4, 1, 0.25",
    "GREATER_OR_EQUAL, 1, 4, 4",
    "LESS, 1, 4, 0.25",
    "LESS_OR_EQUAL, 4, 1, 4",
    "LESS_OR_EQUAL, 4, 4, 1",
    "GREATER, 4, 0, NaN",
    "GREATER, 4, -1, NaN",
    "GREATER, -4, 1, NaN",
    "LESS, 0, 1, NaN",
    "LESS, 1, Infinity, NaN",
    "LESS, 1, NaN, NaN"
  })
  void isTightWhereTwoPositiveSidesMeet(
      Relation relation, double left, double right, double tightness) {
    assertThat(relation.tightness(left, right)).isEqualTo(Double.valueOf(tightness));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 < x < y", "0 < x <= y", "0 > x < y"})
  void refusesChains(String text) {
    assertThatThrownBy(() -> Comparison.parse(text, VOCABULARY, Map.of()))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("chain of comparisons");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x == y", "x != y", "x = y"})
  void refusesEqualities(String text) {
    assertThatThrownBy(() -> Comparison.parse(text, VOCABULARY, Map.of()))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("not compared for equality");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x + y", "x > y && y > 0", "Sqrt(x)", "1"})
  void refusesWhatIsNotOneComparison(String text) {
    assertThatThrownBy(() -> Comparison.parse(text, VOCABULARY, Map.of()))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("a comparison with >, >=, < or <= is expected");
  }

  @ParameterizedTest
  @CsvSource({
    "x > 0 && y > 0, 1, -1, false",
    "x > 0 || y > 0, 1, -1, true",
    "!(x > 0) || y > 0, 1, -1, false",
    "!x > 0, -1, 0, true",
    "x > 0 && y > 0 || y < -5, -1, -6, true",
    "x > 0 && (y > 0 || y < -5), -1, -6, false",
  })
  void conditionsAreJoinedAsInLogic(String text, double x, double y, boolean expected)
      throws ExpressionException {
    Condition condition = Condition.parse(text, VOCABULARY, Map.of());
    assertThat(condition.holds(new Point(x, y))).isEqualTo(expected);
  }

  @Test
  void refusesConditionsThatAreNone() {
    assertThatThrownBy(() -> Condition.parse("x", VOCABULARY, Map.of()))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("a comparison is expected, found 'x'");
  }
}
