package io.github.flowcert.casefile;

import io.github.flowcert.casefile.ClaimRequest.Custom;
import io.github.flowcert.casefile.ClaimRequest.Let;
import io.github.flowcert.casefile.ClaimRequest.Named;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.Spelling;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code claims}. */
final class ClaimsReader {
  private static final List<String> KEYS = List.of("id", "expression", "when");

  private final ClaimVocabulary vocabulary;
  private final MatrixProblem problem;
  private final List<Let> lets;

  ClaimsReader(ClaimVocabulary vocabulary, MatrixProblem problem, List<Let> lets) {
    this.vocabulary = vocabulary;
    this.problem = problem;
    this.lets = lets;
  }

  List<ClaimRequest> read(YamlNode node) throws InputException {
    Map<String, ClaimRequest> claims = new LinkedHashMap<>();
    for (YamlNode item : node.nonEmptyList("a list of claims, such as [determinant-sign]")) {
      ClaimRequest claim = item.isMap() ? custom(item) : named(item);
      if (claims.putIfAbsent(claim.id(), claim) != null) {
        throw item.problem("the claim '" + claim.id() + "' stands twice; expected it once");
      }
    }
    return List.copyOf(claims.values());
  }

  private ClaimRequest named(YamlNode node) throws InputException {
    String id = node.text("a claim's identifier or a map of id, expression and when");
    if (!vocabulary.knows(id)) {
      throw node.problem(
          "unknown claim '" + id + "'; " + Spelling.hint(id, vocabulary.identifiers()));
    }
    return new Named(id);
  }

  private ClaimRequest custom(YamlNode node) throws InputException {
    YamlMap claim = node.map("a map of id, expression and when").only(KEYS);
    YamlNode id = claim.required("id", "a name for the claim");
    String name = Names.read(id);
    if (vocabulary.knows(name)) {
      throw id.problem("'" + name + "' is in the catalogue; expected a name of its own");
    }
    YamlNode expression = claim.required("expression", "a comparison, as in 'loss < 1/2'");
    String statement = comparison(expression);
    String when = claim.optional("when", this::condition, null);
    return new Custom(
        name, statement, when, used(when == null ? statement : statement + ";" + when));
  }

  /** The definitions that a text mentions, and those that these mention. */
  private List<Let> used(String text) {
    Deque<Let> used = new ArrayDeque<>();
    for (int k = lets.size() - 1; k >= 0; k--) {
      String name = lets.get(k).name();
      if (Let.mentions(text, name) || used.stream().anyMatch(let -> let.mentions(name))) {
        used.addFirst(lets.get(k));
      }
    }
    return List.copyOf(used);
  }

  private String comparison(YamlNode node) throws InputException {
    String text = node.freeText("a comparison, as in 'loss < 1/2'");
    return accepted(node, text, vocabulary.problemWith(text, problem, lets));
  }

  private String condition(YamlNode node) throws InputException {
    String text = node.freeText("a condition, as in 'loss < 1/2'");
    return accepted(node, text, vocabulary.problemWithCondition(text, problem, lets));
  }

  private static String accepted(YamlNode node, String text, Optional<String> wrong)
      throws InputException {
    if (wrong.isPresent()) {
      throw node.problem(wrong.get());
    }
    return text;
  }
}
