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

  /** The solver and its version. */
  String name();

  @Override
  void close();
}
