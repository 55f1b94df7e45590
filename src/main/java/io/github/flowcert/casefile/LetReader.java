package io.github.flowcert.casefile;

import io.github.flowcert.casefile.ClaimRequest.Let;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code let}: names that claims of the user's own may use, in order. */
final class LetReader {
  private static final String NAMES = "letters and digits, a letter first";

  private final ClaimVocabulary vocabulary;
  private final MatrixProblem problem;

  LetReader(ClaimVocabulary vocabulary, MatrixProblem problem) {
    this.vocabulary = vocabulary;
    this.problem = problem;
  }

  List<Let> read(YamlNode node) throws InputException {
    YamlMap map = node.map("a map of names and the expressions that they stand for");
    List<String> names = List.copyOf(map.values().keySet());
    List<Let> earlier = new ArrayList<>();
    for (Map.Entry<String, YamlNode> entry : map.values().entrySet()) {
      checkName(map.keys().get(entry.getKey()), entry.getKey(), earlier);
      Let let = new Let(entry.getKey(), expression(entry.getValue()));
      checkExpression(entry.getValue(), let, names.subList(earlier.size(), names.size()), earlier);
      earlier.add(let);
    }
    return List.copyOf(earlier);
  }

  private void checkName(YamlNode key, String name, List<Let> earlier) throws InputException {
    if (!name.matches("[A-Za-z][A-Za-z0-9]*")) {
      throw key.problem("'" + name + "' is no name; expected " + NAMES);
    }
    if (earlier.stream().anyMatch(each -> each.name().equalsIgnoreCase(name))) {
      throw key.problem("this name stands twice, as case does not count; expected it once");
    }
    if (vocabulary.isTaken(name, problem)) {
      throw key.problem(
          "'" + name + "' is a quantity, a constant or a function already; expected another name");
    }
  }

  private void checkExpression(YamlNode node, Let let, List<String> notYet, List<Let> earlier)
      throws InputException {
    for (String name : notYet) {
      if (let.mentions(name)) {
        throw node.problem("'" + name + "' is not known yet; expected names from further up");
      }
    }
    Optional<String> wrong = vocabulary.problemWithLet(let.expression(), problem, earlier);
    if (wrong.isPresent()) {
      throw node.problem(wrong.get());
    }
  }

  /** Text as it stands; a number of YAML's in digits, as Symja reads 1e-3 otherwise. */
  private static String expression(YamlNode node) throws InputException {
    if (node.node() instanceof ScalarNode scalar && !node.isText()) {
      Numbers.finite(node, "an expression, as in 'Abs(z)/2', or a number");
      return new BigDecimal(scalar.getValue()).toPlainString();
    }
    return node.text("an expression, as in 'Abs(z)/2', or a number");
  }
}
