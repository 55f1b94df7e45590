package io.github.flowcert.casefile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A node of a YAML file that knows where it stands.
 *
 * @param file the file
 * @param path the keys that lead to it, as in {@code problem.observed[2][1]}; list items count from
 *     1, as matrix entries do in the papers
 * @param node what stands there
 */
record YamlNode(Path file, String path, Node node) {
  private static final int LONGEST_SHOWN = 60;

  /** The error of this place: file, line, path and the message, all in one line. */
  InputException problem(String message) {
    int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    String place = path.isEmpty() ? "" : path + ": ";
    String whole = file + ":" + line + ": " + place + message;
    return new InputException(whole.replaceAll("(\\R|\\p{Cntrl})+", " "));
  }

  /** The error that something else than what is expected stands here. */
  InputException found(String expected) {
    return problem("found " + shown() + "; expected " + expected);
  }

  YamlMap map(String expected) throws InputException {
    if (!(node instanceof MappingNode mapping)) {
      throw found(expected);
    }
    Map<String, YamlNode> keys = new LinkedHashMap<>();
    Map<String, YamlNode> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = key(tuple.getKeyNode());
      String name = ((ScalarNode) key.node).getValue();
      YamlNode earlier = keys.putIfAbsent(name, key);
      if (earlier != null) {
        throw key.problem("this key stands twice; expected it once");
      }
      values.put(name, new YamlNode(file, key.path, tuple.getValueNode()));
    }
    return new YamlMap(this, keys, values);
  }

  private YamlNode key(Node key) throws InputException {
    if (key instanceof ScalarNode scalar) {
      return new YamlNode(file, pathOf(scalar.getValue()), key);
    }
    throw new YamlNode(file, path, key).problem("found a key that is no word; expected a word");
  }

  /** The path of what stands, or would stand, under a key of this node. */
  String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  List<YamlNode> list(String expected) throws InputException {
    if (!(node instanceof SequenceNode sequence)) {
      throw found(expected);
    }
    List<YamlNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlNode(file, path + "[" + (items.size() + 1) + "]", item));
    }
    return List.copyOf(items);
  }

  List<YamlNode> nonEmptyList(String expected) throws InputException {
    List<YamlNode> items = list(expected);
    if (items.isEmpty()) {
      throw found(expected);
    }
    return items;
  }

  boolean isText() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.STR);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  String text(String expected) throws InputException {
    if (!isText()) {
      throw found(expected);
    }
    return ((ScalarNode) node).getValue();
  }

  /** Text in which anything may stand, so that a number there only lacks its quotes. */
  String freeText(String expected) throws InputException {
    boolean lacksQuotes = node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
    return text(expected + (lacksQuotes ? ", in quotes" : ""));
  }

  /** What one of some words stands for. */
  <T> T choice(Function<String, Optional<T>> meaning, List<String> words) throws InputException {
    Optional<T> chosen = isText() ? meaning.apply(text("a word")) : Optional.empty();
    return chosen.orElseThrow(() -> found("one of " + String.join(", ", words)));
  }

  private String shown() {
    if (node instanceof ScalarNode scalar) {
      return shownScalar(scalar);
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().isEmpty() ? "an empty list" : "a list";
    }
    return "a map";
  }

  private static String shownScalar(ScalarNode scalar) {
    if (scalar.getTag().equals(Tag.NULL)) {
      return "nothing";
    }
    String text = scalar.getValue();
    String start = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return scalar.getTag().equals(Tag.STR) ? "'" + start + "'" : start;
  }
}
