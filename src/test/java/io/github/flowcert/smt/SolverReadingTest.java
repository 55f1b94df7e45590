package io.github.flowcert.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.z3.Status;
import io.github.flowcert.expression.Argument;
import io.github.flowcert.expression.Condition;
import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.reading.NoReadingException;
import io.github.flowcert.testing.Z3;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolverReadingTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.of("x", "y", "abs2", "let", "pi2")
          .withCall("w", new Argument.Index(1, 3), new Argument.Index(1, 3))
          .withCall("schatten", new Argument.Positive())
          .withCall("norm", new Argument.Name(Set.of("nuclear")));

  private final SolverReading reading = new SolverReading();

  private SmtTerm term(String text) throws ExpressionException, NoReadingException {
    return reading.read(Expression.parse(text, VOCABULARY).term());
  }

  private SmtTerm formula(String text) throws ExpressionException, NoReadingException {
    return reading.read(Condition.parse(text, VOCABULARY, Map.of()).formula());
  }

  /** Whether statements can hold at once where all terms have values. */
  private Status together(String... statements) throws ExpressionException, NoReadingException {
    List<SmtTerm> assertions = new ArrayList<>();
    for (String statement : statements) {
      assertions.add(formula(statement));
    }
    reading.translation().obligations().forEach(each -> assertions.add(each.condition()));
    return Z3.status(reading.translation().script(assertions));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1/3; (/ 1.0 3.0)",
        "-0.1; (- (/ 1.0 10.0))",
        "3*x + 2; (+ (* 3.0 x) 2.0)",
        "x/4; (* (/ 1.0 4.0) x)",
        "x^3; (* x x x)",
        "x - y; (+ x (* (- 1.0) y))",
        "2^(-3); (/ 1.0 8.0)",
        "w(1,2)*schatten(1/2); (* w_1_2 schatten_0.5)",
        "schatten(Infinity); schatten_infinity",
        "norm(nuclear); norm_nuclear",
        "let; let_2",
      })
  void whatIsPolynomialIsWrittenOut(String text, String expected)
      throws ExpressionException, NoReadingException {
    assertThat(term(text)).hasToString(expected);
    assertThat(reading.translation().obligations()).isEmpty();
    assertThat(reading.translation().variables())
        .allMatch(each -> each.role() == Variable.Role.QUANTITY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x/y; (not (= y 0.0)); the divisor is not zero",
        "Sqrt(x); (>= x 0.0); the radicand is not negative",
        "x^(3/2); (>= x 0.0); the radicand is not negative",
        "x^(-3/2); (> x 0.0); the base is positive",
        "x^(-3); (not (= x 0.0)); the base is not zero",
        "x^y; (> x 0.0); the base is positive",
        "Log(x); (> x 0.0); the argument of the logarithm is positive",
        "If(y > 0, 1/x, 2); (=> (> y 0.0) (not (= x 0.0))); the divisor is not zero",
        "If(y > 0, 1, 2/x); (=> (not (> y 0.0)) (not (= x 0.0))); the divisor is not zero",
      })
  void whereATermHasNoValueEverywhereThereIsAnObligation(
      String text, String condition, String reason) throws ExpressionException, NoReadingException {
    term(text);
    assertThat(reading.translation().obligations())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.condition()).hasToString(condition);
              assertThat(each.reason()).isEqualTo(reason);
            });
  }

  /** What holds, with the strict opposite of it, which does not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(x + y)/(x - y) > 1; y > 0 && x > y",
        "Sqrt(x)*Sqrt(x) <= x; x > 0",
        "Sqrt(x + y) <= Sqrt(x) + Sqrt(y); x > 1",
        "Abs(x + y) <= Abs(x) + Abs(y); x < 3",
        "Abs(x) > x; x < 0",
        "Min(x, y) + Max(x, y) >= x + y; x < y",
        "Max(x, y, 1) >= 1; x < y",
        "Min(x, y, 1) <= y; x < y",
        "x^(3/2)*x^(3/2) <= x^3; x > 0",
        "x^(-1/2)*Sqrt(x) >= 1; x > 2",
        "x^(1/3) < 2; x < 8",
        "x^(-2)*x^2 >= 1; x < 5",
        "Sign(x)*Abs(x) <= x; x < 7",
        "Sign(x) <= -1; x < 0",
        "If(x > 0, x, -x) >= 0; x < 7",
        "If(x > 0, 1/x, 2) > 0; x < 7",
        "Exp(x)*Exp(y) > 0; x < 7",
        "Pi > 3.1415926535 && Pi < 3.1415926536; x > 0",
        "E^2 < 7.3890560990 && E > 2.7182818284; x > 0",
        "Log(2) > 0.6931471805 && Log(2) < 0.6931471806; x > 0",
        "Log(2, 8) > 2.9999999 && Log(2, 8) < 3.0000001; x > 0",
        "Cos(x) <= 1 && Cosh(x) >= 1; x > 0",
      })
  void whatIsTrueCannotFail(String statement, String hypothesis)
      throws ExpressionException, NoReadingException {
    assertThat(together(hypothesis, "!(" + statement + ")")).isEqualTo(Status.UNSATISFIABLE);
    assertThat(together(hypothesis, statement)).isEqualTo(Status.SATISFIABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Sqrt(x + y) >= Sqrt(x) + Sqrt(y); x > 1",
        "Abs(x) > x; x > -1",
        "Min(x, y) >= x; x > -1",
        "Max(x, y) <= x; x > -1",
        "Sqrt(x) < x; x > 0",
        "Sign(x) >= 0; y > 0",
        "If(x > 0, x, 1) > 1; y > 0",
        "x^(1/3) < 2; x < 9 && x > 0",
      })
  void whatIsFalseCanFail(String statement, String hypothesis)
      throws ExpressionException, NoReadingException {
    assertThat(together(hypothesis, "!(" + statement + ")")).isEqualTo(Status.SATISFIABLE);
  }

  /** Otherwise a query with a forgotten obligation would prove anything. */
  @ParameterizedTest
  @CsvSource({
    "1/x > y, x >= 0 && x <= 0",
    "Sqrt(x) > y, x < 0",
    "x^(3/2) > y, x < 0",
    "x^(-3) > y, x >= 0 && x <= 0",
    "Log(x) > y, x < 0"
  })
  void definitionsNeverContradictEachOther(String statement, String hypothesis)
      throws ExpressionException, NoReadingException {
    List<SmtTerm> assertions = List.of(formula(statement), formula(hypothesis));
    assertThat(Z3.status(reading.translation().script(assertions))).isEqualTo(Status.SATISFIABLE);
    assertThat(together(hypothesis)).isEqualTo(Status.UNSATISFIABLE);
  }

  @Test
  void theSameTermHasOneConstant() throws ExpressionException, NoReadingException {
    SmtTerm once = term("Sqrt(w(1,1)) + Log(x)");
    assertThat(term("Sqrt(w(1,1)) + Log(x)")).isEqualTo(once);
    assertThat(reading.translation().variables())
        .extracting(Variable::name)
        .containsExactly("w_1_1", "sqrt!1", "x", "log!3");
    assertThat(reading.translation().obligations()).hasSize(2);
  }

  @Test
  void anOpaqueConstantKeepsItsTerm() throws ExpressionException, NoReadingException {
    term("Log(1 + x^2)");
    Variable log = reading.translation().variables().get(1);
    assertThat(log.role()).isEqualTo(Variable.Role.OPAQUE);
    assertThat(log.domain()).hasToString("(> (+ 1.0 (* x x)) 0.0)");
    assertThat(log.term()).isEqualTo(Expression.parse("Log(1 + x^2)", VOCABULARY).term());
  }

  @Test
  void queriesAreInStandardSyntax() throws ExpressionException, NoReadingException {
    SmtTerm statement = formula("1/x < 2 || x > y");
    assertThat(reading.translation().script(List.of(statement)))
        .isEqualTo(
            """
            (set-logic QF_NRA)
            (declare-const x Real)
            (declare-const quotient!1 Real)
            (declare-const y Real)
            (assert (=> (not (= x 0.0)) (= (* quotient!1 x) 1.0)))
            (assert (or (< quotient!1 2.0) (> x y)))
            (check-sat)
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tan(x)", "Gamma(x)", "x + Infinity", "ArcTan(x, y)"})
  void whatMightHaveNoValueHasNoReading(String text) {
    assertThatThrownBy(() -> term(text))
        .isInstanceOf(NoReadingException.class)
        .hasMessageContaining("has no solver reading");
  }
}
