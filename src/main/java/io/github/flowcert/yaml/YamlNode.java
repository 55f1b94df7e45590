package io.github.flowcert.yaml;

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
 * @param file the file; parts of the tree may come from others, which errors name
 * @param path the keys that lead to it, as in {@code problem.observed[2][1]}; list items count from
 *     1, as matrix entries do in the papers
 * @param node what stands there
 */
public record YamlNode(Path file, String path, Node node) {
  private static final int LONGEST_SHOWN = 60;

  /** The file in which this is written; a tree may have been put together from several. */
  public Path origin() {
    return node.getStartMark().map(Mark::getName).map(Path::of).orElse(file);
  }

  /** The error of this place: file, line, path and the message, all in one line. */
  public InputException problem(String message) {
    int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    String place = path.isEmpty() ? "" : path + ": ";
    String whole = origin() + ":" + line + ": " + place + message;
    return new InputException(whole.replaceAll("(\\R|\\p{Cntrl})+", " "));
  }

  /** The error that something else than what is expected stands here. */
  public InputException found(String expected) {
    return problem("found " + shown() + "; expected " + expected);
  }

  /**
   * The map that stands here.
   *
   * @throws InputException if it is none, or has a key twice
   */
  public YamlMap map(String expected) throws InputException {
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
  public String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /**
   * The items of the list that stands here.
   *
   * @throws InputException if it is none
   */
  public List<YamlNode> list(String expected) throws InputException {
    if (!(node instanceof SequenceNode sequence)) {
      throw found(expected);
    }
    List<YamlNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlNode(file, path + "[" + (items.size() + 1) + "]", item));
    }
    return List.copyOf(items);
  }

  /**
   * The items of the list that stands here, at least one.
   *
   * @throws InputException if it is none, or empty
   */
  public List<YamlNode> nonEmptyList(String expected) throws InputException {
    List<YamlNode> items = list(expected);
    if (items.isEmpty()) {
      throw found(expected);
    }
    return items;
  }

  /** Whether a text stands here. */
  public boolean isText() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.STR);
  }

  /** Whether a single value stands here, be it a text or a number. */
  public boolean isScalar() {
    return node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
  }

  /** That value as written. */
  public String scalar() {
    return ((ScalarNode) node).getValue();
  }

  /** Whether a list stands here. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether a map stands here. */
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /**
   * The text that stands here.
   *
   * @throws InputException if it is none
   */
  public String text(String expected) throws InputException {
    if (!isText()) {
      throw found(expected);
    }
    return ((ScalarNode) node).getValue();
  }

  /** Text in which anything may stand, so that a number there only lacks its quotes. */
  public String freeText(String expected) throws InputException {
    boolean lacksQuotes = node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
    return text(expected + (lacksQuotes ? ", in quotes" : ""));
  }

  /** What one of some words stands for. */
  public <T> T choice(Function<String, Optional<T>> meaning, List<String> words)
      throws InputException {
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
