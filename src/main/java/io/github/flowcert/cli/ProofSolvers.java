package io.github.flowcert.cli;

import io.github.flowcert.solver.AnswerCache;
import io.github.flowcert.solver.CachedSolver;
import io.github.flowcert.solver.RecordingSolver;
import io.github.flowcert.solver.Solver;
import io.github.flowcert.solver.StepLimit;
import io.github.flowcert.solver.Z3Process;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Solvers for a run of {@code prove}, one for each thread, with one cache for all. */
final class ProofSolvers implements AutoCloseable {
  private final int milliseconds;
  private final Optional<AnswerCache> cache;
  private final Optional<Path> written;
  private final String version;

  /**
   * Solvers.
   *
   * @param milliseconds when one gives up a step
   * @param cache the file with earlier answers; empty for none
   * @param written the folder for questions; empty for none
   * @throws IOException if the cache cannot be read or written
   */
  ProofSolvers(int milliseconds, Optional<Path> cache, Optional<Path> written)
      throws IOException, InterruptedException {
    this.milliseconds = milliseconds;
    this.cache = cache.isPresent() ? Optional.of(new AnswerCache(cache.get())) : Optional.empty();
    this.written = written;
    try (Solver one = new Z3Process(milliseconds)) {
      version = one.name();
    }
  }

  /** Another solver. */
  Solver next() {
    Solver z3 = new StepLimit(new Z3Process(milliseconds), milliseconds);
    Solver cached = cache.<Solver>map(known -> new CachedSolver(z3, version, known)).orElse(z3);
    return written.<Solver>map(folder -> new RecordingSolver(cached, folder)).orElse(cached);
  }

  /** The version of them all. */
  String version() {
    return version;
  }

  @Override
  public void close() throws IOException {
    if (cache.isPresent()) {
      cache.get().close();
    }
  }
}
