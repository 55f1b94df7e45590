package io.github.flowcert.baseline;

import io.github.flowcert.problem.MatrixCompletion;
import java.util.stream.IntStream;

/** The equations of completion: some entries are given. */
final class ObservedEntries implements LinearConstraints {
  private final MatrixCompletion problem;
  private final int[] places;

  ObservedEntries(MatrixCompletion problem) {
    this.problem = problem;
    this.places =
        IntStream.range(0, problem.rows() * problem.columns())
            .filter(problem::isObserved)
            .toArray();
  }

  @Override
  public int rows() {
    return problem.rows();
  }

  @Override
  public int columns() {
    return problem.columns();
  }

  @Override
  public double[] correction(double[] matrix) {
    return IntStream.of(places).mapToDouble(k -> problem.value(k) - matrix[k]).toArray();
  }

  @Override
  public double[] combination(double[] multipliers) {
    double[] matrix = new double[rows() * columns()];
    for (int i = 0; i < places.length; i++) {
      matrix[places[i]] = multipliers[i];
    }
    return matrix;
  }

  @Override
  public double labelled(double[] multipliers) {
    double sum = 0;
    for (int i = 0; i < places.length; i++) {
      sum += multipliers[i] * problem.value(places[i]);
    }
    return sum;
  }

  @Override
  public double violation(double[] matrix) {
    double largest = 0;
    for (int k : places) {
      largest = Math.max(largest, Math.abs(matrix[k] - problem.value(k)));
    }
    return largest / Math.max(problem.largestObservation(), Double.MIN_NORMAL);
  }
}
