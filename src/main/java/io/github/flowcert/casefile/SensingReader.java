package io.github.flowcert.casefile;

import io.github.flowcert.problem.MatrixSensing;
import io.github.flowcert.problem.RandomSensing;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads {@code problem} of kind matrix-sensing: measurement matrices and labels inline or from CSV
 * files, or random ones.
 */
final class SensingReader {
  private static final String MEASUREMENTS =
      "a list of maps of matrix and label, or a map of matrices and labels";
  private static final String MATRIX = "rows of numbers, or the path of a CSV file";
  private static final String LABELS = "a list of numbers, or the path of a CSV file";
  private static final int LARGEST_SIDE = 10_000;

  private final List<double[][]> matrices = new ArrayList<>();
  private final List<YamlNode> places = new ArrayList<>();

  private SensingReader() {}

  static MatrixSensing read(YamlMap problem) throws InputException {
    if (problem.has("random")) {
      problem.only(List.of("kind", "random"));
      return random(problem.required("random", "a map").map("a map of size, .. and seed"));
    }
    problem.only(List.of("kind", "measurements"));
    YamlNode measurements = problem.required("measurements", MEASUREMENTS);
    SensingReader reader = new SensingReader();
    return measurements.isMap() ? reader.apart(measurements) : reader.together(measurements);
  }

  /** A list of maps with a matrix and its label. */
  private MatrixSensing together(YamlNode node) throws InputException {
    List<Double> labels = new ArrayList<>();
    for (YamlNode item : node.nonEmptyList(MEASUREMENTS)) {
      YamlMap map = item.map("a map of matrix and label").only(List.of("matrix", "label"));
      add(map.required("matrix", MATRIX));
      labels.add(Numbers.finite(map.required("label", "the number that was measured")));
    }
    return problem(labels.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** A list of matrices, and their labels as a list or in a file. */
  private MatrixSensing apart(YamlNode node) throws InputException {
    YamlMap map = node.map(MEASUREMENTS).only(List.of("matrices", "labels"));
    for (YamlNode item :
        map.required("matrices", "a list of matrices").nonEmptyList("a list of matrices")) {
      add(item);
    }
    YamlNode place = map.required("labels", LABELS);
    double[] labels = labels(place);
    if (labels.length != matrices.size()) {
      throw place.problem(
          "found "
              + labels.length
              + (labels.length == 1 ? " label" : " labels")
              + "; expected "
              + matrices.size()
              + ", one for each measurement matrix");
    }
    return problem(labels);
  }

  private void add(YamlNode node) throws InputException {
    double[][] matrix =
        node.isText()
            ? DataFile.read(node)
            : Matrices.read(node).stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    if (!matrices.isEmpty()) {
      checkSize(node, matrix, matrices.get(0));
    }
    matrices.add(matrix);
    places.add(node);
  }

  private static void checkSize(YamlNode node, double[][] matrix, double[][] first)
      throws InputException {
    if (matrix.length != first.length || matrix[0].length != first[0].length) {
      throw node.problem(
          "found a "
              + size(matrix)
              + " matrix; expected "
              + size(first)
              + ", the size of the first measurement matrix");
    }
  }

  private static String size(double[][] matrix) {
    return matrix.length + "-by-" + matrix[0].length;
  }

  private static double[] labels(YamlNode node) throws InputException {
    if (node.isText()) {
      double[][] rows = DataFile.read(node);
      if (rows.length > 1 && rows[0].length > 1) {
        throw node.problem(
            "the file has " + rows[0].length + " columns; expected one label in each line");
      }
      return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
    List<Double> labels = new ArrayList<>();
    for (YamlNode each : node.nonEmptyList(LABELS)) {
      labels.add(Numbers.finite(each));
    }
    return labels.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private MatrixSensing problem(double[] labels) throws InputException {
    double[][] flat = new double[labels.length][];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = Arrays.stream(matrices.get(i)).flatMapToDouble(Arrays::stream).toArray();
      if (Arrays.stream(flat[i]).allMatch(entry -> entry == 0)) {
        throw places
            .get(i)
            .problem("a measurement matrix of zeros measures nothing; expected another entry");
      }
    }
    double[][] first = matrices.get(0);
    return MatrixSensing.of(first.length, first[0].length, flat, labels);
  }

  private static MatrixSensing random(YamlMap random) throws InputException {
    random.only(List.of("size", "measurements", "rank", "seed"));
    YamlNode size = random.required("size", "[rows, columns]");
    List<YamlNode> sides = size.list("[rows, columns]");
    if (sides.size() != 2) {
      throw size.found("[rows, columns]");
    }
    int rows = Numbers.wholeUpTo(sides.get(0), LARGEST_SIDE);
    int columns = Numbers.wholeUpTo(sides.get(1), LARGEST_SIDE);
    YamlNode count = random.required("measurements", "how many there are");
    int measurements = Numbers.positiveInt(count);
    Memory.refuse(count, "the measurement matrices have ", (double) measurements * rows * columns);
    YamlNode rank = random.required("rank", "the rank of the matrix that is measured");
    return RandomSensing.of(
        rows,
        columns,
        measurements,
        Numbers.wholeUpTo(rank, Math.min(rows, columns)),
        Numbers.anyLong(random.required("seed", "a whole number")));
  }
}
