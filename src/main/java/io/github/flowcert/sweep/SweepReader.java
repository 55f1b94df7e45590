package io.github.flowcert.sweep;

import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlFile;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads sweep files, and refuses what cannot be right with the line where it stands. */
public final class SweepReader {
  private static final List<String> KEYS =
      List.of("sweep", "about", "base", "axes", "zip", "where");
  private static final long MOST_CASES = 10_000_000;
  private static final String AXES = "a map of paths and their values";

  private SweepReader() {}

  /**
   * The sweep in a file.
   *
   * @throws InputException if the file or its base cannot be read, or something in it cannot be
   *     right
   */
  public static Sweep read(Path file) throws InputException {
    YamlFile yaml = YamlFile.read(file, "sweep file");
    YamlMap root = yaml.root().map("a map of " + String.join(", ", KEYS)).only(KEYS);
    YamlNode name = root.required("sweep", "a unique name");
    CaseReader.checkName(name);
    String about = root.optional("about", node -> node.freeText("a line of text"), "");
    YamlFile base = base(root.required("base", "the path of a case file"));
    List<List<Axis>> groups = groups(root);
    List<Axis> axes = groups.stream().flatMap(List::stream).toList();
    checkNames(axes);
    Filter filter = root.optional("where", node -> Filter.read(node, axes), Filter.none());
    Grid grid = new Grid(groups, filter);
    checkSize(root, grid);
    Sweep.Texts texts = new Sweep.Texts(yaml.text(), base.text());
    return new Sweep(name, about.strip().replaceAll("\\s+", " "), base.root(), texts, grid);
  }

  /** The base, looked for from the sweep's file and then from where the program runs. */
  private static YamlFile base(YamlNode node) throws InputException {
    Path stated = Path.of(node.freeText("the path of a case file"));
    Path beside = node.file().resolveSibling(stated).normalize();
    if (!Files.exists(beside) && !Files.exists(stated)) {
      throw node.problem("no such file: " + beside + "; expected the path of a case file");
    }
    Path file = Files.exists(beside) ? beside : stated;
    YamlFile base = YamlFile.read(file, "case file");
    base.root().map("a case, as a map");
    return base;
  }

  private static List<List<Axis>> groups(YamlMap root) throws InputException {
    List<List<Axis>> groups = new ArrayList<>();
    for (Axis axis : axes(root.required("axes", AXES))) {
      groups.add(distinct(List.of(axis)));
    }
    if (root.has("zip")) {
      for (YamlNode each : root.values().get("zip").nonEmptyList("a list of maps of axes")) {
        groups.add(distinct(zipped(each)));
      }
    }
    return groups;
  }

  private static List<Axis> zipped(YamlNode node) throws InputException {
    List<Axis> axes = axes(node);
    Axis first = axes.get(0);
    for (Axis axis : axes) {
      if (axis.size() != first.size()) {
        throw axis.key()
            .problem(
                "has "
                    + axis.size()
                    + " values; expected "
                    + first.size()
                    + ", as "
                    + first.path().text());
      }
    }
    return axes;
  }

  /** Of axes that move together every step must make another case. */
  private static List<Axis> distinct(List<Axis> group) throws InputException {
    Map<List<Object>, Integer> seen = new HashMap<>();
    for (int k = 0; k < group.get(0).size(); k++) {
      List<Object> identity = new ArrayList<>();
      for (Axis axis : group) {
        identity.add(axis.values().get(k).identity());
      }
      if (seen.putIfAbsent(identity, k) != null) {
        String together = group.size() == 1 ? "" : " beside the same values of the others";
        Axis first = group.get(0);
        throw first
            .key()
            .problem(
                "has '"
                    + first.values().get(k).label()
                    + "' twice"
                    + together
                    + "; expected it once");
      }
    }
    return group;
  }

  private static List<Axis> axes(YamlNode node) throws InputException {
    YamlMap map = node.map(AXES);
    List<Axis> axes = new ArrayList<>();
    for (Map.Entry<String, YamlNode> entry : map.values().entrySet()) {
      axes.add(AxisReader.read(map.keys().get(entry.getKey()), entry.getKey(), entry.getValue()));
    }
    if (axes.isEmpty()) {
      throw node.problem("no axes; expected " + AXES);
    }
    return axes;
  }

  private static void checkNames(List<Axis> axes) throws InputException {
    Set<String> paths = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Axis axis : axes) {
      if (!paths.add(axis.path().text())) {
        throw axis.key().problem("is an axis already; expected each path once");
      }
      if (!names.add(axis.symbol())) {
        throw axis.key()
            .problem(
                "another axis is called '"
                    + axis.name()
                    + "' too; expected 'name: ...' in one of them");
      }
      if (Table.COLUMNS.contains(axis.title())) {
        throw axis.key()
            .problem(
                "the table has a column '" + axis.title() + "' already; expected another name");
      }
    }
  }

  private static void checkSize(YamlMap root, Grid grid) throws InputException {
    BigInteger points = grid.points();
    if (points.compareTo(BigInteger.valueOf(MOST_CASES)) > 0) {
      String before = root.has("where") ? " before 'where'" : "";
      throw root.values()
          .get("axes")
          .problem("make " + points + " cases" + before + "; expected at most " + MOST_CASES);
    }
    if (!grid.iterator().hasNext()) {
      throw root.values()
          .get("where")
          .problem("no case is left; expected a condition that some meet");
    }
  }
}
