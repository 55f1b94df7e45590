package io.github.flowcert.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Trees made from other trees, which stay as they are; every part keeps its file and line. */
public final class YamlEdit {
  private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

  private final YamlPath path;
  private final YamlNode key;
  private final Node value;

  private YamlEdit(YamlPath path, YamlNode key, Node value) {
    this.path = path;
    this.key = key;
    this.value = value;
  }

  /**
   * A tree with another value at a path. Keys that are missing are added, and stand where {@code
   * key} stands.
   *
   * @param key the node that asks for the change, to be blamed where it cannot be made
   * @throws InputException if the path leads into something that has no such parts
   */
  public static YamlNode set(YamlNode root, YamlPath path, YamlNode key, Node value)
      throws InputException {
    Node changed = new YamlEdit(path, key, value).changed(root.node(), 0);
    return new YamlNode(root.file(), root.path(), changed);
  }

  /** A plain value that stands where another node stands. */
  public static Node scalar(String text, YamlNode where) {
    return scalar(RESOLVER.resolve(text, true), text, where);
  }

  /** A text that stands where another node stands. */
  public static Node text(String text, YamlNode where) {
    return scalar(Tag.STR, text, where);
  }

  private static Node scalar(Tag tag, String text, YamlNode where) {
    return new ScalarNode(
        tag, true, text, ScalarStyle.PLAIN, where.node().getStartMark(), where.node().getEndMark());
  }

  /** The text of a tree, without comments. */
  public static String write(YamlNode root) {
    // The settings count anchors, so that they are good for one document.
    DumpSettings settings = DumpSettings.builder().setSchema(new CoreSchema()).build();
    return new Present(settings)
        .emitToString(new Serialize(settings).serializeOne(root.node()).iterator());
  }

  private Node changed(Node node, int depth) throws InputException {
    if (depth == path.steps().size()) {
      return value;
    }
    Object step = path.steps().get(depth);
    if (step instanceof Integer item) {
      return withItem(node, item, depth);
    }
    if (node instanceof MappingNode map) {
      return withKey(map, (String) step, depth);
    }
    throw key.problem(
        "leads to '" + step + "' of what is no map; expected a path of the base case");
  }

  private Node withItem(Node node, int item, int depth) throws InputException {
    int size = node instanceof SequenceNode list ? list.getValue().size() : 0;
    if (item > size) {
      throw key.problem(
          "leads to item " + item + " of " + size + "; expected a path of the base case");
    }
    SequenceNode list = (SequenceNode) node;
    List<Node> items = new ArrayList<>(list.getValue());
    items.set(item - 1, changed(items.get(item - 1), depth + 1));
    return new SequenceNode(
        list.getTag(), true, items, list.getFlowStyle(), list.getStartMark(), list.getEndMark());
  }

  private Node withKey(MappingNode map, String name, int depth) throws InputException {
    List<NodeTuple> tuples = new ArrayList<>(map.getValue());
    Optional<NodeTuple> old = tuples.stream().filter(tuple -> isKey(tuple, name)).findFirst();
    if (old.isPresent()) {
      Node inner = changed(old.get().getValueNode(), depth + 1);
      tuples.set(tuples.indexOf(old.get()), new NodeTuple(old.get().getKeyNode(), inner));
    } else {
      tuples.add(new NodeTuple(text(name, key), changed(emptyMap(), depth + 1)));
    }
    return new MappingNode(
        map.getTag(), true, tuples, map.getFlowStyle(), map.getStartMark(), map.getEndMark());
  }

  private Node emptyMap() {
    return new MappingNode(
        Tag.MAP,
        true,
        List.of(),
        FlowStyle.BLOCK,
        key.node().getStartMark(),
        key.node().getEndMark());
  }

  private static boolean isKey(NodeTuple tuple, String name) {
    return tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
  }
}
