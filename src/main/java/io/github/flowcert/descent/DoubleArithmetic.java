package io.github.flowcert.descent;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.problem.MatrixProblem;
import java.util.Arrays;

/** Matrices in doubles. */
final class DoubleArithmetic implements Arithmetic<double[]> {

  @Override
  public double[] zeros(int entries) {
    return new double[entries];
  }

  @Override
  public void multiply(double[] a, double[] b, int m, int k, int n, double[] out) {
    Flat.multiply(a, b, m, k, n, out);
  }

  @Override
  public void multiplyByTransposed(double[] a, double[] b, int m, int k, int n, double[] out) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int r = 0; r < k; r++) {
          sum += a[i * k + r] * b[j * k + r];
        }
        out[i * n + j] = sum;
      }
    }
  }

  @Override
  public void multiplyTransposed(double[] a, double[] b, int m, int k, int n, double[] out) {
    Arrays.fill(out, 0, m * n, 0);
    for (int r = 0; r < k; r++) {
      for (int i = 0; i < m; i++) {
        double factor = a[r * m + i];
        for (int j = 0; j < n; j++) {
          out[i * n + j] += factor * b[r * n + j];
        }
      }
    }
  }

  @Override
  public double gradient(MatrixProblem problem, double[] product, double[] out) {
    problem.gradient(product, out);
    return problem.loss(product, out);
  }

  @Override
  public double squaredNorm(double[] a) {
    return Flat.squaredNorm(a);
  }

  @Override
  public void scaleEntry(double[] a, int k, double factor) {
    a[k] *= factor;
  }

  @Override
  public void combine(double[] a, double scale, double factor, double[] b) {
    for (int k = 0; k < a.length; k++) {
      a[k] = scale * a[k] + factor * b[k];
    }
  }

  @Override
  public double[] store(double[] a) {
    return a.clone();
  }

  @Override
  public void load(double[] stored, double[] out) {
    System.arraycopy(stored, 0, out, 0, out.length);
  }

  @Override
  public double[] of(double[] values) {
    return values.clone();
  }

  @Override
  public double[] rounded(double[] a) {
    return a.clone();
  }
}
