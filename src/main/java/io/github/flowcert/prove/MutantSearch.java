package io.github.flowcert.prove;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Functions;
import io.github.flowcert.expression.Term;
import io.github.flowcert.kernel.Point;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.solver.Solver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;

/**
 * Looks for exact points at which what is supposed is true and a statement is false, and asks no
 * kernel: among the proof's witnesses, near them, at random, and where the solver says. Exact or
 * interval arithmetic decides. A norm is the sum of absolute values of the entries.
 */
final class MutantSearch {
  private static final int NEAR_EACH_WITNESS = 20;
  private static final int ANYWHERE = 100;
  private static final int LARGEST = 8;

  private final ProofFile proof;
  private final Solver solver;
  private final Proposals proposals;
  private final SplittableRandom random;

  MutantSearch(ProofFile proof, Solver solver, long seed) {
    this.proof = proof;
    this.solver = solver;
    this.proposals = new Proposals(solver);
    this.random = new SplittableRandom(seed);
  }

  /** The values found, by name; empty where none were found. */
  Map<String, String> find(Collection<Formula> supposed, Formula statement)
      throws InterruptedException {
    Question question = new Question(supposed, statement);
    for (Map<String, BigFraction> values : candidates(question)) {
      if (question.isMissedAt(values)) {
        return question.shown(values);
      }
    }
    solver.about(proof.name(), "mutants");
    return proposals
        .point(question.assertions(), statement, question.variables())
        .filter(question::isMissedAt)
        .map(question::shown)
        .orElse(Map.of());
  }

  private List<Map<String, BigFraction>> candidates(Question question) {
    List<Map<String, BigFraction>> all = new ArrayList<>();
    for (Map<String, BigFraction> witness : proof.witnesses()) {
      Map<String, BigFraction> values = completed(question, Points.of(proof, witness).exact());
      all.add(values);
      for (int k = 0; k < NEAR_EACH_WITNESS; k++) {
        all.add(near(values));
      }
    }
    for (int k = 0; k < ANYWHERE; k++) {
      all.add(completed(question, Map.of()));
    }
    return all;
  }

  /** These values, and random ones for what has none. */
  private Map<String, BigFraction> completed(Question question, Map<String, BigFraction> known) {
    Map<String, BigFraction> values = new LinkedHashMap<>();
    for (String name : question.variables()) {
      BigFraction any = new BigFraction(random.nextInt(-LARGEST, LARGEST + 1), below());
      values.put(name, known.getOrDefault(name, any));
    }
    return values;
  }

  private Map<String, BigFraction> near(Map<String, BigFraction> values) {
    Map<String, BigFraction> near = new LinkedHashMap<>(values);
    // Most stay as they are, so that what is supposed of them stays true.
    near.replaceAll(
        (name, value) ->
            random.nextInt(3) > 0
                ? value
                : value.multiply(new BigFraction(random.nextInt(-1, LARGEST), below())));
    return near;
  }

  private int below() {
    return random.nextInt(1, LARGEST);
  }

  /** What is looked for: names without definition there are as free as the proof's variables. */
  private final class Question {
    private final Set<Formula> supposed;
    private final Formula statement;
    private final Map<String, Term> defined = new LinkedHashMap<>();
    private final Set<String> variables = new LinkedHashSet<>(proof.variables());

    Question(Collection<Formula> supposed, Formula statement) {
      this.supposed = new LinkedHashSet<>(supposed);
      // Facts from the literature that are said in words alone.
      this.supposed.remove(new Formula.All(List.of()));
      this.statement = statement;
      proof.norms().forEach(norm -> defined.put(norm.name(), size(norm)));
      for (ProofFile.Definition definition : proof.definitions()) {
        if (this.supposed.remove(equation(definition.name(), definition.term()))) {
          defined.put(definition.name(), definition.term());
        } else {
          variables.add(definition.name());
        }
      }
    }

    Set<String> variables() {
      return variables;
    }

    List<Formula> assertions() {
      List<Formula> all = new ArrayList<>();
      defined.forEach((name, term) -> all.add(equation(name, term)));
      all.addAll(supposed);
      return all;
    }

    boolean isMissedAt(Map<String, BigFraction> values) {
      Point point = point(values);
      return defined.keySet().stream().allMatch(point::hasValue)
          && supposed.stream().allMatch(point::isTrue)
          && Points.hasPowers(point, assertions())
          && Points.hasPowers(point, List.of(statement))
          && point.isFalse(statement);
    }

    Map<String, String> shown(Map<String, BigFraction> values) {
      Set<String> names = new HashSet<>(variables);
      statement.terms().forEach(term -> names.addAll(term.quantities()));
      return point(values).shown(names);
    }

    private Point point(Map<String, BigFraction> values) {
      Point point = Point.of(values);
      for (Map.Entry<String, Term> each : defined.entrySet()) {
        point = point.with(each.getKey(), each.getValue());
      }
      return point;
    }
  }

  private static Formula equation(String name, Term term) {
    return new Formula.Equal(new Term.Symbol(name), term);
  }

  private static Term size(ProofFile.NormValue norm) {
    List<Term> sizes = new ArrayList<>();
    norm.entries()
        .forEach(each -> sizes.add(new Term.Application(Functions.absolute(), List.of(each))));
    return new Term.Sum(sizes);
  }
}
