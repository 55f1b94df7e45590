package io.github.flowcert.proof;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlFile;
import io.github.flowcert.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a proof file uses other proofs: messages about them need a line. */
final class UsePlace {
  private UsePlace() {}

  /**
   * An error at the first place where a file has the rule {@code theorem} with this text under this
   * key.
   *
   * @return always an error, to be thrown
   */
  static InputException problem(Path file, String key, String text, String message)
      throws InputException {
    YamlNode root = YamlFile.read(file, "proof file").root();
    for (YamlNode rule : theorems(root)) {
      Optional<YamlNode> value =
          rule.isMap()
              ? Optional.ofNullable(rule.map("a theorem").values().get(key))
              : Optional.empty();
      if (value.filter(each -> each.isScalar() && each.scalar().equals(text)).isPresent()) {
        return value.get().problem(message);
      }
    }
    return root.problem(message);
  }

  /** What stands under the key {@code theorem}, anywhere. */
  private static List<YamlNode> theorems(YamlNode node) throws InputException {
    List<YamlNode> found = new ArrayList<>();
    if (node.isMap()) {
      Map<String, YamlNode> values = node.map("a map").values();
      if (values.containsKey("theorem")) {
        found.add(values.get("theorem"));
      }
      found.addAll(within(values.values()));
    } else if (node.isList()) {
      found.addAll(within(node.list("a list")));
    }
    return found;
  }

  private static List<YamlNode> within(Collection<YamlNode> nodes) throws InputException {
    List<YamlNode> found = new ArrayList<>();
    for (YamlNode node : nodes) {
      found.addAll(theorems(node));
    }
    return found;
  }
}
