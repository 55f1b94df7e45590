package io.github.flowcert.proof;

import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Rewriting;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Term;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.Spelling;
import io.github.flowcert.yaml.YamlMap;
import io.github.flowcert.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that have been introduced so far in a proof file. */
final class ProofScope {
  private final Set<String> symbols = new HashSet<>();
  private final List<String> norms = new ArrayList<>();
  private final List<String> facts = new ArrayList<>();
  private final Map<String, Term> defined = new LinkedHashMap<>();

  /** Introduces a name that expressions may mention. */
  String symbol(YamlNode node) throws InputException {
    String expected = "a name: letters and digits, a letter first, all in lower case";
    String name = node.text(expected);
    if (!name.matches("[a-z][a-z0-9]*")) {
      throw node.found(expected);
    }
    if (!symbols.add(name)) {
      throw node.problem("'" + name + "' is introduced twice; expected it once");
    }
    return name;
  }

  /** Introduces a name by which later steps may refer to a fact. */
  String fact(YamlNode node) throws InputException {
    String expected = "a name: letters, digits, '-', '.' and '/'";
    String name = node.text(expected);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9./-]*")) {
      throw node.found(expected);
    }
    if (facts.contains(name)) {
      throw node.problem("'" + name + "' stands twice; expected it once");
    }
    facts.add(name);
    return name;
  }

  /** Introduces a name that stands for a value of the norm. */
  String norm(YamlNode node) throws InputException {
    String name = symbol(node);
    norms.add(name);
    return name;
  }

  /** A name that has been introduced for a value of the norm. */
  String knownNorm(YamlNode node) throws InputException {
    String name = node.text("a norm value");
    if (!norms.contains(name)) {
      throw node.problem("'" + name + "' is no value of the norm; " + Spelling.hint(name, norms));
    }
    return name;
  }

  /** Says for what a name stands. */
  void define(String name, Term term) {
    defined.put(name, inlined(term));
  }

  /** The term with names that were defined replaced by their terms. */
  Term inlined(Term term) {
    return Rewriting.substitution(defined).apply(term);
  }

  /** A name by which every file knows a fact. */
  void reserve(String name) {
    facts.add(name);
  }

  /** A reference to a fact that has been introduced. */
  String reference(YamlNode node) throws InputException {
    String name = node.text("the name of a fact");
    if (!facts.contains(name)) {
      throw node.problem(
          "'" + name + "' is no fact that stands above; " + Spelling.hint(name, facts));
    }
    return name;
  }

  /** References to facts that have been introduced. */
  List<String> references(YamlNode node) throws InputException {
    List<String> names = new ArrayList<>();
    for (YamlNode item : node.list("a list of facts")) {
      names.add(reference(item));
    }
    return names;
  }

  /** A name that has been introduced for expressions. */
  String known(YamlNode node) throws InputException {
    String name = node.text("a name");
    if (!symbols.contains(name)) {
      throw node.problem(
          "unknown name '" + name + "'; " + Spelling.hint(name, List.copyOf(symbols)));
    }
    return name;
  }

  Statement statement(YamlNode node) throws InputException {
    String text = node.freeText("a statement, as in 'Abs(x) <= s'");
    try {
      return Statement.parse(text, vocabulary());
    } catch (ExpressionException e) {
      throw node.problem(e.getMessage());
    }
  }

  Term term(YamlNode node) throws InputException {
    String text = text(node);
    try {
      return Expression.parse(text, vocabulary()).term();
    } catch (ExpressionException e) {
      throw node.problem(e.getMessage());
    }
  }

  /** Expressions by what they stand for. */
  Map<String, Term> terms(YamlNode node) throws InputException {
    Map<String, Term> terms = new LinkedHashMap<>();
    YamlMap map = node.map("a map of names to expressions");
    for (Map.Entry<String, YamlNode> entry : map.values().entrySet()) {
      terms.put(entry.getKey(), term(entry.getValue()));
    }
    return terms;
  }

  /** The text of an expression, in which a bare number needs no quotes. */
  static String text(YamlNode node) throws InputException {
    return node.isScalar() ? node.scalar() : node.text("an expression, as in 'Sqrt(2*loss)'");
  }

  private Vocabulary vocabulary() {
    return new Vocabulary(symbols, Map.of(), Map.of());
  }
}
