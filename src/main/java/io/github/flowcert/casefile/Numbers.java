package io.github.flowcert.casefile;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Numbers as YAML 1.2 writes them in decimal, all of them finite. */
final class Numbers {
  private Numbers() {}

  static double finite(YamlNode node) throws InputException {
    return finite(node, "a finite number");
  }

  static double positive(YamlNode node) throws InputException {
    String expected = "a number above 0";
    double value = finite(node, expected);
    if (value <= 0) {
      throw node.found(expected);
    }
    return value;
  }

  static double nonNegative(YamlNode node) throws InputException {
    String expected = "a number that is 0 or more";
    double value = finite(node, expected);
    if (value < 0) {
      throw node.found(expected);
    }
    return value;
  }

  static double finite(YamlNode node, String expected) throws InputException {
    BigDecimal exact = exact(node, expected);
    double value = exact.doubleValue();
    if (Double.isInfinite(value) || (value == 0 && exact.signum() != 0)) {
      throw node.found(expected + ", of a size that a double can hold");
    }
    // Beyond, squares and products of what is computed from it overflow.
    if (Math.abs(value) > 1e100) {
      throw node.found(expected + ", at most 1e100 in size");
    }
    return value;
  }

  static double between(YamlNode node, double least, double most) throws InputException {
    String expected = "a number from " + least + " to " + most;
    double value = finite(node, expected);
    if (value < least || value > most) {
      throw node.found(expected);
    }
    return value;
  }

  static int wholeUpTo(YamlNode node, int most) throws InputException {
    return (int) whole(node, 1, most, "a whole number from 1 to " + most);
  }

  static int positiveInt(YamlNode node) throws InputException {
    return (int) whole(node, 1, Integer.MAX_VALUE, "a whole number from 1 to " + Integer.MAX_VALUE);
  }

  static long positiveLong(YamlNode node) throws InputException {
    return whole(node, 1, Long.MAX_VALUE, "a whole number from 1 on");
  }

  static long anyLong(YamlNode node) throws InputException {
    return whole(node, Long.MIN_VALUE, Long.MAX_VALUE, "a whole number of 64 bits");
  }

  private static long whole(YamlNode node, long least, long most, String expected)
      throws InputException {
    BigDecimal exact = exact(node, expected);
    boolean inRange =
        exact.compareTo(BigDecimal.valueOf(least)) >= 0
            && exact.compareTo(BigDecimal.valueOf(most)) <= 0;
    if (!inRange || exact.stripTrailingZeros().scale() > 0) {
      throw node.found(expected);
    }
    return exact.longValueExact();
  }

  private static BigDecimal exact(YamlNode node, String expected) throws InputException {
    Optional<BigDecimal> value = decimal(node.node());
    if (value.isEmpty()) {
      throw node.found(expected);
    }
    if (node.isText()) {
      throw node.found(expected + ", without quotes");
    }
    return value.get();
  }

  private static Optional<BigDecimal> decimal(Node node) {
    if (!(node instanceof ScalarNode scalar)
        || !List.of(Tag.INT, Tag.FLOAT, Tag.STR).contains(node.getTag())) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(scalar.getValue()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
