package io.github.flowcert.integrate;

/** The Jacobian of a vector field, for implicit integrators. */
@FunctionalInterface
public interface JacobianSource {

  /**
   * Fills in the Jacobian at a point.
   *
   * @param time the time
   * @param state the n unknowns
   * @param derivative the vector field there
   * @param jacobian receives df_i/dy_j at i n + j
   */
  void fill(double time, double[] state, double[] derivative, double[] jacobian);
}
