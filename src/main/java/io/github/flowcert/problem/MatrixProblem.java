package io.github.flowcert.problem;

import java.util.Optional;

/**
 * A loss of a d-by-d' matrix that is quadratic in it, with its derivatives: what a network's
 * product matrix is fitted to.
 *
 * <p>Immutable. Matrices are flat and row by row; indices start at 0.
 */
public sealed interface MatrixProblem permits MatrixCompletion, MatrixSensing, LeastSquares {

  /** Its name in case files, as in {@code matrix-sensing}. */
  String kind();

  /** Number of rows d. */
  int rows();

  /** Number of columns d'. */
  int columns();

  /** Number of observed numbers, each of which adds a square to the loss. */
  int observations();

  /**
   * The loss.
   *
   * @param matrix the matrix W, d d' entries
   */
  double loss(double[] matrix);

  /**
   * The loss at a matrix whose gradient may be known to more digits than the matrix tells.
   *
   * @param matrix the matrix W, d d' entries
   * @param gradient the gradient there
   */
  default double loss(double[] matrix, double[] gradient) {
    return loss(matrix);
  }

  /**
   * The gradient of the loss.
   *
   * @param matrix the matrix W, d d' entries
   * @param gradient receives the gradient; not the same array
   */
  void gradient(double[] matrix, double[] gradient);

  /**
   * The Hessian of the loss, which is the same everywhere, applied to a direction.
   *
   * @param direction a matrix, d d' entries
   * @param out receives the change of the gradient along the direction; not the same array
   */
  void hessian(double[] direction, double[] out);

  /** A number that no eigenvalue of the Hessian exceeds. */
  double largestCurvature();

  /** Largest absolute value of an observed number. */
  double largestObservation();

  /**
   * Size of the observed numbers in one entry of the gradient: near a solution the entry is a
   * difference of numbers of this size, and so rounded.
   */
  double observationIn(int entry);

  /** Size that the entries of a solution must have, as far as single observations tell. */
  double solutionScale();

  /** The observations as linear functions; empty where they are single entries. */
  Optional<Measurements> measurements();

  /** This problem, where it is one of completion: what only that has, is asked for here. */
  default Optional<MatrixCompletion> completion() {
    return Optional.empty();
  }

  /**
   * The matrix of which the observations were made, flat, row by row; empty where it is not known.
   */
  default Optional<double[]> truth() {
    return Optional.empty();
  }

  /** Flat index of the only unobserved entry of a completion; -1 where there is no such entry. */
  default int soleUnobserved() {
    return -1;
  }

  /** Whether the matrix has as many rows as columns. */
  default boolean isSquare() {
    return rows() == columns();
  }
}
