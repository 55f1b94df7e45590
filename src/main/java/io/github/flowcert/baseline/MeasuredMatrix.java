package io.github.flowcert.baseline;

import io.github.flowcert.problem.Measurements;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/** The equations of sensing, by the Cholesky decomposition of the inner products of the A_i. */
final class MeasuredMatrix implements LinearConstraints {
  private static final double DEPENDENT = 1e-12;

  private final int rows;
  private final int columns;
  private final Measurements measurements;
  private final CholeskyDecomposition inner;

  MeasuredMatrix(int rows, int columns, Measurements measurements) {
    this.rows = rows;
    this.columns = columns;
    this.measurements = measurements;
    RealMatrix all = new Array2DRowRealMatrix(measurements.count(), rows * columns);
    for (int i = 0; i < measurements.count(); i++) {
      all.setRow(i, measurements.coefficients(i));
    }
    RealMatrix products = all.multiplyTransposed(all);
    double largest =
        IntStream.range(0, measurements.count())
            .mapToDouble(i -> products.getEntry(i, i))
            .max()
            .orElse(0);
    try {
      this.inner = new CholeskyDecomposition(products, DEPENDENT, DEPENDENT * largest);
    } catch (MathIllegalArgumentException e) {
      throw new IllegalArgumentException("the measurements depend on each other linearly", e);
    }
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
  public double[] correction(double[] matrix) {
    double[] missing =
        IntStream.range(0, measurements.count())
            .mapToDouble(i -> -measurements.residual(i, matrix))
            .toArray();
    return inner.getSolver().solve(new ArrayRealVector(missing, false)).toArray();
  }

  @Override
  public double[] combination(double[] multipliers) {
    double[] matrix = new double[rows * columns];
    for (int i = 0; i < multipliers.length; i++) {
      for (int k = 0; k < matrix.length; k++) {
        matrix[k] += multipliers[i] * measurements.coefficient(i, k);
      }
    }
    return matrix;
  }

  @Override
  public double labelled(double[] multipliers) {
    return IntStream.range(0, multipliers.length)
        .mapToDouble(i -> multipliers[i] * measurements.label(i))
        .sum();
  }

  @Override
  public double violation(double[] matrix) {
    double largest = 0;
    double label = Double.MIN_NORMAL;
    for (int i = 0; i < measurements.count(); i++) {
      largest = Math.max(largest, Math.abs(measurements.residual(i, matrix)));
      label = Math.max(label, Math.abs(measurements.label(i)));
    }
    return largest / label;
  }
}
