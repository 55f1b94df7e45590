package io.github.flowcert.prove;

import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Term;
import io.github.flowcert.kernel.Fact;
import io.github.flowcert.kernel.Kernel;
import io.github.flowcert.kernel.NotProved;
import io.github.flowcert.proof.ProofFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a proved fact is a claim of the catalogue: it must suppose nothing but what the claim's
 * hypotheses and the meaning of its quantities give, about trajectories that meet the hypotheses.
 */
final class ClaimCheck {
  private final ProofFile proof;
  private final Kernel kernel;
  private final Workbench bench;
  private final Meanings meanings;

  ClaimCheck(ProofFile proof, Kernel kernel, Workbench bench, Meanings meanings) {
    this.proof = proof;
    this.kernel = kernel;
    this.bench = bench;
    this.meanings = meanings;
  }

  /** The step with the claim's fact, or undecided where that supposes more. */
  Outcome.Checked checked(ClaimDefinition claim, ProofFile.ClaimLink link, Outcome.Checked step)
      throws InterruptedException {
    long start = System.nanoTime();
    try {
      List<Fact> where = new ArrayList<>(bench.standing(step.step().from()));
      where.addAll(bench.standing(link.values()));
      Fact fact = meant(claim, where, step);
      return Outcome.Checked.proved(step.step(), step.seconds() + seconds(start), fact);
    } catch (NotProved e) {
      double seconds = step.seconds() + seconds(start);
      return Outcome.Checked.undecided(step.step(), seconds, e.getMessage());
    }
  }

  private Fact meant(ClaimDefinition claim, List<Fact> where, Outcome.Checked step)
      throws NotProved, InterruptedException {
    Fact fact = kernel.withoutUnusedDefinitions(step.fact().orElseThrow(), where);
    Set<Formula> allowed = new HashSet<>(meanings.of(claim));
    // Supposed outright or in the statement, what it says is the same.
    step.step().given().forEach(when -> allowed.add(when.formula()));
    for (Formula hypothesis : fact.hypotheses()) {
      if (!allowed.contains(hypothesis)) {
        throw new NotProved("supposes more than the claim does: " + text(hypothesis));
      }
    }
    kernel.requireValues(fact, where);
    if (!fact.trajectory().stream().allMatch(each -> meanings.isTrajectoryOf(claim, each))) {
      throw new NotProved("the claim does not suppose what its proof does of the trajectory");
    }
    if (!meanings.isNormOf(claim, mentioned(fact))) {
      throw new NotProved("the norm of the claim is not that of its proof");
    }
    return fact;
  }

  private static Map<String, List<Term>> mentioned(Fact fact) {
    Map<String, List<Term>> values = new LinkedHashMap<>(fact.normValues());
    values.keySet().retainAll(fact.names());
    return values;
  }

  /** As the proof file has it. */
  private String text(Formula hypothesis) {
    for (ProofFile.Assumption each : proof.assumptions()) {
      if (each.statement().formula().equals(hypothesis)) {
        return each.statement().text();
      }
    }
    for (ProofFile.Definition each : proof.definitions()) {
      if (new Formula.Equal(new Term.Symbol(each.name()), each.term()).equals(hypothesis)) {
        return each.name() + " == " + each.text();
      }
    }
    return hypothesis.toString();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
