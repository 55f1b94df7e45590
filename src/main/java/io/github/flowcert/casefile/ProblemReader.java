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
      default -> CompletionReader.read(problem);
    };
  }
}
