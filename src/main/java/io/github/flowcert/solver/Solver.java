package io.github.flowcert.solver;

/** Decides satisfiability over the reals, or gives up. */
public interface Solver extends AutoCloseable {

  /**
   * Asks about a script of SMT-LIB 2: declarations of constants of sort Real and assertions.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   * @throws IllegalArgumentException if the script is not understood
   */
  Answer ask(String script) throws InterruptedException;

  /**
   * Says of what the next questions are part, for whoever writes them down.
   *
   * @param proof as in {@code razin-cohen/lemma-10}
   * @param step its name there
   */
  default void about(String proof, String step) {}

  /** The solver and its version. */
  String name() throws InterruptedException;

  @Override
  void close();
}
