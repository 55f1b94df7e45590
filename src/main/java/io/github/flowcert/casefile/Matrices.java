package io.github.flowcert.casefile;

import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Matrices written as lists of rows: at least one row, at least one entry, all rows as long. */
final class Matrices {
  private Matrices() {}

  static List<List<Double>> read(YamlNode node) throws InputException {
    List<List<Double>> matrix = new ArrayList<>();
    for (List<YamlNode> row : rows(node)) {
      List<Double> entries = new ArrayList<>();
      for (YamlNode entry : row) {
        entries.add(Numbers.finite(entry));
      }
      matrix.add(List.copyOf(entries));
    }
    return List.copyOf(matrix);
  }

  static List<List<YamlNode>> rows(YamlNode node) throws InputException {
    List<List<YamlNode>> rows = new ArrayList<>();
    for (YamlNode row : node.nonEmptyList("a list of rows, as in [[1, 0], [0, 1]]")) {
      List<YamlNode> entries = row.nonEmptyList("a row of entries, as in [1, 0]");
      if (!rows.isEmpty() && entries.size() != rows.get(0).size()) {
        throw row.problem(
            "found "
                + entries.size()
                + " entries; expected as many as in row 1, which has "
                + rows.get(0).size());
      }
      rows.add(entries);
    }
    return rows;
  }

  static String size(List<List<Double>> matrix) {
    return matrix.size() + "-by-" + matrix.get(0).size();
  }
}
