package io.github.flowcert.casefile;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.List;

/** Reads {@code problem}. */
final class ProblemReader {
  private static final String KIND = "matrix-completion";
  private static final List<String> LATER = List.of("matrix-sensing", "least-squares");

  private ProblemReader() {}

  static MatrixCompletion read(YamlNode node) throws InputException {
    YamlMap problem = node.map("a map of kind and observed");
    checkKind(problem.required("kind", KIND));
    return CompletionReader.read(problem);
  }

  private static void checkKind(YamlNode kind) throws InputException {
    String word = kind.text(KIND);
    if (LATER.contains(word)) {
      throw kind.problem(word + " is not in this version; expected " + KIND);
    }
    if (!word.equals(KIND)) {
      throw kind.found(KIND);
    }
  }
}
