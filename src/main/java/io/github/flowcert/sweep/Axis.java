package io.github.flowcert.sweep;

import io.github.flowcert.yaml.YamlNode;
import io.github.flowcert.yaml.YamlPath;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What is varied.
 *
 * @param key where the sweep file names it
 * @param path the place in the case
 * @param name its name in case names and conditions
 * @param title its heading in tables: the name where the file gives one, else the path
 * @param values its values, at least one
 */
record Axis(YamlNode key, YamlPath path, String name, String title, List<AxisValue> values) {

  /** Keeps the values from changing. */
  Axis {
    values = List.copyOf(values);
  }

  int size() {
    return values.size();
  }

  /** Whether cases differ along it. */
  boolean varies() {
    return size() > 1;
  }

  /** The name as expressions have it. */
  String symbol() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The parts of cases' names that say where they lie on this axis, value by value. */
  List<String> words() {
    boolean spelledOut = spelledOut();
    return IntStream.range(0, size())
        .mapToObj(k -> name + "-" + (spelledOut ? values.get(k).label() : String.valueOf(k + 1)))
        .toList();
  }

  /** Labels stand in names only where every one of the axis can and no two are alike. */
  boolean spelledOut() {
    long different =
        values.stream().map(each -> each.label().toLowerCase(Locale.ROOT)).distinct().count();
    return different == size() && values.stream().allMatch(AxisValue::isWord);
  }
}
