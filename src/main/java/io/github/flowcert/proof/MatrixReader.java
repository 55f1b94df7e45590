package io.github.flowcert.proof;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.proof.MatrixSection.MatrixAssumption;
import io.github.flowcert.proof.MatrixSection.MatrixStep;
import io.github.flowcert.word.Alphabet;
import io.github.flowcert.word.Assertion;
import io.github.flowcert.word.Network;
import io.github.flowcert.word.Shape;
import io.github.flowcert.word.WordException;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a proof file says about matrices. */
final class MatrixReader {
  private static final List<String> KEYS =
      List.of("square", "letters", "assumptions", "steps", "conclusions");
  private static final List<String> STEP_KEYS =
      List.of("id", "place", "statement", "by", "from", "as-printed", "note", "corrected");
  private static final List<String> RULES = List.of("derivative", "product", "instance", "theorem");

  private final ProofScope scope;
  private final Map<String, Alphabet.Kind> more;
  private final Alphabet alphabet;
  private final boolean square;

  private MatrixReader(ProofScope scope, boolean square, Map<String, Alphabet.Kind> more) {
    this.scope = scope;
    this.square = square;
    this.more = more;
    this.alphabet = Network.alphabet(square).with(more);
  }

  static MatrixSection read(YamlNode node, ProofScope scope) throws InputException {
    YamlMap map = node.map("a map with the keys " + KEYS).only(KEYS);
    boolean square = map.optional("square", StepReader::flag, false);
    Map<String, Alphabet.Kind> more = map.optional("letters", MatrixReader::letters, Map.of());
    Network.flow().keySet().forEach(scope::reserve);
    Network.balanced().keySet().forEach(scope::reserve);
    return new MatrixReader(scope, square, more).section(map);
  }

  private MatrixSection section(YamlMap map) throws InputException {
    List<MatrixAssumption> assumptions = map.optional("assumptions", this::assumptions, List.of());
    List<MatrixStep> steps = map.optional("steps", this::steps, List.of());
    return new MatrixSection(
        square, more, assumptions, steps, map.optional("conclusions", this::steps, List.of()));
  }

  private static Map<String, Alphabet.Kind> letters(YamlNode node) throws InputException {
    Map<String, Alphabet.Kind> letters = new LinkedHashMap<>();
    YamlMap map = node.map("a map of names to [rows, columns]");
    for (Map.Entry<String, YamlNode> entry : map.values().entrySet()) {
      String expected = "[rows, columns], names of numbers such as d";
      List<YamlNode> sizes = entry.getValue().list(expected);
      if (sizes.size() != 2 || !entry.getKey().matches("[a-z][a-z0-9]*")) {
        throw entry.getValue().found(expected + ", for a name in lower case");
      }
      Shape shape = new Shape(sizes.get(0).text(expected), sizes.get(1).text(expected));
      if (Network.alphabet(true).letters().containsKey(entry.getKey())) {
        throw entry.getValue().problem("'" + entry.getKey() + "' is a letter of the network");
      }
      letters.put(entry.getKey(), new Alphabet.Kind(shape, false, false));
    }
    return letters;
  }

  private List<MatrixAssumption> assumptions(YamlNode node) throws InputException {
    List<MatrixAssumption> assumptions = new ArrayList<>();
    for (YamlNode item : node.nonEmptyList("a list of assumptions")) {
      YamlMap map = item.map("{id: ..., statement: ...}").only(List.of("id", "place", "statement"));
      YamlNode statement = map.required("statement", "a statement about matrices");
      assumptions.add(
          new MatrixAssumption(
              scope.fact(map.required("id", "a name")),
              map.optional("place", n -> n.text("where it stands"), ""),
              text(statement),
              assertions(statement)));
    }
    return assumptions;
  }

  private static String text(YamlNode node) throws InputException {
    return node.freeText("a statement about matrices, as in 'w == suffix.factor.prefix'");
  }

  private List<Assertion> assertions(YamlNode node) throws InputException {
    try {
      return Assertion.parse(text(node), alphabet);
    } catch (ExpressionException | WordException e) {
      throw node.problem(e.getMessage());
    }
  }

