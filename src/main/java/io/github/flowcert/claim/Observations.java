package io.github.flowcert.claim;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixProblem;

/** Which problem of the paper a problem is. */
final class Observations {
  private Observations() {}

  /** The problem of equation (6). */
  static MatrixCompletion equation6() {
    return MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}});
  }

  /** Equation (11), wherever the unobserved entry stands. */
  static boolean areThoseOfEquation11(MatrixProblem problem) {
    return determinantSign(problem) != 0;
  }

  /**
   * The sign that Theorem 2 demands of the determinant: that of z z' for an unobserved entry on the
   * diagonal. Exchanging the rows brings one off the diagonal there, and changes the determinant's
   * sign. 0 where the observations are not those of equation (11).
   */
  static int determinantSign(MatrixProblem problem) {
    return problem.completion().map(Observations::determinantSign).orElse(0);
  }

  private static int determinantSign(MatrixCompletion problem) {
    int free = problem.soleUnobserved();
    if (problem.rows() != 2 || problem.columns() != 2 || free < 0) {
      return 0;
    }
    double sign = Math.signum(problem.value(free ^ 1)) * Math.signum(problem.value(free ^ 2));
    boolean diagonal = free == 0 || free == 3;
    return (int) (diagonal ? sign : -sign);
  }

  /** Equation (18), with zeros in the rows or columns by which one side is longer. */
  static boolean areThoseOfEquation18(MatrixProblem problem) {
    return problem.completion().map(Observations::areThoseOfEquation18).orElse(false);
  }

  private static boolean areThoseOfEquation18(MatrixCompletion problem) {
    int columns = problem.columns();
    if (problem.rows() < 2 || columns < 2 || problem.soleUnobserved() != 0) {
      return false;
    }
    for (int k = 1; k < problem.rows() * columns; k++) {
      int i = k / columns + 1;
      int j = k % columns + 1;
      double expected = (i == j && i >= 3) || i + j == 3 ? 1 : 0;
      if (problem.value(k) != expected) {
        return false;
      }
    }
    return true;
  }
}
