package io.github.flowcert.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.of("t", "loss")
          .withCall("w", new Argument.Index(1, 2), new Argument.Index(1, 3))
          .withCall("schatten", new Argument.Positive())
          .withCall("norm", new Argument.Name(Set.of("nuclear", "spectral")))
          .withAbsent("det", "needs a square matrix");

  /** t = 2, loss = 1/4, w(i,j) = 10 i + j, schatten(p) = p, norm(nuclear) = 7. */
  private static final Quantities QUANTITIES =
      new Quantities() {
        @Override
        public double symbol(String name) {
          return name.equals("t") ? 2 : 0.25;
        }

        @Override
        public double call(String name, double[] arguments) {
          return name.equals("w") ? 10 * arguments[0] + arguments[1] : arguments[0];
        }

        @Override
        public double callWithName(String name, String argument) {
          return argument.length();
        }
      };

  private static double valueOf(String text) throws ExpressionException {
    return Expression.parse(text, VOCABULARY).evaluate(QUANTITIES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1/2; 0.5",
        "-1/2; -0.5",
        "2^-1; 0.5",
        "-2^2; -4",
        "2^3^2; 512",
        "7 - 2 - 1; 4",
        "16/4/2; 2",
        "16/4*2; 8",
        "-t/4; -0.5",
        "2(t + 1); 6",
        "t loss; 0.5",
        "loss/t; 0.125",
        "3/(2*t); 0.75",
        "1.5*^-3; 0.0015",
        "1*^3; 1000",
        "1*^-3; 0.001",
        "LOSS + T; 2.25",
        "w(1,2); 12",
        "w[2,3]; 23",
        "w(2, 4/2); 22",
        "schatten(1/2); 0.5",
        "norm(nuclear); 7",
        "norm(Spectral); 8",
        "Abs(-3); 3",
        "Sqrt(16); 4",
        "Exp(0); 1",
        "Log(1); 0",
        "Log2(8); 3",
        "Log10(1000); 3",
        "Log(2, 8); 3",
        "Power(2, 10); 1024",
        "Min(3, 1, 2); 1",
        "Max(3, 1, 2); 3",
        "Sign(-5); -1",
        "Floor(-1.5); -2",
        "Ceiling(-1.5); -1",
        "If(t > 1 && loss > 1, 5, 6); 6",
        "If(t > 1 || loss > 1, 5, 6); 5",
        "If(!(t > 1), 5, 6); 6",
      })
  void evaluatesSymjasSyntax(String text, double expected) throws ExpressionException {
    assertThat(valueOf(text)).isCloseTo(expected, within(1e-15 * Math.abs(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Pi; 3.141592653589793",
        "E; 2.718281828459045",
        "Sin(1); 0.8414709848078965",
        "Cos(1); 0.5403023058681398",
        "Tan(1); 1.5574077246549023",
        "ArcTan(1); 0.7853981633974483",
        "ArcTan(-1, 1); 2.356194490192345",
        "Sinh(1); 1.1752011936438014",
        "Cosh(1); 1.5430806348152437",
        "Tanh(1); 0.7615941559557649",
        "Log(10); 2.302585092994046",
        "2^(1/2); 1.4142135623730951",
      })
  void agreesWithTabulatedValues(String text, double expected) throws ExpressionException {
    assertThat(valueOf(text)).isCloseTo(expected, within(4 * Math.ulp(expected)));
  }

  @Test
  void dividesOnce() throws ExpressionException {
    // 5/49 differs from 5 * (1/49) in the last place.
    assertThat(5 * (1 / 49.0)).isNotEqualTo(5 / 49.0);
    assertThat(valueOf("(t + 3)/(49*t/2)")).isEqualTo(5 / 49.0);
    assertThat(valueOf("(t + 3)/49")).isEqualTo(5 / 49.0);
  }

  @Test
  void readsOnAtTheEndOfALine() throws ExpressionException {
    assertThat(valueOf("t\n + 3\n")).isEqualTo(5);
  }

  @Test
  void keepsLiteralsExactly() throws ExpressionException {
    Term term = Expression.parse("0.1", VOCABULARY).term();
    assertThat(term).isInstanceOf(Term.Literal.class);
    assertThat(((Term.Literal) term).exact()).isEqualByComparingTo("0.1");
  }

  @Test
  void putsDefinitionsIn() throws ExpressionException {
    Map<String, Term> definitions = Map.of("a", Expression.parse("2*loss", VOCABULARY).term());
    Expression expression = Expression.parse("A + t", VOCABULARY, definitions);
    assertThat(expression.evaluate(QUANTITIES)).isEqualTo(2.5);
    assertThat(expression.term().quantities()).containsExactlyInAnyOrder("loss", "t");
  }

  @Test
  void isNotANumberOutsideTheDomain() throws ExpressionException {
    assertThat(valueOf("Sqrt(loss - 1)")).isNaN();
    assertThat(valueOf("Log(loss - 1)")).isNaN();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1 + lost; column 5: unknown quantity 'lost'; known are loss, norm(.), schatten(.), t, w(.,.)",
        "w(3,1); column 1: 'w' takes 2 arguments: a whole number from 1 to 2 and a whole number from 1"
            + " to 3; found w(3, 1)",
        "t + w(1); column 5: 'w' takes 2 arguments",
        "w(1, 1/2); column 1: 'w' takes",
        "w(1, t); column 1: 'w' takes",
        "w; column 1: 'w' takes 2 arguments",
        "schatten(0); column 1: 'schatten' takes 1 argument: a positive constant",
        "norm(nucleus); column 1: 'norm' takes 1 argument: one of nuclear, spectral; found norm(nucleus)",
        "t(1); column 1: 't' takes no arguments",
        "det; column 1: 'det' needs a square matrix",
        "Sqrt(1, 2); column 1: 'sqrt' takes 1 argument(s), found 2",
        "Log(1, 2, 3); column 1: 'log' takes 1 to 2 argument(s), found 3",
        "Min(); column 1: 'min' takes 1 or more argument(s), found 0",
        "2 + 1e-3; column 5: Symja would read '1e-3' with e as a symbol; write 1*^-3",
        "t + 1.5.2; column 5: '1.5.2' is no number",
        "1*^-9999; column 2: no double has so large an exponent",
        "e; column 1: unknown quantity 'e'",
        "(1 + 2; column 6: not in Symja's syntax: ')' expected.",
        "t > 1; column 1: a number is expected, found a statement",
        "t == 1; column 1: computed numbers are not compared for equality",
        "'\"text\"'; column 1: 'text' is no real-valued expression",
        "16^^FF; column 1: only decimal numbers are understood",
        "t'; column 1: 'Derivative(1)[t]' is no real-valued expression",
      })
  void refusesWithALine(String text, String message) {
    assertThatThrownBy(() -> Expression.parse(text, VOCABULARY))
        .isInstanceOf(ExpressionException.class)
        .hasMessageStartingWith(message)
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "  ", ".", "3\\Sqrt", "/\\<|", "+", ")", "t +", "w(", "1..2", "{t}", "#", "t_", "t;",
        "@", "t = 1"
      })
  void refusesWhatIsNoExpression(String text) {
    assertThatThrownBy(() -> Expression.parse(text, VOCABULARY))
        .isInstanceOf(ExpressionException.class);
  }

  @Test
  void messagesStayOnOneLine() {
    assertThatThrownBy(() -> Expression.parse("\"one\\ntwo\"", VOCABULARY))
        .hasMessage("column 1: 'one two' is no real-valued expression");
  }

  @Test
  void refusesTextsThatWouldOverflowTheStack() {
    String brackets = "(".repeat(51) + "t" + ")".repeat(51);
    assertThatThrownBy(() -> Expression.parse(brackets, VOCABULARY))
        .hasMessage("column 51: more than 50 brackets are open");
    assertThatThrownBy(() -> Expression.parse("-".repeat(1000) + "t", VOCABULARY))
        .hasMessageContaining("1001 characters");
  }

  @Test
  void readsNestingUpToTheLimits() throws ExpressionException {
    assertThat(valueOf("(".repeat(50) + "t" + ")".repeat(50))).isEqualTo(2);
    assertThat(valueOf("Abs(".repeat(50) + "t" + ")".repeat(50))).isEqualTo(2);
    assertThat(valueOf("1^".repeat(499) + "t")).isEqualTo(1);
    assertThat(valueOf("- ".repeat(498) + "t")).isEqualTo(2);
  }
}
