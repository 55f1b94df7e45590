package io.github.flowcert.yaml;

import java.util.List;
import java.util.Map;

/**
 * A map of a YAML file, none of its keys twice.
 *
 * @param self the node of the map
 * @param keys the nodes of the keys, by key
 * @param values the nodes of the values, by key
 */
public record YamlMap(YamlNode self, Map<String, YamlNode> keys, Map<String, YamlNode> values) {

  /** Reads a value from a node. */
  public interface Reader<T> {
    T read(YamlNode node) throws InputException;
  }

  /** This map, if it has no other keys than these. */
  public YamlMap only(List<String> known) throws InputException {
    for (Map.Entry<String, YamlNode> key : keys.entrySet()) {
      if (!known.contains(key.getKey())) {
        String hint = Spelling.hint(key.getKey(), known);
        throw key.getValue().problem("unknown key; " + hint);
      }
    }
    return this;
  }

  /** Whether this key is there. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /**
   * The value under a key.
   *
   * @throws InputException if it is missing
   */
  public YamlNode required(String key, String expected) throws InputException {
    if (!has(key)) {
      throw new YamlNode(self.file(), self.pathOf(key), self.node())
          .problem("missing; expected " + expected);
    }
    return values.get(key);
  }

  /**
   * What is read under a key, or something else where it is missing.
   *
   * @throws InputException if it is there and cannot be read
   */
  public <T> T optional(String key, Reader<T> reader, T otherwise) throws InputException {
    return has(key) ? reader.read(values.get(key)) : otherwise;
  }
}
