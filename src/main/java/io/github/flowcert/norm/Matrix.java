package io.github.flowcert.norm;

import io.github.flowcert.linalg.SingularValues;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A matrix of which a norm is taken. Arrays are not copied: nobody may write to them. Its singular
 * values are asked for only where a norm is made of them.
 */
public final class Matrix {
  private final Shape shape;
  private final double[] entries;
  private final Supplier<double[]> spectrum;
  private volatile double[] logSingularValues;

  /**
   * A matrix whose singular values somebody knows.
   *
   * @param entries flat, row by row
   * @param spectrum natural logarithms of the singular values, largest first; minus infinity for 0;
   *     asked once at most
   */
  public Matrix(Shape shape, double[] entries, Supplier<double[]> spectrum) {
    this.shape = shape;
    this.entries = entries;
    this.spectrum = spectrum;
  }

  /** A matrix whose singular values are computed when somebody asks for them. */
  public static Matrix of(Shape shape, double[] entries) {
    return new Matrix(
        shape,
        entries,
        () -> SingularValues.of(entries, shape.rows(), shape.columns()).logarithms());
  }

  /** {@code e_i e_j^T}, indices from 1 as in the papers. */
  public static Matrix unit(Shape shape, int i, int j) {
    double[] entries = new double[shape.entries()];
    entries[(i - 1) * shape.columns() + j - 1] = 1;
    double[] logs = new double[shape.rank()];
    Arrays.fill(logs, 1, logs.length, Double.NEGATIVE_INFINITY);
    return new Matrix(shape, entries, () -> logs);
  }

  /** Rows and columns. */
  public Shape shape() {
    return shape;
  }

  /** The entries, flat, row by row. */
  public double[] entries() {
    return entries;
  }

  /** An entry, indices from 1 as in the papers. */
  public double entry(int i, int j) {
    return entries[(i - 1) * shape.columns() + j - 1];
  }

  /** Natural logarithms of the singular values, largest first; minus infinity for 0. */
  public double[] logSingularValues() {
    double[] known = logSingularValues;
    if (known == null) {
      known = spectrum.get();
      logSingularValues = known;
    }
    return known;
  }
}
