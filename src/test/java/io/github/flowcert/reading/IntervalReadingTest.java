package io.github.flowcert.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flowcert.expression.Argument;
import io.github.flowcert.expression.Condition;
import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Term;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.testing.Values;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalReadingTest {
  private static final long SEED = 20260104;
  private static final Vocabulary VOCABULARY =
      Vocabulary.of("x", "y").withCall("w", new Argument.Index(1, 2), new Argument.Index(1, 2));

  /** Quantities x and y in intervals. */
  private record Box(Interval x, Interval y) implements IntervalQuantities {
    @Override
    public Interval symbol(String name) {
      return name.equals("x") ? x : y;
    }

    @Override
    public Interval call(String name, double[] arguments) {
      return arguments[0] == 1 ? x : y;
    }

    @Override
    public Interval callWithName(String name, String argument) {
      throw new AssertionError(name);
    }
  }

  private static Box box(double from, double to) {
    return new Box(Interval.of(from, to), Interval.of(1, 2));
  }

  private static Enclosure enclosure(String text, IntervalQuantities quantities)
      throws ExpressionException, NoReadingException {
    return IntervalReading.of(Expression.parse(text, VOCABULARY).term()).at(quantities);
  }

  private static Truth truth(String text, IntervalQuantities quantities)
      throws ExpressionException, NoReadingException {
    return IntervalReading.of(Condition.parse(text, VOCABULARY, Map.of()).formula()).at(quantities);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x + y; 4; 6",
        "x*y - 1; 2; 7",
        "x/y; 1.5; 4",
        "w(1,2)/w(2,1); 1.5; 4",
        "Sqrt(x - 2); 1; 1.4142135623730951",
        "Abs(-x); 3; 4",
        "Min(x, y, 5); 1; 2",
        "Max(x, y); 3; 4",
        "Sign(y - x); -1; -1",
        "x^2; 9; 16",
        "(x - 4)^2; 0; 1",
        "Floor(x/2); 1; 2",
        "Ceiling(x/2); 2; 2",
        "If(x > y, x, y); 3; 4",
        "If(x > 7/2, 1, 2); 1; 2",
        "If(x > 5, 1/0, 2); 2; 2",
      })
  void termsAreEnclosed(String text, double lower, double upper)
      throws ExpressionException, NoReadingException {
    assertThat(enclosure(text, box(3, 4)))
        .isEqualTo(new Enclosure(Interval.of(lower, upper), true));
  }

  /** Widths of an ulp or two, so that any error in the literal would show. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0.1; 0.1",
        "1/3; 0.33333333333333333333",
        "Pi; 3.14159265358979323846",
        "E; 2.71828182845904523536",
        "Log(2); 0.69314718055994530942",
        "Log2(10); 3.32192809488736234787",
        "Log10(2); 0.30102999566398119521",
        "Log(10, 2); 0.30102999566398119521",
        "Exp(1); 2.71828182845904523536",
        "2^(1/2); 1.41421356237309504880",
        "Sin(1); 0.84147098480789650665",
        "Cos(1); 0.54030230586813971740",
        "Tan(1); 1.55740772465490223051",
        "ArcTan(1); 0.78539816339744830962",
        "Sinh(1); 1.17520119364380145688",
        "Cosh(1); 1.54308063481524377848",
        "Tanh(1); 0.76159415595576488812",
      })
  void numbersAreEnclosedTightly(String text, String digits)
      throws ExpressionException, NoReadingException {
    Enclosure enclosure = enclosure(text, box(0, 1));
    Interval around = Interval.of(new java.math.BigDecimal(digits));
    assertThat(enclosure.defined()).isTrue();
    assertThat(enclosure.values().contains(around)).isTrue();
    assertThat(enclosure.values().width()).isPositive().isLessThan(1e-14);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1/x; -1; 1; false",
        "1/x; 0; 1; false",
        "1/x; 0.5; 1; true",
        "Sqrt(x); -1; 1; false",
        "Sqrt(x); 0; 1; true",
        "Log(x); 0; 1; false",
        "Log10(x); 0; 1; false",
        "Log2(x); 0; 1; false",
        "Log(x, 2); 0.5; 1; false",
        "Log(x, 2); 2; 3; true",
        "x^(1/2); -1; 1; false",
        "x^(1/2); 0; 1; true",
        "x^(-1/2); 0; 1; false",
        "x^3; -1; 1; true",
        "x^(-3); -1; 1; false",
        "x^y; 0; 1; true",
        "x^(-y); 0; 1; false",
        "Tan(x); 1; 2; false",
        "Tan(x); 0; 1; true",
        "Abs(Sqrt(x)) + 1; -1; 1; false",
        "If(x > 0, Sqrt(x), 0); -1; 1; false",
        "If(x > -2, x, Sqrt(x)); -1; 1; true",
      })
  void whetherThereIsAValueEverywhereIsKnown(String text, double from, double to, boolean defined)
      throws ExpressionException, NoReadingException {
    assertThat(enclosure(text, box(from, to)).defined()).isEqualTo(defined);
  }

  @Test
  void aQuantityWithoutValueHasNone() throws ExpressionException, NoReadingException {
    Box box = new Box(Interval.EMPTY, Interval.ONE);
    assertThat(enclosure("x + y", box).defined()).isFalse();
    assertThat(truth("x < y || x >= y", box)).isEqualTo(Truth.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x > 2; TRUE",
        "x > 3; UNKNOWN",
        "x >= 3; TRUE",
        "x > 4; FALSE",
        "x >= 4; UNKNOWN",
        "x < 3; FALSE",
        "x <= 3; UNKNOWN",
        "x < 5; TRUE",
        "x <= 4; TRUE",
        "x < 4; UNKNOWN",
        "!(x > 2); FALSE",
        "!(x > 3); UNKNOWN",
        "x > 2 && y < 3; TRUE",
        "x > 3 && y > 3; FALSE",
        "x > 3 && y < 3; UNKNOWN",
        "x > 4 || y > 3; FALSE",
        "x > 3 || y < 3; TRUE",
        "x > 3 || y > 3; UNKNOWN",
        "Abs(Sqrt(x - 7/2)) >= 0; UNKNOWN",
        "Abs(1/(x - 7/2)) < 0; UNKNOWN",
      })
  void statementsHaveThreeValues(String text, Truth expected)
      throws ExpressionException, NoReadingException {
    assertThat(truth(text, box(3, 4))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(x - y)^3/(1 + x^2*y^2) + Sqrt(Abs(x*y))",
        "Log(1 + Abs(x))*Exp(-y) - Log10(2 + x^2) + Log2(3 + y^2)",
        "Min(x, y) - Max(x/3, 2*y) + If(x > y, x^2, -y)",
        "(1 + x^2)^(1/3)*(1 + y^2)^(-3/2) + Abs(x)^0.7",
        "Sin(3*x)*Cos(y) + ArcTan(x/7) + Tanh(x)*Sinh(y) - Cosh(x/2)",
        "Sign(x) + Floor(y) + Ceiling(x*y) + 0.1*x - Pi*y + E",
      })
  void doublesAtPointsOfABoxAreInItsEnclosure(String text)
      throws ExpressionException, NoReadingException {
    Term term = Expression.parse(text, VOCABULARY).term();
    IntervalTerm reading = IntervalReading.of(term);
    Random random = new Random(SEED);
    for (int k = 0; k < 2000; k++) {
      Values point = Values.of("x", 3 * random.nextGaussian(), "y", 3 * random.nextGaussian());
      double size = random.nextInt(3) * random.nextDouble();
      Interval around = Interval.of(-size * random.nextDouble(), size * random.nextDouble());
      Enclosure enclosure = reading.at(point.box(around::plus));
      assertThat(enclosure.defined()).isTrue();
      assertThat(enclosure.values().contains(term.evaluate(point)))
          .as(text + " at " + point + " in " + enclosure + ", seed " + SEED)
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Gamma(x); 'gamma' has no interval reading",
        "1 + Infinity; 'infinity' has no interval reading",
        "ArcTan(x, y); 'arctan of two arguments' has no interval reading",
      })
  void whatHasNoReadingIsNamed(String text, String message) {
    assertThatThrownBy(() -> enclosure(text, box(1, 2)))
        .isInstanceOf(NoReadingException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "x == y, 1, 1, 1, 1, TRUE",
    "x == y, 1, 1, 2, 3, FALSE",
    "x == y, 1, 2, 2, 3, UNKNOWN",
    "x == y, 1, 2, 1, 2, UNKNOWN",
    "1/x == 1/y, 0, 0, 1, 1, UNKNOWN"
  })
  void equalitiesAreKnownOfPointsAndOfWhatLiesApart(
      String text, double a, double b, double c, double d, Truth truth) throws Exception {
    Box box = new Box(Interval.of(a, b), Interval.of(c, d));

    assertThat(IntervalReading.of(Statement.parse(text, VOCABULARY).formula()).at(box))
        .isEqualTo(truth);
  }
}
