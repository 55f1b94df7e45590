package io.github.flowcert.proof;

import io.github.flowcert.expression.RationalValue;
import io.github.flowcert.expression.Term;
import io.github.flowcert.proof.ProofFile.Assumption;
import io.github.flowcert.proof.ProofFile.ClaimLink;
import io.github.flowcert.proof.ProofFile.Declared;
import io.github.flowcert.proof.ProofFile.Definition;
import io.github.flowcert.proof.ProofFile.NormValue;
import io.github.flowcert.proof.ProofFile.Source;
import io.github.flowcert.proof.ProofFile.TrajectorySymbols;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.YamlFile;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Reads proof files. */
public final class ProofReader {
  private static final List<String> KEYS =
      List.of(
          "proof",
          "about",
          "source",
          "variables",
          "definitions",
          "norms",
          "assumptions",
          "witnesses",
          "declared",
          "steps",
          "conclusions",
          "claims",
          "trajectory",
          "matrices");

  private ProofReader() {}

  /**
   * Reads a proof file.
   *
   * @throws InputException if it cannot be read, a key is unknown or missing, a statement does not
   *     parse or mentions an unknown variable, or a step uses what does not stand above it
   */
  public static ProofFile read(Path file) throws InputException {
    YamlFile yaml = YamlFile.read(file, "proof file");
    YamlMap map = yaml.root().map("a map with the keys of a proof").only(KEYS);
    ProofScope scope = new ProofScope();
    List<String> variables = map.optional("variables", n -> variables(n, scope), List.of());
    List<NormValue> norms = map.optional("norms", n -> norms(n, scope), List.of());
    List<Definition> definitions =
        map.optional("definitions", n -> definitions(n, scope), List.of());
    List<Assumption> assumptions =
        map.optional("assumptions", n -> assumptions(n, scope), List.of());
    List<Declared> declared = map.optional("declared", n -> declared(n, scope), List.of());
    Optional<TrajectorySymbols> trajectory =
        map.has("trajectory")
            ? Optional.of(TrajectoryReader.read(map.values().get("trajectory"), variables))
            : Optional.empty();
    MatrixSection matrices =
        map.optional("matrices", n -> MatrixReader.read(n, scope), MatrixSection.NONE);
    StepReader steps = new StepReader(scope);
    return new ProofFile(
        name(map.required("proof", "a name such as razin-cohen/lemma-10")),
        map.required("about", "what it says, in words").text("what it says, in words"),
        source(map.required("source", "{paper: ..., place: ...}")),
        variables,
        definitions,
        norms,
        assumptions,
        map.optional("witnesses", n -> witnesses(n, variables), List.of()),
        declared,
        map.optional("steps", n -> steps.list(n), List.of()),
        conclusions(map, steps, matrices),
        map.optional("claims", n -> claims(n, scope), List.of()),
        trajectory,
        matrices,
        file,
        yaml.text());
  }

  /** What a file concludes about matrices may be all that it concludes. */
  private static List<Step> conclusions(YamlMap map, StepReader steps, MatrixSection matrices)
      throws InputException {
    return matrices.conclusions().isEmpty()
        ? steps.list(map.required("conclusions", "a list of steps"))
        : map.optional("conclusions", steps::list, List.of());
  }

  /** The name alone, with the node where it stands. */
  static YamlNode nameIn(Path file) throws InputException {
    return YamlFile.read(file, "proof file")
        .root()
        .map("a map with the keys of a proof")
        .required("proof", "a name such as razin-cohen/lemma-10");
  }

