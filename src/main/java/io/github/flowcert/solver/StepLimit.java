package io.github.flowcert.solver;

/**
 * A solver that works for a limited time on each step: questions beyond that are given up at once.
 * For one thread.
 */
public final class StepLimit implements Solver {
  private final Z3Process solver;
  private final int milliseconds;
  private long used;

  /**
   * This solver, with a limit.
   *
   * @param milliseconds for all questions of a step together
   */
  public StepLimit(Z3Process solver, int milliseconds) {
    this.solver = solver;
    this.milliseconds = milliseconds;
  }

  @Override
  public void about(String proof, String step) {
    used = 0;
  }

  @Override
  public Answer ask(String script) throws InterruptedException {
    int left = (int) Math.max(0, milliseconds - used);
    if (left == 0) {
      return new Answer.Unknown("time limit of " + milliseconds / 1000.0 + " s for a step");
    }
    // The time that the process needs to start is not the step's.
    name();
    long start = System.nanoTime();
    Answer answer = solver.ask(script, left);
    used += (System.nanoTime() - start) / 1_000_000;
    return answer;
  }

  @Override
  public String name() throws InterruptedException {
    return solver.name();
  }

  @Override
  public void close() {
    solver.close();
  }
}
