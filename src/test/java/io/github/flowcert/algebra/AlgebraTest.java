package io.github.flowcert.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Term;
import io.github.flowcert.expression.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlgebraTest {
  private static final Algebra ALGEBRA = new Algebra();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (x + y)^3            | x^3 + 3*x^2*y + 3*x*y^2 + y^3
          (1 - x)^2/x          | 1/x - 2 + x
          (x^2 - y^2)/(x + y)  | x - y
          Sqrt(x)^2*0.25       | x/4
          """)
  void identitiesReduceToZero(String left, String right) {
    assertThat(ALGEBRA.reducesToZero(term(left), term(right))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (x + y)^3            | x^3 + 3*x^2*y - 3*x*y^2 + y^3
          (1 - x)^2/x          | 1/x + 2 + x
          (x^2 - y^2)/(x + y)  | y - x
          Sqrt(x^2)            | x
          """)
  void whatDiffersDoesNot(String left, String right) {
    assertThat(ALGEBRA.reducesToZero(term(left), term(right))).isFalse();
  }

  private static Term term(String text) {
    try {
      return Expression.parse(text, Vocabulary.of("x", "y")).term();
    } catch (ExpressionException e) {
      throw new AssertionError(e);
    }
  }
}
