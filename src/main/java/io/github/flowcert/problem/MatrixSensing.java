package io.github.flowcert.problem;

import java.util.Optional;

/**
 * Sensing of a d-by-d' matrix by measurement matrices A_i with labels y_i: the loss {@code 1/2
 * sum_i (y_i - <A_i, W>)^2}, as in eq. (2) of Arora, Cohen, Hu and Luo (2019).
 *
 * <p>Immutable. Matrices are flat and row by row; indices start at 0.
 */
public final class MatrixSensing implements MatrixProblem {
  /** In case files. */
  public static final String KIND = "matrix-sensing";

  private final int rows;
  private final int columns;
  private final Measurements measurements;

  private MatrixSensing(int rows, int columns, Measurements measurements) {
    this.rows = rows;
    this.columns = columns;
    this.measurements = measurements;
  }

  /**
   * The problem with these measurements.
   *
   * @param rows d
   * @param columns d'
   * @param matrices A_i, flat, each of d d' entries
   * @param labels y_i, as many
   * @throws IllegalArgumentException if there is none, sizes differ, or a number is not finite
   */
  public static MatrixSensing of(int rows, int columns, double[][] matrices, double[] labels) {
    MatrixSensing problem = new MatrixSensing(rows, columns, new Measurements(matrices, labels, 1));
    if (matrices[0].length != rows * columns) {
      throw new IllegalArgumentException("a measurement matrix has another size");
    }
    return problem;
  }

  /** The measurement matrix A_i, flat, i from 0. */
  public double[] matrix(int i) {
    return measurements.coefficients(i);
  }

  /** The label y_i, i from 0. */
  public double label(int i) {
    return measurements.label(i);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

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
    return other instanceof MatrixSensing that
        && rows == that.rows
        && columns == that.columns
        && measurements.equals(that.measurements);
  }

  @Override
  public int hashCode() {
    return 31 * rows + measurements.hashCode();
  }
}
