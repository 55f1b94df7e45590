package io.github.flowcert.descent;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.problem.Measurements;
import java.util.Arrays;

/** Matrices in double-double numbers. */
final class DoubleDoubleArithmetic implements Arithmetic<DoubleDoubles> {

  @Override
  public DoubleDoubles zeros(int entries) {
    return new DoubleDoubles(entries);
  }

  @Override
  public void multiply(DoubleDoubles a, DoubleDoubles b, int m, int k, int n, DoubleDoubles out) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        out.set(i * n + j, 0);
        for (int r = 0; r < k; r++) {
          out.addProduct(i * n + j, a, i * k + r, b, r * n + j);
        }
      }
    }
  }

  @Override
  public void multiplyByTransposed(
      DoubleDoubles a, DoubleDoubles b, int m, int k, int n, DoubleDoubles out) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        out.set(i * n + j, 0);
        for (int r = 0; r < k; r++) {
          out.addProduct(i * n + j, a, i * k + r, b, j * k + r);
        }
      }
    }
  }

  @Override
  public void multiplyTransposed(
      DoubleDoubles a, DoubleDoubles b, int m, int k, int n, DoubleDoubles out) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        out.set(i * n + j, 0);
        for (int r = 0; r < k; r++) {
          out.addProduct(i * n + j, a, r * m + i, b, r * n + j);
        }
      }
    }
  }

  @Override
  public double gradient(MatrixProblem problem, DoubleDoubles product, DoubleDoubles out) {
    if (problem.completion().isPresent()) {
      residuals(problem.completion().get(), product, out);
      return squaredNorm(out) / 2;
    }
    return gradient(problem.measurements().orElseThrow(), product, out);
  }

  private double gradient(Measurements measurements, DoubleDoubles product, DoubleDoubles out) {
    DoubleDoubles residuals = new DoubleDoubles(measurements.count());
    for (int k = 0; k < out.high.length; k++) {
      out.set(k, 0);
    }
    for (int i = 0; i < measurements.count(); i++) {
      DoubleDoubles row = of(measurements.coefficients(i));
      residuals.set(i, -measurements.label(i));
      for (int k = 0; k < out.high.length; k++) {
        residuals.addProduct(i, row, k, product, k);
      }
      for (int k = 0; k < out.high.length; k++) {
        // The weight is 1 or 2: scaling by it is exact.
        row.multiply(k, measurements.weight());
        out.addProduct(k, residuals, i, row, k);
      }
    }
    return measurements.weight() * squaredNorm(residuals) / 2;
  }

  private static void residuals(
      MatrixCompletion problem, DoubleDoubles product, DoubleDoubles out) {
    for (int k = 0; k < out.high.length; k++) {
      out.set(k, 0);
      if (problem.isObserved(k)) {
        out.add(k, product.high[k], product.low[k]);
        out.add(k, -problem.value(k), 0);
      }
    }
  }

  @Override
  public double squaredNorm(DoubleDoubles a) {
    DoubleDoubles sum = new DoubleDoubles(1);
    for (int k = 0; k < a.high.length; k++) {
      sum.addProduct(0, a, k, a, k);
    }
    return sum.high[0];
  }

  @Override
  public void scaleEntry(DoubleDoubles a, int k, double factor) {
    a.multiply(k, factor);
  }

  @Override
  public void combine(DoubleDoubles a, double scale, double factor, DoubleDoubles b) {
    for (int k = 0; k < a.high.length; k++) {
      a.multiply(k, scale);
      double product = factor * b.high[k];
      a.add(k, product, Math.fma(factor, b.high[k], -product) + factor * b.low[k]);
    }
  }

  @Override
  public double[] store(DoubleDoubles a) {
    double[] all = Arrays.copyOf(a.high, 2 * a.high.length);
    System.arraycopy(a.low, 0, all, a.high.length, a.low.length);
    return all;
  }

  @Override
  public void load(double[] stored, DoubleDoubles out) {
    int entries = out.high.length;
    System.arraycopy(stored, 0, out.high, 0, entries);
    System.arraycopy(stored, entries, out.low, 0, entries);
  }

  @Override
  public DoubleDoubles of(double[] values) {
    DoubleDoubles out = new DoubleDoubles(values.length);
    System.arraycopy(values, 0, out.high, 0, values.length);
    return out;
  }

  @Override
  public double[] rounded(DoubleDoubles a) {
    return a.high.clone();
  }
}
