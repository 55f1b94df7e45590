package io.github.flowcert.integrate;

/** What error counts as 1 in each unknown, where "relative to the unknown" would be wrong. */
@FunctionalInterface
public interface ErrorScale {

  /**
   * Fills in the tolerated local error of each unknown.
   *
   * @param state the unknowns
   * @param scale receives a positive number for each
   */
  void fill(double[] state, double[] scale);
}
