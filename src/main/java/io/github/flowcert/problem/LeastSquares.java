package io.github.flowcert.problem;

import io.github.flowcert.linalg.DoubleDouble;
import io.github.flowcert.linalg.WideSingularValues;
import io.github.flowcert.linalg.WideVector;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

  private static final double ROUNDING = 0x1p-52;

  private final int parameters;
  private final Measurements measurements;

  /** Computed when first asked for, always to the same value. */
  private volatile WideSingularValues singularValues;

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

  /**
   * The singular value decomposition of X in 106 bits, without singular values that are at most
   * max(n, p) 2^-52 of the largest: in data of doubles nothing tells those from 0, and the flow is
   * that of the nearest matrix without them.
   */
  public WideSingularValues singularValues() {
    WideSingularValues known = singularValues;
    if (known == null) {
      WideSingularValues all = WideSingularValues.of(WideVector.transposed(rowsAsGiven()));
      known = all.first(numericalRank(all));
      singularValues = known;
    }
    return known;
  }

  private int numericalRank(WideSingularValues all) {
    double least =
        all.values().isEmpty()
            ? 0
            : Math.max(observations(), parameters) * ROUNDING * all.values().get(0).high();
    return (int) all.values().stream().filter(each -> each.high() > least).count();
  }

  /** The rows of X, less what belongs to singular values that count as 0. */
  public List<WideVector> rowsOfRank() {
    WideSingularValues svd = singularValues();
    if (svd.values().size() == Math.min(observations(), parameters)) {
      return rowsAsGiven();
    }
    return IntStream.range(0, observations()).mapToObj(i -> rowOfRank(svd, i)).toList();
  }

  /**
   * Whether what {@link #singularValues} leaves out is no more, in any row of X, than rounding of
   * its entries may have put there: only then is the matrix without it as good as X.
   */
  public boolean isRankKnown() {
    double rounding = Math.max(observations(), parameters) * ROUNDING / 2;
    List<WideVector> given = rowsAsGiven();
    List<WideVector> kept = rowsOfRank();
    return IntStream.range(0, given.size())
        .allMatch(
            i -> {
              WideVector left = given.get(i).copy();
              left.add(DoubleDouble.of(-1), kept.get(i));
              return left.norm().high() <= rounding * given.get(i).norm().high();
            });
  }

  private WideVector rowOfRank(WideSingularValues svd, int i) {
    WideVector row = WideVector.zero(parameters);
    for (int k = 0; k < svd.values().size(); k++) {
      row.add(svd.left().get(k).get(i).times(svd.values().get(k)), svd.right().get(k));
    }
    return row;
  }

  private List<WideVector> rowsAsGiven() {
    return IntStream.range(0, observations())
        .mapToObj(i -> WideVector.of(measurements.coefficients(i)))
        .toList();
  }

  /** {@code y - X beta} in 106 bits. */
  public WideVector residual(double[] beta) {
    WideVector at = WideVector.of(beta);
    WideVector residual = WideVector.zero(observations());
    for (int i = 0; i < observations(); i++) {
      DoubleDouble fitted = WideVector.of(measurements.coefficients(i)).dot(at);
      residual.set(i, DoubleDouble.of(y(i)).minus(fitted));
    }
    return residual;
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
