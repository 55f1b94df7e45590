package io.github.flowcert.prove;

import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.solver.Solver;
import io.github.flowcert.yaml.InputException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Checks proofs on several threads, each after those that it uses. What comes of them is the same
 * on any number of threads, as long as the solver does not give up for want of time.
 */
public final class ProofTeam {
  private final int threads;
  private final Supplier<Solver> solvers;
  private final Optional<MutantLog> mutants;

  /**
   * A team.
   *
   * @param threads how many work at a time
   * @param solvers makes a solver for each, which the thread closes
   * @param mutants where mutants of proved steps are tried, what comes of them is put here
   */
  public ProofTeam(int threads, Supplier<Solver> solvers, Optional<MutantLog> mutants) {
    this.threads = threads;
    this.solvers = solvers;
    this.mutants = mutants;
  }

  /**
   * Checks proofs.
   *
   * @param proofs each after those it uses
   * @param finished told what came of each, in the same order, by the thread that calls this
   * @throws InputException if one names a claim that the catalogue does not have
   */
  public void prove(List<ProofFile> proofs, Consumer<Outcome> finished)
      throws InputException, InterruptedException {
    Agenda agenda = new Agenda(proofs);
    Standing standing = new Standing();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      for (int k = 0; k < threads; k++) {
        workers.execute(() -> work(agenda, standing));
      }
      for (ProofFile proof : proofs) {
        Optional<Outcome> outcome = agenda.outcome(proof);
        if (outcome.isEmpty()) {
          throw rethrown(agenda.failure().orElseThrow());
        }
        finished.accept(outcome.get());
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private void work(Agenda agenda, Standing standing) {
    try (Solver solver = solvers.get()) {
      Trials trials = mutants.<Trials>map(log -> new MutantTrials(solver, log)).orElse(Trials.NONE);
      Prover prover = new Prover(solver, standing, trials);
      for (Optional<ProofFile> proof = agenda.next(); proof.isPresent(); proof = agenda.next()) {
        agenda.finish(prover.prove(proof.get()));
      }
    } catch (InputException | InterruptedException | RuntimeException | Error e) {
      agenda.fail(e);
    }
  }

  private static InputException rethrown(Throwable failure) throws InterruptedException {
    if (failure instanceof InputException input) {
      return input;
    }
    if (failure instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
