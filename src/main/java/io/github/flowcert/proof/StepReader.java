package io.github.flowcert.proof;

import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Term;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads steps. */
final class StepReader {
  private static final List<String> KEYS =
      List.of("id", "place", "given", "statement", "by", "from", "as-printed", "note", "corrected");
  private static final List<String> RULES =
      List.of(
          "logarithm",
          "triangle",
          "homogeneity",
          "nonnegative",
          "definite",
          "theorem",
          "interval",
          "monotone",
          "chord",
          "sign-kept");

  private final ProofScope scope;

  StepReader(ProofScope scope) {
    this.scope = scope;
  }

  List<Step> list(YamlNode node) throws InputException {
    List<Step> steps = new ArrayList<>();
    for (YamlNode item : node.nonEmptyList("a list of steps")) {
      steps.add(step(item.map("a step").only(KEYS)));
    }
    return steps;
  }

  private Step step(YamlMap map) throws InputException {
    List<Statement> given = map.optional("given", this::statements, List.of());
    Statement statement = scope.statement(map.required("statement", "a statement"));
    List<String> from = map.optional("from", scope::references, List.of());
    Rule rule = rule(map.required("by", "arithmetic, identity, or a map of a rule"));
    Optional<Step> corrected =
        map.has("corrected")
            ? Optional.of(step(map.values().get("corrected").map("a step").only(KEYS)))
            : Optional.empty();
    return new Step(
        scope.fact(map.required("id", "a name")),
        map.required("place", "where it stands").text("where it stands"),
        given,
        statement,
        rule,
        from,
        map.optional("as-printed", StepReader::flag, true),
        map.optional("note", n -> n.text("a note"), ""),
        corrected);
  }

  static boolean flag(YamlNode node) throws InputException {
    String word = node.isScalar() ? node.scalar() : "";
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> throw node.found("true or false");
    };
  }

  private List<Statement> statements(YamlNode node) throws InputException {
    List<Statement> statements = new ArrayList<>();
    for (YamlNode item : node.nonEmptyList("a list of statements")) {
      statements.add(scope.statement(item));
    }
    return statements;
  }

  private Rule rule(YamlNode node) throws InputException {
    if (!node.isMap()) {
      return switch (node.text("arithmetic, identity, or a map of a rule")) {
        case "arithmetic" -> new Rule.Arithmetic(List.of());
        case "identity" -> new Rule.Identity();
        default -> throw node.found("arithmetic, identity, or one of " + RULES + " with its data");
      };
    }
    YamlMap map = node.map("a rule").only(RULES);
    if (map.values().size() != 1) {
      throw node.problem("found " + map.values().size() + " rules; expected one");
    }
    String word = map.values().keySet().iterator().next();
    YamlNode data = map.values().get(word);
    return switch (word) {
      case "logarithm" -> new Rule.Arithmetic(terms(data));
      case "triangle" -> triangle(data);
      case "homogeneity" -> homogeneity(data);
      case "nonnegative" -> new Rule.Nonnegative(scope.knownNorm(data));
      case "definite" -> new Rule.Definite(scope.knownNorm(data));
      case "interval" -> new CalculusReader(scope).interval(data);
      case "monotone" -> new CalculusReader(scope).monotone(data);
      case "chord" -> new CalculusReader(scope).chord(data);
      case "sign-kept" -> signKept(data);
      default -> theorem(data);
    };
  }

  private List<Term> terms(YamlNode node) throws InputException {
    List<Term> terms = new ArrayList<>();
    for (YamlNode item : node.nonEmptyList("a list of positive expressions")) {
      terms.add(scope.term(item));
    }
    return terms;
  }

  private Rule triangle(YamlNode node) throws InputException {
    YamlMap map =
        node.map("{constant: c, whole: ..., parts: [..., ...]}")
            .only(List.of("constant", "whole", "parts"));
    YamlNode parts = map.required("parts", "two names of norm values");
    List<YamlNode> two = parts.list("two names of norm values");
    if (two.size() != 2) {
      throw parts.problem("found " + two.size() + " parts; expected 2");
    }
    return new Rule.Triangle(
        scope.known(map.required("constant", "the constant c")),
        scope.knownNorm(map.required("whole", "a norm value")),
        scope.knownNorm(two.get(0)),
        scope.knownNorm(two.get(1)));
  }

  private Rule homogeneity(YamlNode node) throws InputException {
    YamlMap map =
        node.map("{of: ..., factor: ..., unit: ...}").only(List.of("of", "factor", "unit"));
    return new Rule.Homogeneity(
        scope.knownNorm(map.required("of", "a norm value")),
        scope.term(map.required("factor", "an expression")),
        scope.knownNorm(map.required("unit", "a norm value")));
  }

  private Rule signKept(YamlNode node) throws InputException {
    List<String> keys = List.of("conserved", "rate", "bound");
    YamlMap map = node.map("{conserved: ..., rate: ..., bound: ...}").only(keys);
    return new Rule.SignKept(
        scope.reference(map.required("conserved", "that factors stay balanced")),
        scope.reference(map.required("rate", "the determinant's rate")),
        scope.reference(map.required("bound", "a bound on it")));
  }

  private Rule theorem(YamlNode node) throws InputException {
    YamlMap map = node.map("{proof: ..., with: {...}}").only(List.of("proof", "part", "with"));
    Map<String, Term> with = map.optional("with", scope::terms, Map.of());
    Optional<String> part =
        map.optional("part", n -> Optional.of(n.text("a conclusion's name")), Optional.empty());
    String proof = ProofReader.name(map.required("proof", "a proof's name"));
    return new Rule.Theorem(proof, part, with);
  }
}