  static String name(YamlNode node) throws InputException {
    String expected = "names of letters, digits, '-' and '.', joined with '/'";
    String name = node.text(expected);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]*(/[A-Za-z0-9][A-Za-z0-9.-]*)*")) {
      throw node.found(expected);
    }
    return name;
  }

  private static Source source(YamlNode node) throws InputException {
    YamlMap map = node.map("{paper: ..., place: ...}").only(List.of("paper", "place"));
    return new Source(
        map.required("paper", "author, title, year").text("author, title, year"),
        map.required("place", "where it stands there").text("where it stands there"));
  }

  private static List<String> variables(YamlNode node, ProofScope scope) throws InputException {
    List<String> names = new ArrayList<>();
    for (YamlNode item : node.list("a list of names")) {
      names.add(scope.symbol(item));
    }
    return names;
  }

  private static List<Definition> definitions(YamlNode node, ProofScope scope)
      throws InputException {
    List<Definition> definitions = new ArrayList<>();
    YamlMap map = node.map("a map of names to expressions");
    for (String name : map.values().keySet()) {
      YamlNode value = map.values().get(name);
      Term term = value.isMap() ? new CalculusReader(scope).derivative(value) : scope.term(value);
      scope.define(scope.symbol(map.keys().get(name)), term);
      definitions.add(new Definition(scope.fact(map.keys().get(name)), text(value), term));
    }
    return definitions;
  }

  private static String text(YamlNode value) throws InputException {
    if (!value.isMap()) {
      return ProofScope.text(value);
    }
    YamlMap map = value.map("{derivative: f, in: x}");
    return "D("
        + ProofScope.text(map.values().get("derivative"))
        + ", "
        + ProofScope.text(map.values().get("in"))
        + ")";
  }

  private static List<NormValue> norms(YamlNode node, ProofScope scope) throws InputException {
    List<NormValue> norms = new ArrayList<>();
    YamlMap map = node.map("a map of names to matrices");
    for (String name : map.values().keySet()) {
      List<Term> entries = new ArrayList<>();
      String expected = "the four entries of a 2-by-2 matrix, row by row";
      for (YamlNode item : map.values().get(name).list(expected)) {
        entries.add(scope.term(item));
      }
      if (entries.size() != 4) {
        throw map.values().get(name).problem("found " + entries.size() + "; expected " + expected);
      }
      norms.add(new NormValue(scope.norm(map.keys().get(name)), entries));
    }
    return norms;
  }

  private static List<Assumption> assumptions(YamlNode node, ProofScope scope)
      throws InputException {
    List<Assumption> assumptions = new ArrayList<>();
    for (YamlNode item : node.list("a list of assumptions")) {
      YamlMap map = item.map("{id: ..., statement: ...}").only(List.of("id", "place", "statement"));
      assumptions.add(
          new Assumption(
              scope.fact(map.required("id", "a name")),
              map.optional("place", n -> n.text("where it stands"), ""),
              scope.statement(map.required("statement", "a statement"))));
    }
    return assumptions;
  }

  private static List<Map<String, BigFraction>> witnesses(YamlNode node, List<String> variables)
      throws InputException {
    List<Map<String, BigFraction>> witnesses = new ArrayList<>();
    for (YamlNode item : node.nonEmptyList("a list of points")) {
      witnesses.add(witness(item.map("a map of every variable to a number"), variables));
    }
    return witnesses;
  }

  private static Map<String, BigFraction> witness(YamlMap map, List<String> variables)
      throws InputException {
    map.only(variables);
    Map<String, BigFraction> point = new LinkedHashMap<>();
    for (String variable : variables) {
      YamlNode node = map.required(variable, "a number, as in 3/2");
      Term term = new ProofScope().term(node);
      point.put(
          variable,
          RationalValue.of(term, Map.of()).orElseThrow(() -> node.found("a number, as in 3/2")));
    }
    return point;
  }

  private static List<Declared> declared(YamlNode node, ProofScope scope) throws InputException {
    List<Declared> declared = new ArrayList<>();
    for (YamlNode item : node.list("a list of facts from the literature")) {
      YamlMap map =
          item.map("{id: ..., statement: ..., source: ...}")
              .only(List.of("id", "statement", "source"));
      declared.add(
          new Declared(
              scope.fact(map.required("id", "a name")),
              scope.statement(map.required("statement", "a statement")),
              map.required("source", "where it stands").text("where it stands")));
    }
    return declared;
  }

  private static List<ClaimLink> claims(YamlNode node, ProofScope scope) throws InputException {
    List<ClaimLink> links = new ArrayList<>();
    for (YamlNode item : node.nonEmptyList("a list of claims")) {
      YamlMap map =
          item.map("{id: ..., from: [...], values: [...]}").only(List.of("id", "from", "values"));
      String id = map.required("id", "a claim's identifier").text("a claim's identifier");
      List<String> from = map.optional("from", scope::references, List.of());
      links.add(new ClaimLink(id, from, map.optional("values", scope::references, List.of())));
    }
    return links;
  }
}
