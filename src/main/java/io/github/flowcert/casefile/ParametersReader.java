package io.github.flowcert.casefile;

import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads {@code initial} of a regression: kind zero, or kind vector with a value. */
final class ParametersReader {
  private static final List<String> KINDS = List.of("zero", "vector");

  private ParametersReader() {}

  static Initial read(YamlNode node, LeastSquares problem) throws InputException {
    YamlMap initial = node.map("a map of kind and, for kind vector, value");
    String kind =
        initial
            .required("kind", "one of " + String.join(", ", KINDS))
            .choice(word -> Optional.of(word).filter(KINDS::contains), KINDS);
    if (kind.equals("zero")) {
      initial.only(List.of("kind"));
      return new Initial.Parameters(Collections.nCopies(problem.rows(), 0.0));
    }
    initial.only(List.of("kind", "value"));
    return vector(initial.required("value", "a list of numbers"), problem.rows());
  }

  private static Initial vector(YamlNode node, int parameters) throws InputException {
    List<Double> values = new ArrayList<>();
    for (YamlNode each : node.nonEmptyList("a list of numbers")) {
      values.add(Numbers.finite(each));
    }
    if (values.size() != parameters) {
      throw node.problem(
          "found "
              + values.size()
              + (values.size() == 1 ? " number" : " numbers")
              + "; expected "
              + parameters
              + ", as many as X has columns");
    }
    return new Initial.Parameters(values);
  }
}
