package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Term;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A proved statement: for all real values of its symbols, where the hypotheses are true, it is
 * true, and every term in it has a value unless it is only supposed. Only this package can make
 * one.
 */
public final class Fact {
  private final Set<Formula> hypotheses;
  private final Formula statement;
  private final Map<String, Formula> trusts;
  private final Map<String, List<Term>> normValues;
  private final boolean valued;
  private final Optional<Trajectory> trajectory;

  Fact(
      Set<Formula> hypotheses,
      Formula statement,
      Map<String, Formula> trusts,
      Map<String, List<Term>> normValues,
      boolean valued) {
    this(hypotheses, statement, trusts, normValues, valued, Optional.empty());
  }

  private Fact(
      Set<Formula> hypotheses,
      Formula statement,
      Map<String, Formula> trusts,
      Map<String, List<Term>> normValues,
      boolean valued,
      Optional<Trajectory> trajectory) {
    // In their order: questions must have the same text in every run.
    this.hypotheses = Collections.unmodifiableSet(new LinkedHashSet<>(hypotheses));
    this.statement = statement;
    this.trusts = Collections.unmodifiableMap(new LinkedHashMap<>(trusts));
    this.normValues = Collections.unmodifiableMap(new LinkedHashMap<>(normValues));
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
    Map<String, List<Term>> normValues = new LinkedHashMap<>();
    for (Fact fact : facts) {
      hypotheses.addAll(fact.hypotheses);
      trusts.putAll(fact.trusts);
      normValues.putAll(fact.normValues);
    }
    Optional<Trajectory> along =
        facts.stream().flatMap(fact -> fact.trajectory.stream()).findFirst();
    return new Fact(hypotheses, statement, trusts, normValues, true, along);
  }

  /** This fact without one of its hypotheses, with whatever else another fact rests on. */
  Fact without(Formula hypothesis, Fact other) {
    Set<Formula> remaining = new LinkedHashSet<>(hypotheses);
    remaining.addAll(other.hypotheses);
    remaining.remove(hypothesis);
    Fact both = from(List.of(this, other), statement);
    return new Fact(remaining, statement, both.trusts, both.normValues, valued, both.trajectory);
  }

  /** What it supposes. */
  public Set<Formula> hypotheses() {
    return hypotheses;
  }

  /** All names that it mentions. */
  public Set<String> names() {
    return Stream.concat(hypotheses.stream(), Stream.of(statement))
        .flatMap(Formula::terms)
        .flatMap(term -> term.quantities().stream())
        .collect(Collectors.toSet());
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

  /**
   * Symbols that stand for values of one and the same norm or quasi-norm, and for nothing else,
   * with the entries of the matrices; none for the constant of its weakened triangle inequality.
   */
  public Map<String, List<Term>> normValues() {
    return normValues;
  }
}
