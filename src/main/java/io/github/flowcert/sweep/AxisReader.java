package io.github.flowcert.sweep;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlEdit;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import io.github.flowcert.yaml.YamlPath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an axis: a list, a range, a logarithmic range or seeds. */
final class AxisReader {
  private static final int MOST_VALUES = 1_000_000;
  private static final String EXPECTED =
      "a list of values, or a map with one of values, range, logarithmic, seeds";
  private static final List<String> FORMS = List.of("values", "range", "logarithmic", "seeds");
  private static final List<String> KEYS =
      List.of("name", "values", "range", "logarithmic", "seeds", "labels");
  private static final String NAME = "letters and digits, a letter first";

  private AxisReader() {}

  static Axis read(YamlNode key, String text, YamlNode node) throws InputException {
    YamlPath path =
        YamlPath.parse(text)
            .orElseThrow(
                () ->
                    key.problem(
                        "no path; expected one as in initial.scale or problem.observed[1][2]"));
    if (path.steps().get(0).equals("case")) {
      throw key.problem("cases are named after the axes; expected the path of something else");
    }
    if (node.isList()) {
      return new Axis(key, path, word(path), text, listed(node));
    }
    YamlMap map = node.map(EXPECTED).only(KEYS);
    List<AxisValue> values = values(node, map);
    String name = map.optional("name", AxisReader::name, null);
    return new Axis(
        key,
        path,
        name == null ? word(path) : name,
        name == null ? text : name,
        map.optional("labels", labels -> labelled(values, labels), values));
  }

  private static List<AxisValue> labelled(List<AxisValue> values, YamlNode node)
      throws InputException {
    String expected = values.size() + " labels, one for each value";
    List<YamlNode> labels = node.nonEmptyList(expected);
    if (labels.size() != values.size()) {
      throw node.problem("found " + labels.size() + " labels; expected " + expected);
    }
    Set<String> seen = new HashSet<>();
    List<AxisValue> labelled = new ArrayList<>();
    for (int k = 0; k < labels.size(); k++) {
      YamlNode label = labels.get(k);
      if (!label.isScalar() || !seen.add(label.scalar())) {
        throw label.found("a word or a number, each once");
      }
      labelled.add(values.get(k).labelled(label));
    }
    return labelled;
  }

  private static String name(YamlNode node) throws InputException {
    String name = node.text(NAME);
    if (!name.matches("[A-Za-z][A-Za-z0-9]{0,29}")) {
      throw node.found(NAME + ", at most 30");
    }
    return name;
  }

  /** The last key, with the indices behind it. */
  private static String word(YamlPath path) {
    String last = path.text().substring(path.text().lastIndexOf('.') + 1);
    return last.replaceAll("[^A-Za-z0-9-]+", "-").replaceAll("^-+|-+$", "");
  }

  private static List<AxisValue> values(YamlNode whole, YamlMap map) throws InputException {
    List<String> forms = FORMS.stream().filter(map::has).toList();
    if (forms.size() != 1) {
      throw whole.problem(
          "found "
              + (forms.isEmpty() ? "none" : String.join(" and ", forms))
              + "; expected "
              + EXPECTED);
    }
    YamlNode node = map.values().get(forms.get(0));
    return switch (forms.get(0)) {
      case "values" -> listed(node);
      case "range" -> range(node);
      case "logarithmic" -> logarithmic(node);
      default -> seeds(node);
    };
  }

  private static List<AxisValue> listed(YamlNode node) throws InputException {
    List<AxisValue> values = new ArrayList<>();
    for (YamlNode each : node.nonEmptyList("a list of at least one value")) {
      values.add(AxisValue.of(each));
    }
    return values;
  }

  private static List<AxisValue> range(YamlNode node) throws InputException {
    YamlMap map = node.map("a map of from, to and maybe step").only(List.of("from", "to", "step"));
    BigDecimal from = end(map, "from");
    BigDecimal to = end(map, "to");
    BigDecimal step = map.optional("step", AxisReader::step, BigDecimal.ONE);
    if (from.compareTo(to) > 0) {
      throw node.problem(
          "found from " + from + ", which is above to " + to + "; expected from at most to");
    }
    BigDecimal steps = to.subtract(from).divide(step, 0, RoundingMode.FLOOR);
    if (steps.compareTo(BigDecimal.valueOf(MOST_VALUES)) >= 0) {
      throw node.problem("found " + steps + " steps; expected less than " + MOST_VALUES);
    }
    List<AxisValue> values = new ArrayList<>();
    for (int k = 0; k <= steps.intValueExact(); k++) {
      values.add(made(Decimals.plain(from.add(step.multiply(BigDecimal.valueOf(k)))), node));
    }
    return values;
  }

  private static BigDecimal step(YamlNode node) throws InputException {
    BigDecimal step = Decimals.read(node, "a number above 0");
    if (step.signum() <= 0) {
      throw node.found("a number above 0");
    }
    return step;
  }

  private static BigDecimal end(YamlMap map, String key) throws InputException {
    return Decimals.read(map.required(key, "a finite number"), "a finite number");
  }

  private static List<AxisValue> logarithmic(YamlNode node) throws InputException {
    YamlMap map = node.map("a map of from, to and count").only(List.of("from", "to", "count"));
    BigDecimal from = positive(map, "from");
    BigDecimal to = positive(map, "to");
    YamlNode many = map.required("count", "a whole number");
    int count = Decimals.count(many, MOST_VALUES);
    if (count == 1 && from.compareTo(to) != 0) {
      throw many.found("2 or more, for both ends");
    }
    List<AxisValue> values = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      values.add(made(Decimals.scientific(Decimals.logarithmic(from, to, k, count)), node));
    }
    return values;
  }

  private static BigDecimal positive(YamlMap map, String key) throws InputException {
    YamlNode node = map.required(key, "a number above 0");
    BigDecimal value = Decimals.read(node, "a number above 0");
    if (value.signum() <= 0) {
      throw node.found("a number above 0, as logarithms need");
    }
    return value;
  }

  private static List<AxisValue> seeds(YamlNode node) throws InputException {
    int count = Decimals.count(node, MOST_VALUES);
    List<AxisValue> values = new ArrayList<>();
    for (int k = 1; k <= count; k++) {
      values.add(made(String.valueOf(k), node));
    }
    return values;
  }

  private static AxisValue made(String text, YamlNode where) {
    return AxisValue.of(YamlEdit.scalar(text, where));
  }
}
