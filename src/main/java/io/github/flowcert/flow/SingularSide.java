package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;

/**
 * One family of singular vectors, and what the gradient and the slope of the product matrix make of
 * the other family: for the left one, U, G V and W' V; for the right one, V, G^T U and W'^T U.
 */
final class SingularSide {
  private final double[] basis;
  private final int length;
  private final int rank;
  private final double[] gradient;
  private final double[] slope;
  private final double[] pulledGradient;
  private final double[] pulledSlope;

  SingularSide(
      double[] basis,
      int length,
      double[] gradient,
      double[] slope,
      double[] other,
      int otherLength,
      int rank) {
    this.basis = basis;
    this.length = length;
    this.rank = rank;
    this.gradient = times(gradient, other, length, otherLength, rank);
    this.slope = times(slope, other, length, otherLength, rank);
    double[] transposed = Flat.transpose(basis, length, rank);
    this.pulledGradient = times(transposed, this.gradient, rank, length, rank);
    this.pulledSlope = times(transposed, this.slope, rank, length, rank);
  }

  private static double[] times(double[] a, double[] b, int m, int k, int n) {
    double[] product = new double[m * n];
    Flat.multiply(a, b, m, k, n, product);
    return product;
  }

  /** U^T G V, of as many rows and columns as there are singular values. */
  double[] pulledGradient() {
    return pulledGradient;
  }

  /** U^T W' V. */
  double[] pulledSlope() {
    return pulledSlope;
  }

  /** Squared norm of the part of u_r' that leaves the span of the family, {@code W' v_r / s}. */
  double outsideSpeed(int r, double value) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double entry = outside(slope, pulledSlope, i, r) / value;
      sum += entry * entry;
    }
    return isWhole() ? 0 : sum;
  }

  /**
   * Squared norm of what that part differs by from {@code -G v_r speed}.
   *
   * @param speed {@code (sigma_r^2)^(1/2 - 1/N)}
   */
  double outsideDifference(int r, double value, double speed) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double moved = outside(slope, pulledSlope, i, r) / value;
      double law = -outside(gradient, pulledGradient, i, r) * speed;
      sum += (moved - law) * (moved - law);
    }
    return isWhole() ? 0 : sum;
  }

  /** A basis of the whole space has no outside. */
  private boolean isWhole() {
    return length == rank;
  }

  /** Entry i of column r, less its part in the span of the basis. */
  private double outside(double[] columns, double[] pulled, int i, int r) {
    double inside = 0;
    for (int s = 0; s < rank; s++) {
      inside += basis[i * rank + s] * pulled[s * rank + r];
    }
    return columns[i * rank + r] - inside;
  }
}
