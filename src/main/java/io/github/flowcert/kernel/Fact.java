package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
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
  private final Optional<Trajectory> trajectory;

  Fact(
      Set<Formula> hypotheses,
      Formula statement,
      Map<String, Formula> trusts,
      Set<String> normValues,
      boolean valued) {
    this(hypotheses, statement, trusts, normValues, valued, Optional.empty());
  }

  private Fact(
      Set<Formula> hypotheses,
      Formula statement,
      Map<String, Formula> trusts,
      Set<String> normValues,
      boolean valued,
      Optional<Trajectory> trajectory) {
    this.hypotheses = Set.copyOf(hypotheses);
    this.statement = statement;
    this.trusts = Map.copyOf(trusts);
    this.normValues = Set.copyOf(normValues);
    this.valued = valued;
    this.trajectory = trajectory;
  }

  /** The same along a trajectory, of which its symbols speak. */
  Fact along(Optional<Trajectory> of) {
    return new Fact(hypotheses, statement, trusts, normValues, valued, of);
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
    Optional<Trajectory> along =
        facts.stream().flatMap(fact -> fact.trajectory.stream()).findFirst();
    return new Fact(hypotheses, statement, trusts, normValues, true, along);
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

  /** The trajectory of which some of its symbols speak; empty where they are any real numbers. */
  public Optional<Trajectory> trajectory() {
    return trajectory;
  }

  /** Symbols that stand for values of a norm at certain matrices, and for nothing else. */
  Set<String> normValues() {
    return normValues;
  }
}
