package io.github.flowcert.expression;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** The functions evaluated without Symja's engine. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
enum KnownFunction implements NumericFunction {
  ABS(Math::abs),
  SQRT(Math::sqrt),
  EXP(Math::exp),
  LOG(1, 2, KnownFunction::logarithm),
  LOG2(x -> Math.log(x) / Math.log(2)),
  LOG10(Math::log10),
  POWER(Math::pow),
  MIN(1, Integer.MAX_VALUE, values -> fold(values, Math::min)),
  MAX(1, Integer.MAX_VALUE, values -> fold(values, Math::max)),
  SIN(Math::sin),
  COS(Math::cos),
  TAN(Math::tan),
  ARCTAN(1, 2, KnownFunction::arcTangent),
  SINH(Math::sinh),
  COSH(Math::cosh),
  TANH(Math::tanh),
  SIGN(Math::signum),
  FLOOR(Math::floor),
  CEILING(Math::ceil);

  private final int least;
  private final int most;
  private final ToDoubleFunction<double[]> rule;

  KnownFunction(int least, int most, ToDoubleFunction<double[]> rule) {
    this.least = least;
    this.most = most;
    this.rule = rule;
  }

  KnownFunction(DoubleUnaryOperator rule) {
    this(1, 1, values -> rule.applyAsDouble(values[0]));
  }

  KnownFunction(DoubleBinaryOperator rule) {
    this(2, 2, values -> rule.applyAsDouble(values[0], values[1]));
  }

  static Optional<NumericFunction> named(String name) {
    return Arrays.<NumericFunction>stream(values())
        .filter(function -> function.functionName().equals(name))
        .findFirst();
  }

  @Override
  public String functionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int least() {
    return least;
  }

  @Override
  public int most() {
    return most;
  }

  @Override
  public double apply(double[] arguments) {
    return rule.applyAsDouble(arguments);
  }

  /** Log(x), or Log(base, x). */
  private static double logarithm(double[] values) {
    return values.length == 1 ? Math.log(values[0]) : Math.log(values[1]) / Math.log(values[0]);
  }

  /** ArcTan(x), or ArcTan(x, y), the angle of the point (x, y). */
  private static double arcTangent(double[] values) {
    return values.length == 1 ? Math.atan(values[0]) : Math.atan2(values[1], values[0]);
  }

  private static double fold(double[] values, DoubleBinaryOperator operator) {
    return Arrays.stream(values).reduce(operator).getAsDouble();
  }
}
