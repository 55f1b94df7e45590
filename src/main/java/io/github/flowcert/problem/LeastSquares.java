package io.github.flowcert.problem;

import java.util.Optional;

/**
 * Linear regression: the loss {@code ||X beta - y||^2} of p parameters beta, a p-by-1 matrix. Its
 * gradient flow is {@code beta' = 2 (X^T y - X^T X beta)}, Section 2 of Wang and Chowdhury's
 * report.
 *
 * <p>Immutable.
 */
public final class LeastSquares implements MatrixProblem {
  /** In case files. */
  public static final String KIND = "least-squares";

  private final int parameters;
  private final Measurements measurements;

  private LeastSquares(int parameters, Measurements measurements) {
    this.parameters = parameters;
    this.measurements = measurements;
  }

  /**
   * The problem with this design matrix.
   *
   * @param design rows of X, each of p numbers
   * @param y as many numbers as X has rows
   * @throws IllegalArgumentException if X is empty or ragged, y has another length, or a number is
   *     not finite
   */
  public static LeastSquares of(double[][] design, double[] y) {
    Measurements measurements = new Measurements(design, y, 2);
    return new LeastSquares(design[0].length, measurements);
  }

  /** An entry of X, indices from 0. */
  public double design(int row, int column) {
    return measurements.coefficient(row, column);
  }

  /** An entry of y, index from 0. */
  public double y(int row) {
    return measurements.label(row);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The number p of parameters. */
  @Override
  public int rows() {
    return parameters;
  }

  /** One. */
  @Override
  public int columns() {
    return 1;
  }

  /** The number of rows of X. */
  @Override
  public int observations() {
    return measurements.count();
  }

  @Override
  public double loss(double[] matrix) {
    return measurements.loss(matrix);
  }

  @Override
  public void gradient(double[] matrix, double[] gradient) {
    measurements.gradient(matrix, gradient);
  }

  @Override
  public void hessian(double[] direction, double[] out) {
    measurements.hessian(direction, out);
  }

  @Override
  public double largestCurvature() {
    return measurements.largestCurvature();
  }

  @Override
  public double largestObservation() {
    return measurements.largestLabel();
  }

  @Override
  public double observationIn(int entry) {
    return measurements.labelIn(entry);
  }

  @Override
  public double solutionScale() {
    return measurements.solutionScale();
  }

  @Override
  public Optional<Measurements> measurements() {
    return Optional.of(measurements);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LeastSquares that && measurements.equals(that.measurements);
  }

  @Override
  public int hashCode() {
    return measurements.hashCode();
  }
}
