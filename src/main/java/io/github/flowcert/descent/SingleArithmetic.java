package io.github.flowcert.descent;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.problem.Measurements;
import java.util.Arrays;

/**
 * Matrices in single precision: every intermediate result is rounded to 24 bits, as in a PyTorch
 * program that leaves the default type as it is.
 */
final class SingleArithmetic implements Arithmetic<float[]> {

  @Override
  public float[] zeros(int entries) {
    return new float[entries];
  }

  @Override
  public void multiply(float[] a, float[] b, int m, int k, int n, float[] out) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int r = 0; r < k; r++) {
          sum += a[i * k + r] * b[r * n + j];
        }
        out[i * n + j] = sum;
      }
    }
  }

  @Override
  public void multiplyByTransposed(float[] a, float[] b, int m, int k, int n, float[] out) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int r = 0; r < k; r++) {
          sum += a[i * k + r] * b[j * k + r];
        }
        out[i * n + j] = sum;
      }
    }
  }

  @Override
  public void multiplyTransposed(float[] a, float[] b, int m, int k, int n, float[] out) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int r = 0; r < k; r++) {
          sum += a[r * m + i] * b[r * n + j];
        }
        out[i * n + j] = sum;
      }
    }
  }

  @Override
  public double gradient(MatrixProblem problem, float[] product, float[] out) {
    if (problem.completion().isPresent()) {
      MatrixCompletion completion = problem.completion().get();
      for (int k = 0; k < product.length; k++) {
        out[k] = completion.isObserved(k) ? product[k] - (float) completion.value(k) : 0;
      }
      return squaredNorm(out) / 2;
    }
    return gradient(problem.measurements().orElseThrow(), product, out);
  }

  private static double gradient(Measurements measurements, float[] product, float[] out) {
    float loss = 0;
    Arrays.fill(out, 0);
    for (int i = 0; i < measurements.count(); i++) {
      float residual = -(float) measurements.label(i);
      for (int k = 0; k < out.length; k++) {
        residual += (float) measurements.coefficient(i, k) * product[k];
      }
      float weighted = (float) measurements.weight() * residual;
      for (int k = 0; k < out.length; k++) {
        out[k] += weighted * (float) measurements.coefficient(i, k);
      }
      loss += weighted * residual / 2;
    }
    return loss;
  }

  @Override
  public double squaredNorm(float[] a) {
    float sum = 0;
    for (float each : a) {
      sum += each * each;
    }
    return sum;
  }

  @Override
  public void scaleEntry(float[] a, int k, double factor) {
    a[k] *= (float) factor;
  }

  @Override
  public void combine(float[] a, double scale, double factor, float[] b) {
    float first = (float) scale;
    float second = (float) factor;
    for (int k = 0; k < a.length; k++) {
      a[k] = first * a[k] + second * b[k];
    }
  }

  @Override
  public double[] store(float[] a) {
    return rounded(a);
  }

  @Override
  public void load(double[] stored, float[] out) {
    for (int k = 0; k < out.length; k++) {
      out[k] = (float) stored[k];
    }
  }

  @Override
  public float[] of(double[] values) {
    float[] out = new float[values.length];
    load(values, out);
    return out;
  }

  @Override
  public double[] rounded(float[] a) {
    double[] values = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      values[k] = a[k];
    }
    return values;
  }
}
