package io.github.flowcert.problem;

import java.util.Arrays;

/**
 * Linear measurements of n numbers w: the loss {@code c/2 sum_i (<a_i, w> - y_i)^2} with its
 * derivatives.
 *
 * <p>Immutable.
 */
public final class Measurements {
  private final int entries;
  private final double[] coefficients;
  private final double[] labels;
  private final double weight;

  /**
   * Measurements.
   *
   * @param coefficients a_i, each of the same length n
   * @param labels y_i, as many
   * @param weight c, above 0
   * @throws IllegalArgumentException if there is none, lengths differ, or a number is not finite
   */
  Measurements(double[][] coefficients, double[] labels, double weight) {
    if (coefficients.length == 0 || coefficients[0].length == 0) {
      throw new IllegalArgumentException("at least one measurement of one number is needed");
    }
    if (coefficients.length != labels.length) {
      throw new IllegalArgumentException(
          coefficients.length + " measurements have " + labels.length + " labels");
    }
    this.entries = coefficients[0].length;
    this.coefficients = new double[labels.length * entries];
    for (int i = 0; i < labels.length; i++) {
      if (coefficients[i].length != entries) {
        throw new IllegalArgumentException("measurement " + (i + 1) + " has another size");
      }
      System.arraycopy(coefficients[i], 0, this.coefficients, i * entries, entries);
    }
    this.labels = labels.clone();
    this.weight = weight;
    if (!Arrays.stream(this.coefficients).allMatch(Double::isFinite)
        || !Arrays.stream(labels).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a measurement or a label is not finite");
    }
  }

  /** How many there are. */
  public int count() {
    return labels.length;
  }

  /** The coefficient of number k in measurement i, from 0. */
  public double coefficient(int i, int k) {
    return coefficients[i * entries + k];
  }

  /** The coefficients of measurement i, from 0. */
  public double[] coefficients(int i) {
    return Arrays.copyOfRange(coefficients, i * entries, (i + 1) * entries);
  }

  /** The label y_i, i from 0. */
  public double label(int i) {
    return labels[i];
  }

  /** The factor c of the loss. */
  public double weight() {
    return weight;
  }

  /** {@code <a_i, w> - y_i}. */
  public double residual(int i, double[] w) {
    return applied(i, w) - labels[i];
  }

  private double applied(int i, double[] w) {
    double sum = 0;
    for (int k = 0; k < entries; k++) {
      sum += coefficients[i * entries + k] * w[k];
    }
    return sum;
  }

  double loss(double[] w) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double residual = residual(i, w);
      sum += residual * residual;
    }
    return weight * sum / 2;
  }

  void gradient(double[] w, double[] out) {
    Arrays.fill(out, 0);
    for (int i = 0; i < labels.length; i++) {
      add(weight * residual(i, w), i, out);
    }
  }

  void hessian(double[] direction, double[] out) {
    Arrays.fill(out, 0);
    for (int i = 0; i < labels.length; i++) {
      add(weight * applied(i, direction), i, out);
    }
  }

  private void add(double factor, int i, double[] out) {
    for (int k = 0; k < entries; k++) {
      out[k] += factor * coefficients[i * entries + k];
    }
  }

  /** The trace of the Hessian, which bounds its eigenvalues: none is negative. */
  double largestCurvature() {
    return weight * Arrays.stream(coefficients).map(each -> each * each).sum();
  }

  double largestLabel() {
    return Arrays.stream(labels).map(Math::abs).max().orElse(0);
  }

  /** Sum of {@code c |y_i a_ik|} over the measurements. */
  double labelIn(int k) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += Math.abs(labels[i] * coefficients[i * entries + k]);
    }
    return weight * sum;
  }

  /** The largest Frobenius norm that a single label forces on w, {@code |y_i| / ||a_i||}. */
  double solutionScale() {
    double largest = 0;
    for (int i = 0; i < labels.length; i++) {
      double square = 0;
      for (int k = 0; k < entries; k++) {
        square += coefficient(i, k) * coefficient(i, k);
      }
      largest = square > 0 ? Math.max(largest, Math.abs(labels[i]) / Math.sqrt(square)) : largest;
    }
    return largest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Measurements that
        && entries == that.entries
        && weight == that.weight
        && Arrays.equals(coefficients, that.coefficients)
        && Arrays.equals(labels, that.labels);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(coefficients) + Arrays.hashCode(labels);
  }
}
