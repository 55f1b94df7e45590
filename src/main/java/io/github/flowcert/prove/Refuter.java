package io.github.flowcert.prove;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Term;
import io.github.flowcert.kernel.Point;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.Step;
import io.github.flowcert.reading.NoReadingException;
import io.github.flowcert.smt.SmtTerm;
import io.github.flowcert.smt.SolverReading;
import io.github.flowcert.smt.Variable;
import io.github.flowcert.solver.Answer;
import io.github.flowcert.solver.Solver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/**
 * Looks for values of a proof's variables at which all that it assumes is true and a step is false.
 * The solver proposes; exact or interval arithmetic decides.
 */
final class Refuter {
  private final Solver solver;

  Refuter(Solver solver) {
    this.solver = solver;
  }

  /** The values found, by name, as fractions; empty where none were found. */
  Map<String, String> counterexample(ProofFile proof, Step step) throws InterruptedException {
    if (mentionsNorm(proof, step)) {
      return Map.of();
    }
    List<Formula> supposed = supposed(proof, step);
    return proposed(proof, supposed, step)
        .map(values -> confirmed(proof, supposed, step, values))
        .orElse(Map.of());
  }

  /** The same among the points at which the file says that its assumptions are true. */
  Map<String, String> amongWitnesses(ProofFile proof, Step step) {
    List<Formula> supposed = supposed(proof, step);
    return proof.witnesses().stream()
        .map(witness -> confirmed(proof, supposed, step, witness))
        .filter(confirmed -> !confirmed.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  private static List<Formula> supposed(ProofFile proof, Step step) {
    List<Formula> supposed = new ArrayList<>();
    proof.assumptions().forEach(each -> supposed.add(each.statement().formula()));
    step.given().stream().map(Statement::formula).forEach(supposed::add);
    // Of two matrices it is known that they lie on one trajectory where they are equal.
    Prover.trajectory(proof).ifPresent(along -> supposed.addAll(along.atStart()));
    return supposed;
  }

  private static Map<String, String> confirmed(
      ProofFile proof, List<Formula> supposed, Step step, Map<String, BigFraction> values) {
    Point point = Points.of(proof, values);
    boolean met = supposed.stream().allMatch(point::isTrue);
    return met && point.isFalse(step.statement().formula())
        ? point.shown(names(proof, step))
        : Map.of();
  }

  /** The variables, and what the step says of defined names. */
  private static Set<String> names(ProofFile proof, Step step) {
    Set<String> names = new HashSet<>(proof.variables());
    step.statement().formula().terms().forEach(term -> names.addAll(term.quantities()));
    return names;
  }

  private static boolean mentionsNorm(ProofFile proof, Step step) {
    return proof.norms().stream()
        .anyMatch(
            norm ->
                step.statement()
                    .formula()
                    .terms()
                    .anyMatch(term -> term.quantities().contains(norm.name())));
  }

  private Optional<Map<String, BigFraction>> proposed(
      ProofFile proof, List<Formula> supposed, Step step) throws InterruptedException {
    SolverReading reading = new SolverReading();
    List<SmtTerm> assertions = new ArrayList<>();
    try {
      for (ProofFile.Definition definition : proof.definitions()) {
        Term name = new Term.Symbol(definition.name());
        assertions.add(reading.read(new Formula.Equal(name, definition.term())));
      }
      for (Formula formula : supposed) {
        assertions.add(reading.read(formula));
      }
      assertions.add(reading.read(step.statement().formula()).not());
      for (String variable : proof.variables()) {
        reading.read(new Term.Symbol(variable));
      }
    } catch (NoReadingException e) {
      return Optional.empty();
    }
    Answer answer = solver.ask(reading.translation().script(assertions));
    return answer instanceof Answer.Satisfiable satisfiable
        ? Optional.of(values(proof, reading.translation().variables(), satisfiable.model()))
        : Optional.empty();
  }

  private static Map<String, BigFraction> values(
      ProofFile proof, List<Variable> variables, Map<String, String> model) {
    Map<String, BigFraction> values = new LinkedHashMap<>();
    for (String name : proof.variables()) {
      Optional<String> value =
          variables.stream()
              .filter(each -> each.term().equals(new Term.Symbol(name)))
              .findFirst()
              .map(each -> model.getOrDefault(each.name(), "0"));
      values.put(name, Rationals.parse(value.orElse("0")));
    }
    return values;
  }
}
