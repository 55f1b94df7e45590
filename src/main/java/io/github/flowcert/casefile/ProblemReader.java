package io.github.flowcert.casefile;

import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.problem.MatrixSensing;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads {@code problem}. */
final class ProblemReader {
  private static final List<String> KINDS =
      List.of(MatrixCompletion.KIND, MatrixSensing.KIND, LeastSquares.KIND);

  private ProblemReader() {}

  static MatrixProblem read(YamlNode node) throws InputException {
    YamlMap problem = node.map("a map of kind and what belongs to the kind");
    String kind =
        problem
            .required("kind", "one of " + String.join(", ", KINDS))
            .choice(word -> Optional.of(word).filter(KINDS::contains), KINDS);
    return switch (kind) {
      case MatrixSensing.KIND -> SensingReader.read(problem);
      case LeastSquares.KIND -> RegressionReader.read(problem);
      default -> completion(problem);
    };
  }

  private static MatrixCompletion completion(YamlMap problem) throws InputException {
    if (problem.has("random")) {
      throw problem
          .keys()
          .get("random")
          .problem("random problems are not in this version; expected observed entries");
    }
    problem.only(List.of("kind", "observed"));
    return observed(problem.required("observed", "the rows of the matrix, '?' where unobserved"));
  }

  private static MatrixCompletion observed(YamlNode node) throws InputException {
    List<List<YamlNode>> rows = Matrices.rows(node);
    Double[][] entries = new Double[rows.size()][rows.get(0).size()];
    for (int i = 0; i < entries.length; i++) {
      for (int j = 0; j < entries[i].length; j++) {
        entries[i][j] = entry(rows.get(i).get(j));
      }
    }
    MatrixCompletion problem = MatrixCompletion.of(entries);
    if (problem.observations() == 0) {
      throw node.problem("no entry is observed; expected at least one number");
    }
    return problem;
  }

  /** The number that stands here; null for the mark of an unobserved entry. */
  private static Double entry(YamlNode node) throws InputException {
    if (node.isText() && node.text("a mark").equals("?")) {
      return null;
    }
    return Numbers.finite(node, "a finite number, or '?' in quotes");
  }
}
