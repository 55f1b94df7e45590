package io.github.flowcert.prove;

import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.kernel.Fact;
import io.github.flowcert.kernel.Kernel;
import io.github.flowcert.kernel.NotProved;
import io.github.flowcert.kernel.Trajectory;
import io.github.flowcert.proof.MatrixSection;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.Step;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.solver.Solver;
import io.github.flowcert.yaml.InputException;
import io.github.flowcert.yaml.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks proofs one after the other, each after those it uses. */
public final class Prover {
  private final Catalogue catalogue;
  private final Kernel kernel;
  private final Meanings meanings = new Meanings();
  private final Refuter refuter;
  private final Solver solver;
  private final Standing standing;
  private final Trials trials;

  /** A prover that asks this solver, and knows no theorem yet. */
  public Prover(Solver solver) {
    this(solver, new Standing(), Trials.NONE);
  }

  /**
   * A prover that asks this solver.
   *
   * @param standing what it knows, and what it adds to
   * @param trials what is tried on steps that it has proved
   */
  Prover(Solver solver, Standing standing, Trials trials) {
    this.catalogue = new Catalogue();
    this.kernel = new Kernel(solver);
    this.refuter = new Refuter(solver);
    this.solver = solver;
    this.standing = standing;
    this.trials = trials;
  }

  /**
   * Checks a proof.
   *
   * @throws InterruptedException if the thread is interrupted while the solver works
   * @throws InputException if it names a claim that the catalogue does not have
   */
  public Outcome prove(ProofFile proof) throws InterruptedException, InputException {
    kernel.begin(proof.witnesses(), trajectory(proof));
    solver.about(proof.name(), "definitions");
    proof
        .declared()
        .forEach(each -> standing.literature().put(proof.name() + "#" + each.id(), each));
    MatrixBench matrices = new MatrixBench(proof, standing.theorems(), trials);
    Workbench bench = new Workbench(kernel, proof, standing.theorems(), matrices);
    List<Outcome.Checked> checked = new ArrayList<>(matrices.steps());
    for (Step step : proof.steps()) {
      checked.addAll(check(proof, bench, step));
    }
    Map<String, Fact> conclusions = new LinkedHashMap<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (MatrixSection.MatrixStep step : proof.matrices().conclusions()) {
      List<Outcome.Checked> results = matrices.check(step);
      checked.addAll(results);
      verdicts.add(results.get(results.size() - 1).status());
    }
    for (Step step : proof.conclusions()) {
      List<Outcome.Checked> results = check(proof, bench, step);
      checked.addAll(results);
      Outcome.Checked last = results.get(results.size() - 1);
      verdicts.add(last.status());
      usable(proof, last).ifPresent(fact -> conclusions.put(step.id(), fact));
    }
    for (ProofFile.ClaimLink link : proof.claims()) {
      checked.add(claim(proof, bench, link));
    }
    Verdict status = Verdict.worstOf(verdicts);
    boolean whole = status == Verdict.PROVED;
    standing
        .theorems()
        .put(
            proof.name(),
            new Theorem(
                status,
                whole ? Optional.of(conclusions) : Optional.empty(),
                whole ? matrices.concluded() : Map.of()));
    return new Outcome(proof, status, checked, trusted(checked));
  }

  /** The trajectory of which a proof speaks. */
  static Optional<Trajectory> trajectory(ProofFile proof) {
    return proof.trajectory().map(each -> new Trajectory(each.now(), each.start()));
  }

  private Outcome.Checked claim(ProofFile proof, Workbench bench, ProofFile.ClaimLink link)
      throws InterruptedException, InputException {
    List<ClaimDefinition> claims = catalogue.resolve(link.id());
    Optional<Step> step =
        claims.size() == 1
            ? ClaimStatement.of(proof, link, claims.get(0), meanings)
            : Optional.empty();
    if (step.isEmpty()) {
      String hint = Spelling.hint(link.id(), catalogue.identifiers());
      throw new InputException(
          proof.path() + ": claims: no claim '" + link.id() + "' about 2-by-2 matrices; " + hint);
    }
    Outcome.Checked checked = checkOne(proof, bench, step.get());
    // With time of its own: what was tried on the step may have used up the step's.
    solver.about(proof.name(), step.get().id() + ".suppositions");
    return checked.fact().isEmpty()
        ? checked
        : new ClaimCheck(proof, kernel, bench, meanings).checked(claims.get(0), link, checked);
  }

  /** The facts from the literature on which proved steps rest, those of other proofs among them. */
  private Map<String, ProofFile.Declared> trusted(List<Outcome.Checked> checked) {
    Map<String, ProofFile.Declared> trusted = new TreeMap<>();
    checked.stream()
        .flatMap(each -> each.fact().stream())
        .flatMap(fact -> fact.trusts().keySet().stream())
        .forEach(key -> trusted.put(key, standing.literature().get(key)));
    return trusted;
  }

  private Optional<Fact> usable(ProofFile proof, Outcome.Checked conclusion)
      throws InterruptedException {
    if (conclusion.fact().isEmpty()) {
      return Optional.empty();
    }
    // With time of its own: what was tried on the step may have used up the step's.
    solver.about(proof.name(), conclusion.step().id() + ".shorter");
    Fact fact = conclusion.fact().get();
    try {
      return Optional.of(kernel.withoutUnusedDefinitions(fact, List.of()));
    } catch (NotProved e) {
      return Optional.of(fact);
    }
  }

  private List<Outcome.Checked> check(ProofFile proof, Workbench bench, Step step)
      throws InterruptedException {
    List<Outcome.Checked> results = new ArrayList<>();
    results.add(checkOne(proof, bench, step));
    if (step.corrected().isPresent() && results.get(0).status() != Verdict.PROVED) {
      Step corrected = step.corrected().get();
      Outcome.Checked better = checkOne(proof, bench, corrected);
      results.add(better);
      better.fact().ifPresent(fact -> bench.replace(step.id(), fact));
    }
    return results;
  }

  private Outcome.Checked checkOne(ProofFile proof, Workbench bench, Step step)
      throws InterruptedException {
    long start = System.nanoTime();
    solver.about(proof.name(), step.id());
    Map<String, String> counterexample = refuter.amongWitnesses(proof, step);
    if (!counterexample.isEmpty()) {
      return Outcome.Checked.refuted(step, seconds(start), counterexample);
    }
    try {
      Fact fact = bench.prove(step);
      Outcome.Checked proved = Outcome.Checked.proved(step, seconds(start), fact);
      trials.proved(proof, step, fact, bench);
      return proved;
    } catch (NotProved e) {
      Map<String, String> proposed =
          bench.has(step.from()) ? refuter.counterexample(proof, step) : Map.of();
      return proposed.isEmpty()
          ? Outcome.Checked.undecided(step, seconds(start), e.getMessage())
          : Outcome.Checked.refuted(step, seconds(start), proposed);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