  private List<MatrixStep> steps(YamlNode node) throws InputException {
    List<MatrixStep> steps = new ArrayList<>();
    for (YamlNode item : node.nonEmptyList("a list of steps")) {
      steps.add(step(item.map("a step").only(STEP_KEYS)));
    }
    return steps;
  }

  private MatrixStep step(YamlMap map) throws InputException {
    YamlNode statement = map.required("statement", "a statement about matrices");
    List<Assertion> says = assertions(statement);
    List<String> from = map.optional("from", scope::references, List.of());
    MatrixRule rule = rule(map.required("by", "words, induction, or a map of a rule"));
    Optional<MatrixStep> corrected =
        map.has("corrected")
            ? Optional.of(step(map.values().get("corrected").map("a step").only(STEP_KEYS)))
            : Optional.empty();
    Step shown =
        new Step(
            scope.fact(map.required("id", "a name")),
            map.required("place", "where it stands").text("where it stands"),
            List.of(),
            new Statement(text(statement), new Formula.All(List.of())),
            new Rule.Matrices(rule),
            from,
            map.optional("as-printed", StepReader::flag, true),
            map.optional("note", n -> n.text("a note"), ""),
            Optional.empty());
    return new MatrixStep(shown, says, rule, corrected);
  }

  private MatrixRule rule(YamlNode node) throws InputException {
    if (!node.isMap()) {
      return switch (node.text("words, induction, or a map of a rule")) {
        case "words" -> new MatrixRule.Words();
        case "induction" -> new MatrixRule.Induction();
        default -> throw node.found("words, induction, or one of " + RULES + " with its data");
      };
    }
    YamlMap map = node.map("a rule").only(RULES);
    if (map.values().size() != 1) {
      throw node.problem("found " + map.values().size() + " rules; expected one");
    }
    String word = map.values().keySet().iterator().next();
    YamlNode data = map.values().get(word);
    return switch (word) {
      case "derivative" -> new MatrixRule.Derivative(scope.reference(data));
      case "product" -> product(data);
      case "instance" -> instance(data);
      default -> theorem(data);
    };
  }

  private MatrixRule product(YamlNode node) throws InputException {
    YamlMap map = node.map("{of: ..., left: ..., right: ...}").only(List.of("of", "left", "right"));
    String of = scope.reference(map.required("of", "an earlier fact"));
    return new MatrixRule.Product(
        of, map.optional("left", this::word, "1"), map.optional("right", this::word, "1"));
  }

  /** What a fact is multiplied by: its letters are known, and their shapes fit each other. */
  private String word(YamlNode node) throws InputException {
    String text = ProofScope.text(node);
    try {
      Assertion.parse(text + " == " + text, alphabet);
    } catch (ExpressionException | WordException e) {
      throw node.problem(e.getMessage());
    }
    return text;
  }

  private MatrixRule instance(YamlNode node) throws InputException {
    YamlMap map = node.map("{of: ..., with: {...}}").only(List.of("of", "with"));
    return new MatrixRule.Instance(
        scope.reference(map.required("of", "an earlier fact")),
        map.optional("with", MatrixReader::texts, Map.of()));
  }

  private MatrixRule theorem(YamlNode node) throws InputException {
    YamlMap map =
        node.map("{proof: ..., conclusion: ..., with: {...}}")
            .only(List.of("proof", "conclusion", "with"));
    Optional<String> conclusion =
        map.has("conclusion")
            ? Optional.of(map.values().get("conclusion").text("a conclusion of that proof"))
            : Optional.empty();
    return new MatrixRule.Theorem(
        ProofReader.name(map.required("proof", "a proof's name")),
        conclusion,
        map.optional("with", MatrixReader::texts, Map.of()));
  }

  private static Map<String, String> texts(YamlNode node) throws InputException {
    Map<String, String> texts = new LinkedHashMap<>();
    YamlMap map = node.map("a map of letters to expressions");
    for (Map.Entry<String, YamlNode> entry : map.values().entrySet()) {
      texts.put(entry.getKey(), ProofScope.text(entry.getValue()));
    }
    return texts;
  }
}
