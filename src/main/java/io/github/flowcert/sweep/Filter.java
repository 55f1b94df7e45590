package io.github.flowcert.sweep;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Quantities;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The condition that cases of a grid must meet, on the values of axes that are numbers. */
final class Filter {
  private static final String EXPECTED =
      "a condition on the axes, as in 'depth > 2 || scale < 1/2'";

  private final Statement condition;
  private final List<Axis> axes;

  private Filter(Statement condition, List<Axis> axes) {
    this.condition = condition;
    this.axes = axes;
  }

  /** The filter that every case passes. */
  static Filter none() {
    return new Filter(null, List.of());
  }

  /**
   * Reads a condition.
   *
   * @throws InputException if it is none, or speaks of what is no axis of numbers
   */
  static Filter read(YamlNode node, List<Axis> axes) throws InputException {
    String text = node.text(EXPECTED);
    try {
      return new Filter(Statement.parse(text, vocabulary(axes)), axes);
    } catch (ExpressionException e) {
      throw node.problem("'" + text + "': " + e.getMessage() + "; expected " + EXPECTED);
    }
  }

  private static Vocabulary vocabulary(List<Axis> axes) {
    List<Axis> numeric = axes.stream().filter(Filter::isNumeric).toList();
    Vocabulary words = Vocabulary.of(numeric.stream().map(Axis::symbol).toArray(String[]::new));
    for (Axis axis : axes) {
      if (!numeric.contains(axis)) {
        words = words.withAbsent(axis.symbol(), "has values that are no numbers");
      }
    }
    return words;
  }

  private static boolean isNumeric(Axis axis) {
    return axis.name().matches("[A-Za-z][A-Za-z0-9]*")
        && axis.values().stream().allMatch(value -> value.number().isPresent());
  }

  /**
   * Whether the case with these values passes.
   *
   * @param choices the index of the value on each axis, in the order of the axes
   */
  boolean passes(int[] choices) {
    if (condition == null) {
      return true;
    }
    Map<String, Double> values = new HashMap<>();
    for (int k = 0; k < choices.length; k++) {
      Axis axis = axes.get(k);
      axis.values()
          .get(choices[k])
          .number()
          .ifPresent(number -> values.put(axis.symbol(), number.doubleValue()));
    }
    return condition.formula().holds(new Values(values));
  }

  /** The values of one case. */
  private record Values(Map<String, Double> values) implements Quantities {
    @Override
    public double symbol(String name) {
      return values.get(name);
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
