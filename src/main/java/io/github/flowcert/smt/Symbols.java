package io.github.flowcert.smt;

import io.github.flowcert.expression.Term;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The constants of a query while it is being made: the same quantity, and the same function of the
 * same terms, has one constant.
 */
final class Symbols {
  /** Names that mean something in SMT-LIB and look like names of quantities. */
  private static final Set<String> RESERVED =
      Set.of(
          "let",
          "forall",
          "exists",
          "match",
          "par",
          "as",
          "true",
          "false",
          "not",
          "and",
          "or",
          "xor",
          "ite",
          "distinct",
          "abs",
          "div",
          "mod",
          "is_int",
          "to_int",
          "to_real");

  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>(RESERVED);

  /**
   * The constant of a quantity.
   *
   * @param key how the quantity is written
   */
  SmtTerm quantity(String key, Term term) {
    return variables
        .computeIfAbsent(
            key,
            unused ->
                new Variable(name(key), term, Variable.Role.QUANTITY, SmtTerm.TRUE, SmtTerm.TRUE))
        .symbol();
  }

  /** Whether a constant has been made for this. */
  boolean knows(SmtTerm key) {
    return variables.containsKey(key.text());
  }

  /**
   * The constant made for this.
   *
   * @param key a function of translated terms; no SMT-LIB term need look like it
   */
  SmtTerm known(SmtTerm key) {
    return variables.get(key.text()).symbol();
  }

  /** A name that nothing else has; quantities have no exclamation mark. */
  String fresh(String function) {
    return function + "!" + variables.size();
  }

  void define(SmtTerm key, Variable variable) {
    variables.put(key.text(), variable);
  }

  /** All constants so far, each after those in its facts. */
  List<Variable> variables() {
    return List.copyOf(variables.values());
  }

  private String name(String key) {
    String plain = key.replaceAll("[^a-z0-9.]+", "_").replaceAll("_$", "");
    String first = plain.matches("[a-z].*") ? plain : "q" + plain;
    String name = first;
    for (int copy = 2; !names.add(name); copy++) {
      name = first + "_" + copy;
    }
    return name;
  }
}
