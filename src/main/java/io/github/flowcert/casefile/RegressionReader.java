package io.github.flowcert.casefile;

import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.RandomRegression;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads {@code problem} of kind least-squares: X and y inline, from CSV files, or random. */
final class RegressionReader {
  private static final String DESIGN = "rows of numbers, the path of a CSV file, or random";
  private static final String LABELS = "a list of numbers, the path of a CSV file, or random";
  private static final double LARGEST_CONDITION = 1e15;

  private RegressionReader() {}

  static LeastSquares read(YamlMap problem) throws InputException {
    problem.only(List.of("kind", "X", "y"));
    double[][] design = design(problem.required("X", DESIGN));
    YamlNode node = problem.required("y", LABELS);
    double[] labels = labels(node, design);
    if (labels.length != design.length) {
      throw node.problem(
          "found "
              + labels.length
              + (labels.length == 1 ? " label" : " labels")
              + "; expected "
              + design.length
              + ", one for each row of X");
    }
    return LeastSquares.of(design, labels);
  }

  private static double[][] design(YamlNode node) throws InputException {
    if (node.isText()) {
      return DataFile.read(node);
    }
    if (node.isMap()) {
      return randomDesign(randomIn(node));
    }
    return Matrices.read(node).stream()
        .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  private static YamlMap randomIn(YamlNode node) throws InputException {
    YamlMap map = node.map("a map with random").only(List.of("random"));
    return map.required("random", "a map with seed").map("a map with seed");
  }

  private static double[][] randomDesign(YamlMap random) throws InputException {
    random.only(List.of("size", "rank", "condition", "seed"));
    YamlNode node = random.required("size", "[rows, columns]");
    List<YamlNode> sides = node.list("[rows, columns]");
    if (sides.size() != 2) {
      throw node.found("[rows, columns]");
    }
    int rows = Numbers.positiveInt(sides.get(0));
    int columns = Numbers.positiveInt(sides.get(1));
    Memory.refuse(node, "X has ", (double) rows * columns);
    int most = Math.min(rows, columns);
    int rank = random.optional("rank", each -> Numbers.wholeUpTo(each, most), most);
    double condition = condition(random, rank);
    refuseLost(random, condition, Math.max(rows, columns));
    long seed = Numbers.anyLong(random.required("seed", "a whole number"));
    return RandomRegression.design(rows, columns, rank, condition, seed);
  }

  /** A singular value below the rounding of the entries of X would not be found again. */
  private static void refuseLost(YamlMap random, double condition, int side) throws InputException {
    double most = 0x1p52 / side;
    if (condition >= most) {
      throw random
          .required("condition", "a number")
          .problem(
              "the smallest singular value is lost in the rounding of entries; expected less than "
                  + String.format(Locale.ROOT, "%.1e", most)
                  + " for a side of "
                  + side);
    }
  }

  private static double condition(YamlMap random, int rank) throws InputException {
    if (rank == 1) {
      return random.optional("condition", each -> Numbers.between(each, 1, 1), 1.0);
    }
    String expected = "the quotient of the largest and the smallest singular value";
    return Numbers.between(random.required("condition", expected), 1, LARGEST_CONDITION);
  }

  private static double[] labels(YamlNode node, double[][] design) throws InputException {
    if (node.isText()) {
      return column(node, DataFile.read(node));
    }
    if (node.isMap()) {
      return randomLabels(randomIn(node), design);
    }
    List<Double> labels = new ArrayList<>();
    for (YamlNode each : node.nonEmptyList(LABELS)) {
      labels.add(Numbers.finite(each));
    }
    return labels.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] column(YamlNode node, double[][] rows) throws InputException {
    if (rows.length > 1 && rows[0].length > 1) {
      throw node.problem(
          "the file has " + rows[0].length + " columns; expected one label in each line");
    }
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[] randomLabels(YamlMap random, double[][] design) throws InputException {
    random.only(List.of("seed", "noise"));
    long seed = Numbers.anyLong(random.required("seed", "a whole number"));
    if (!random.has("noise")) {
      return RandomRegression.labels(design.length, seed);
    }
    double noise = Numbers.nonNegative(random.required("noise", "a number that is 0 or more"));
    return RandomRegression.labels(design, noise, seed);
  }
}
