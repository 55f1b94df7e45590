package io.github.flowcert.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.eval.ExprEvaluator;

class DerivativeTest {
  private static final Vocabulary NAMES = Vocabulary.of("x", "p");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3*x^2 - x/7 + p",
        "(x^3 + p)/(x^2 + 1)",
        "p/(1 + x)",
        "Sqrt(x^2 + 4)*Exp(-x^2)",
        "Log(1 + x^2)/x",
        "Power(x, p)*Log(x)",
        "Power((x + Sqrt(x^2 + 4))/2, p) + Power((-x + Sqrt(x^2 + 4))/2, p)",
        "(1 + x)^(3/2) - x^(-3) + x^(-1/2)",
        "Power(x, x)",
        "-x*Log(x) - (1 - x)*Log(1 - x)",
        "(x^2 + 1)^1 + x^0"
      })
  void derivativesAreThoseOfSymja(String text) throws Exception {
    Term derivative = Derivative.of(Expression.parse(text, NAMES).term(), "x");

    for (double[] point : new double[][] {{0.3, 1.7}, {0.62, 0.5}, {0.91, 2.3}}) {
      String at = "N((D(" + text + ",x)) /. {x->" + point[0] + ",p->" + point[1] + "})";
      double expected = new ExprEvaluator(true, (short) 0).eval(at).evalf();
      double found = derivative.evaluate(new Point(point[0], point[1]));
      assertThat(found).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
    }
  }

  @Test
  void aConstantHasDerivativeZero() throws Exception {
    Term derivative = Derivative.of(Expression.parse("Abs(p)*3", NAMES).term(), "x");

    assertThat(derivative.evaluate(new Point(1, 2))).isZero();
  }

  @Test
  void aRootHasNoDerivativeWhereItEnds() throws Exception {
    Term derivative = Derivative.of(Expression.parse("x^(3/2)", NAMES).term(), "x");

    assertThat(derivative.evaluate(new Point(0, 0))).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Abs(x)", "Min(x, 1)", "Log(2, x)", "If(x > 0, x, 0)", "Floor(x)"})
  void functionsWithCornersHaveNone(String text) {
    assertThatThrownBy(() -> Derivative.of(Expression.parse(text, NAMES).term(), "x"))
        .isInstanceOf(NoDerivativeException.class);
  }

  private record Point(double x, double p) implements Quantities {
    @Override
    public double symbol(String name) {
      return name.equals("x") ? x : p;
    }

    @Override
    public double call(String name, double[] arguments) {
      throw new IllegalStateException(name);
    }

    @Override
    public double callWithName(String name, String argument) {
      throw new IllegalStateException(name);
    }
  }
}
