package io.github.flowcert.prove;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.kernel.Fact;
import io.github.flowcert.kernel.MatrixFact;
import io.github.flowcert.kernel.NotProved;
import io.github.flowcert.proof.MatrixSection.MatrixStep;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.Step;
import io.github.flowcert.result.MutantDocument.Fate;
import io.github.flowcert.result.MutantDocument.MutantResult;
import io.github.flowcert.solver.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tries mutants of every step that was proved, and looks for counterexamples to each. */
final class MutantTrials implements Trials {
  private final Solver solver;
  private final MutantLog log;

  /**
   * Trials by this solver.
   *
   * @param log where results go
   */
  MutantTrials(Solver solver, MutantLog log) {
    this.solver = solver;
    this.log = log;
  }

  @Override
  public void proved(ProofFile proof, Step step, Fact fact, Workbench bench)
      throws InterruptedException {
    long seed = seed(proof, step);
    for (Mutant<Step> mutant : new Mutations(seed).of(step)) {
      solver.about(proof.name(), step.id() + "." + mutant.kind().word());
      log.put(tried(proof, fact, bench, mutant, new MutantSearch(proof, solver, seed)));
    }
  }

  private long seed(ProofFile proof, Step step) {
    return log.seed() ^ ((long) proof.name().hashCode() << 32) ^ step.id().hashCode();
  }

  private static MutantResult tried(
      ProofFile proof, Fact original, Workbench bench, Mutant<Step> mutant, MutantSearch search)
      throws InterruptedException {
    Formula statement = mutant.step().statement().formula();
    try {
      Fact proved = bench.attempt(mutant.step());
      Map<String, String> found = search.find(supposed(proof, proved), proved.statement());
      Fate fate = found.isEmpty() ? Fate.STILL_TRUE : Fate.FALSE_BUT_PROVED;
      return result(proof, mutant, mutant.step(), fate, found, "");
    } catch (NotProved e) {
      List<Formula> supposed = supposed(proof, original, bench, mutant.step());
      Map<String, String> found = search.find(supposed, statement);
      Fate fate = found.isEmpty() ? Fate.UNDECIDED : Fate.REFUTED;
      return result(proof, mutant, mutant.step(), fate, found, e.getMessage());
    }
  }

  /** What must be true where a fact is said to be. */
  private static List<Formula> supposed(ProofFile proof, Fact fact) {
    List<Formula> supposed = new ArrayList<>(fact.hypotheses());
    supposed.addAll(fact.trusts().values());
    if (fact.trajectory().isPresent()) {
      // Of two matrices it is known that they lie on one trajectory where they are equal.
      Prover.trajectory(proof).ifPresent(along -> supposed.addAll(along.atStart()));
    }
    return supposed;
  }

  /** What a step that is not proved may use, and what the original rests on besides. */
  private static List<Formula> supposed(
      ProofFile proof, Fact original, Workbench bench, Step step) {
    List<Formula> supposed = new ArrayList<>(original.trusts().values());
    if (original.trajectory().isPresent()) {
      Prover.trajectory(proof).ifPresent(along -> supposed.addAll(along.atStart()));
    }
    step.given().stream().map(Statement::formula).forEach(supposed::add);
    for (Fact fact : bench.amongStanding(step.from())) {
      supposed.addAll(fact.hypotheses());
      supposed.add(fact.statement());
    }
    return supposed;
  }

  @Override
  public void proved(ProofFile proof, MatrixStep step, MatrixBench bench) {
    long seed = seed(proof, step.shown());
    for (Mutant<MatrixStep> mutant : new MatrixMutations(seed).of(step)) {
      log.put(tried(proof, bench, mutant));
    }
  }

  private static MutantResult tried(ProofFile proof, MatrixBench bench, Mutant<MatrixStep> mutant) {
    Step shown = mutant.step().shown();
    try {
      MatrixFact proved = bench.proved(mutant.step());
      Map<String, String> found = bench.counterexample(proved);
      Fate fate = found.isEmpty() ? Fate.STILL_TRUE : Fate.FALSE_BUT_PROVED;
      return result(proof, mutant, shown, fate, found, "");
    } catch (NotProved e) {
      Map<String, String> found = bench.counterexample(mutant.step());
      Fate fate = found.isEmpty() ? Fate.UNDECIDED : Fate.REFUTED;
      return result(proof, mutant, shown, fate, found, e.getMessage());
    }
  }

  private static MutantResult result(
      ProofFile proof,
      Mutant<?> mutant,
      Step step,
      Fate fate,
      Map<String, String> counterexample,
      String reason) {
    return new MutantResult(
        proof.name(),
        step.id(),
        step.rule().word(),
        mutant.kind().word(),
        mutant.change(),
        fate,
        counterexample.isEmpty() ? null : counterexample,
        fate == Fate.UNDECIDED ? reason : null);
  }
}
