package io.github.flowcert.proof;

import io.github.flowcert.proof.ProofFile.TrajectorySymbols;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.Spelling;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads which variables stand for the product matrix along the flow. */
final class TrajectoryReader {
  private TrajectoryReader() {}

  static TrajectorySymbols read(YamlNode node, List<String> variables) throws InputException {
    YamlMap map = node.map("{now: [...], start: [...]}").only(List.of("now", "start"));
    List<String> now = names(map.required("now", "variables"), variables);
    List<String> start = names(map.required("start", "variables"), variables);
    List<String> all = new ArrayList<>(now);
    all.addAll(start);
    if (new HashSet<>(all).size() != all.size()) {
      throw node.problem("found " + all + "; expected other variables for the start");
    }
    return new TrajectorySymbols(now, start);
  }

  private static List<String> names(YamlNode node, List<String> variables) throws InputException {
    String expected = "one variable for the determinant, or four for the entries, row by row";
    List<String> names = new ArrayList<>();
    for (YamlNode item : node.list(expected)) {
      String name = item.text("a variable");
      if (!variables.contains(name)) {
        throw item.problem("unknown variable '" + name + "'; " + Spelling.hint(name, variables));
      }
      names.add(name);
    }
    if (names.size() != 1 && names.size() != 4) {
      throw node.problem("found " + names.size() + " names; expected " + expected);
    }
    return names;
  }
}
