package io.github.flowcert.testing;

import io.github.flowcert.expression.Quantities;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.reading.IntervalQuantities;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Quantities with given values.
 *
 * @param values by how the quantity is written, as in {@code loss} or {@code w(1,2)}
 */
public record Values(Map<String, Double> values) implements Quantities {

  /** Quantities of these names and values, in turn. */
  public static Values of(Object... namesAndValues) {
    Map<String, Double> values = new TreeMap<>();
    for (int k = 0; k < namesAndValues.length; k += 2) {
      values.put((String) namesAndValues[k], ((Number) namesAndValues[k + 1]).doubleValue());
    }
    return new Values(values);
  }

  /** How a quantity with numbers as arguments is written. */
  public static String written(String name, double[] arguments) {
    StringBuilder text = new StringBuilder(name).append('(');
    for (int k = 0; k < arguments.length; k++) {
      boolean infinite = Double.isInfinite(arguments[k]);
      String argument =
          infinite ? "infinity" : new BigDecimal(arguments[k]).stripTrailingZeros().toPlainString();
      text.append(k == 0 ? "" : ",").append(argument);
    }
    return text.append(')').toString();
  }

  /** The value of a quantity as written. */
  public double get(String written) {
    Double value = values.get(written);
    if (value == null) {
      throw new AssertionError("no value for " + written);
    }
    return value;
  }

  @Override
  public double symbol(String name) {
    return get(name);
  }

  @Override
  public double call(String name, double[] arguments) {
    return get(written(name, arguments));
  }

  @Override
  public double callWithName(String name, String argument) {
    return get(name + "(" + argument + ")");
  }

  /** The same quantities as intervals that are single numbers. */
  public IntervalQuantities points() {
    return box(UnaryOperator.identity());
  }

  /** The same quantities as intervals, made of single numbers by a rule. */
  public IntervalQuantities box(UnaryOperator<Interval> rule) {
    return new IntervalQuantities() {
      @Override
      public Interval symbol(String name) {
        return rule.apply(Interval.of(Values.this.symbol(name)));
      }

      @Override
      public Interval call(String name, double[] arguments) {
        return rule.apply(Interval.of(Values.this.call(name, arguments)));
      }

      @Override
      public Interval callWithName(String name, String argument) {
        return rule.apply(Interval.of(Values.this.callWithName(name, argument)));
      }
    };
  }
}
