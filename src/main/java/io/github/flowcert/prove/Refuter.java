package io.github.flowcert.prove;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.expression.Term;
import io.github.flowcert.kernel.Point;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.Step;
import io.github.flowcert.solver.Solver;
import java.util.ArrayList;
import java.util.HashSet;
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
  private final Proposals proposals;

  Refuter(Solver solver) {
    this.proposals = new Proposals(solver);
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
    boolean met =
        supposed.stream().allMatch(point::isTrue)
            && Points.hasPowers(point, List.of(step.statement().formula()));
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
    List<Formula> all = new ArrayList<>();
    for (ProofFile.Definition definition : proof.definitions()) {
      all.add(new Formula.Equal(new Term.Symbol(definition.name()), definition.term()));
    }
    all.addAll(supposed);
    return proposals.point(all, step.statement().formula(), proof.variables());
  }
}
