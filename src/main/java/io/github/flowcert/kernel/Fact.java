package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A proved statement: for all real values of its symbols, where the hypotheses are true, it is
 * true, and every term in it has a value unless it is only supposed. Only this package can make
 * one.
 */
public final class Fact {
  private final Set<Formula> hypotheses;
  private final Formula statement;
  private final Map<String, Formula> trusts;
  private final Set<String> normValues;
  private final boolean valued;

  Fact(
      Set<Formula> hypotheses,
      Formula statement,
      Map<String, Formula> trusts,
      Set<String> normValues,
      boolean valued) {
    this.hypotheses = Set.copyOf(hypotheses);
    this.statement = statement;
    this.trusts = Map.copyOf(trusts);
    this.normValues = Set.copyOf(normValues);
    this.valued = valued;
  }

  /**
   * What follows from these facts, with their hypotheses; its terms have been shown to have values.
   */
  static Fact from(Collection<Fact> facts, Formula statement) {
    Set<Formula> hypotheses = new LinkedHashSet<>();
    Map<String, Formula> trusts = new LinkedHashMap<>();
    Set<String> normValues = new LinkedHashSet<>();
    for (Fact fact : facts) {
      hypotheses.addAll(fact.hypotheses);
      trusts.putAll(fact.trusts);
      normValues.addAll(fact.normValues);
    }
    return new Fact(hypotheses, statement, trusts, normValues, true);
  }

  /** What it supposes. */
  public Set<Formula> hypotheses() {
    return hypotheses;
  }

  /** What it says. */
  public Formula statement() {
    return statement;
  }

  /** The facts from the literature on which it rests, by name. */
  public Map<String, Formula> trusts() {
    return trusts;
  }

  /** Whether its terms were shown to have values where it is true. */
  boolean valued() {
    return valued;
  }

  /** Symbols that stand for values of a norm at certain matrices, and for nothing else. */
  Set<String> normValues() {
    return normValues;
  }
}
