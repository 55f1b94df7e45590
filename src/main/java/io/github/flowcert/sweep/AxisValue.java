package io.github.flowcert.sweep;

import io.github.flowcert.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value of an axis.
 *
 * @param node what is put into the case
 * @param label the same in one line, or the name that the file gives it
 * @param number what the label says, where it is a number
 */
record AxisValue(Node node, String label, Optional<BigDecimal> number) {

  /** The value that stands at a node. */
  static AxisValue of(YamlNode node) {
    return of(node.node());
  }

  static AxisValue of(Node node) {
    return new AxisValue(node, label(node), number(node));
  }

  private static Optional<BigDecimal> number(Node node) {
    if (!(node instanceof ScalarNode scalar)
        || !(node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT))) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(scalar.getValue()));
    } catch (NumberFormatException e) {
      // Not finite, or not in decimal: the case reader says so.
      return Optional.empty();
    }
  }

  private static String label(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream()
          .map(AxisValue::label)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (node instanceof MappingNode map) {
      return map.getValue().stream()
          .map(tuple -> label(tuple.getKeyNode()) + ": " + label(tuple.getValueNode()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** The same value under another name, which is what conditions see of it. */
  AxisValue labelled(YamlNode name) {
    return new AxisValue(node, label(name.node()), number(name.node()));
  }

  /** Equal for values that make the same case. */
  Object identity() {
    Optional<BigDecimal> value = number(node);
    return value.isPresent()
        ? value.get().stripTrailingZeros()
        : List.of(node.getTag().getValue(), label(node));
  }

  /** Whether the label can be part of a case's name. */
  boolean isWord() {
    return label.matches(number.isPresent() ? "[0-9.eE-]+" : "[A-Za-z0-9][A-Za-z0-9-]*");
  }
}
