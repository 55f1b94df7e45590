package io.github.flowcert.casefile;

import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the matrices W_1 .. W_L of a start, whose product W_L ... W_1 must fit the problem. */
final class FactorsReader {
  private final MatrixProblem problem;
  private final StatedFactorization factorization;

  FactorsReader(MatrixProblem problem, StatedFactorization factorization) {
    this.problem = problem;
    this.factorization = factorization;
  }

  Initial.Factors read(YamlNode node) throws InputException {
    List<YamlNode> items = node.list("a list of matrices, W_1 first");
    if (items.size() != factorization.depth()) {
      throw node.problem(
          "found a list of "
              + items.size()
              + "; expected one matrix per layer, of which"
              + " factorization.depth has "
              + factorization.depth());
    }
    List<List<List<Double>>> matrices = new ArrayList<>();
    int columns = problem.columns();
    for (YamlNode item : items) {
      List<List<Double>> matrix = Matrices.read(item);
      matrices.add(matrix);
      checkColumns(item, matrix, columns, matrices.size());
      checkRows(item, matrix, matrices.size());
      columns = matrix.size();
    }
    return new Initial.Factors(List.copyOf(matrices));
  }

  private void checkColumns(YamlNode node, List<List<Double>> matrix, int columns, int layer)
      throws InputException {
    if (matrix.get(0).size() != columns) {
      String as =
          layer == 1 ? factorization.matrix() + " has columns" : "W_" + (layer - 1) + " has rows";
      throw wrongSize(node, matrix, columns + " columns, as many as " + as);
    }
  }

  private void checkRows(YamlNode node, List<List<Double>> matrix, int layer)
      throws InputException {
    if (layer == factorization.depth()) {
      if (matrix.size() != problem.rows()) {
        throw wrongSize(
            node,
            matrix,
            problem.rows() + " rows, as many as " + factorization.matrix() + " has rows");
      }
      return;
    }
    checkWidth(node, matrix, layer);
  }

  private void checkWidth(YamlNode node, List<List<Double>> matrix, int layer)
      throws InputException {
    if (matrix.size() < factorization.least()) {
      throw node.problem(factorization.tooNarrow(matrix.size()));
    }
    if (factorization.hidden().isPresent()) {
      int width = factorization.hidden().get().get(layer - 1);
      if (matrix.size() != width) {
        throw wrongSize(node, matrix, width + " rows, as factorization.hidden says");
      }
    }
  }

  private static InputException wrongSize(
      YamlNode node, List<List<Double>> matrix, String expected) {
    return node.problem("found a " + Matrices.size(matrix) + " matrix; expected " + expected);
  }
}
