package io.github.flowcert.solver;

import java.util.Optional;

/** A solver that is asked only what is not in a cache. For one thread; the cache may be shared. */
public final class CachedSolver implements Solver {
  private final Solver solver;
  private final String version;
  private final AnswerCache cache;

  /**
   * This solver, with this cache before it.
   *
   * @param version the solver's name, as it says it: known here, so that a solver that need not be
   *     asked need not be started
   */
  public CachedSolver(Solver solver, String version, AnswerCache cache) {
    this.solver = solver;
    this.version = version;
    this.cache = cache;
  }

  @Override
  public Answer ask(String script) throws InterruptedException {
    Optional<Answer> known = cache.find(version, script);
    if (known.isPresent()) {
      return known.get();
    }
    Answer answer = solver.ask(script);
    cache.keep(version, script, answer);
    return answer;
  }

  @Override
  public void about(String proof, String step) {
    solver.about(proof, step);
  }

  @Override
  public String name() {
    return version;
  }

  @Override
  public void close() {
    solver.close();
  }
}
