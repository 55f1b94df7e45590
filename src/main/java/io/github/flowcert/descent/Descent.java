package io.github.flowcert.descent;

/**
 * A descent on its way: an iterate, and the means to go on from it. Deterministic: the iterates do
 * not depend on where it was halted, stored or continued. Not safe for several threads.
 */
public interface Descent {

  /** Why {@link #advance} came back. */
  enum Halt {
    /** The iteration asked for is reached. */
    ITERATION,
    /** The loss fell to the level asked for. */
    LEVEL,
    /** The loss is larger than that of the iterate before. */
    ROSE,
    /** The loss is not a finite number. */
    DIVERGED
  }

  /** How much the loss must rise from one iterate to the next, relative to it, to count as rise. */
  double RISE = 1e-9;

  /** Iterations done. */
  long iteration();

  /** The loss of the iterate; known once {@link #advance} was called. */
  double loss();

  /** The time of gradient flow that corresponds to the iterations done. */
  double time();

  /** The factors, all entries of W_1, then of W_2 and so on, rounded to doubles. */
  double[] parameters();

  /**
   * Goes on until something happens.
   *
   * @param until iteration at which to halt at the latest
   * @param level loss at or below which to halt
   * @param watchRise whether to halt where the loss rises by more than {@link #RISE}
   */
  Halt advance(long until, double level, boolean watchRise);

  /** All numbers needed to go on from here in another object for the same descent. */
  double[] memory();

  /** Takes the place of a descent that was stored at an iteration with that memory. */
  void restore(long iteration, double[] memory);
}
