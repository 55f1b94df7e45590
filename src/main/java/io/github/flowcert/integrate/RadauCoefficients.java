package io.github.flowcert.integrate;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.LuFactors;
import java.util.function.DoubleUnaryOperator;

/**
 * Coefficients of the Radau IIA collocation method with s stages, of order 2s - 1 and L-stable.
 * Computed from their definition (Hairer and Wanner, Solving Ordinary Differential Equations II,
 * IV.5 and IV.8) instead of typed in.
 *
 * @param nodes c_1 < .. < c_s = 1
 * @param matrix a_ij, flat
 * @param gamma the real eigenvalue of A, the weight of f(y_0) in the embedded formula
 * @param errorWeights e_j such that the embedded formula of order s differs from the method by
 *     {@code gamma h f(y_0) + sum e_j Z_j}
 */
record RadauCoefficients(double[] nodes, double[] matrix, double gamma, double[] errorWeights) {

  /** The coefficients of the integrator's method, of order 9. */
  static final RadauCoefficients FIVE_STAGES = ofStages(5);

  /** The coefficients for 3 or 5 stages (for an even number A has no real eigenvalue). */
  static RadauCoefficients ofStages(int s) {
    double[] nodes = nodes(s);
    double[] matrix = matrix(nodes);
    double gamma = realEigenvalue(matrix, s);
    return new RadauCoefficients(nodes, matrix, gamma, errorWeights(nodes, matrix, gamma));
  }

  int stages() {
    return nodes.length;
  }

  /** Roots in (0, 1] of P_s(2x - 1) - P_{s-1}(2x - 1); they are simple and well apart. */
  private static double[] nodes(int s) {
    DoubleUnaryOperator radau = x -> legendre(s, 2 * x - 1) - legendre(s - 1, 2 * x - 1);
    double[] nodes = new double[s];
    int found = 0;
    int parts = 40 * s;
    for (int k = 0; k < parts - 1 && found < s - 1; k++) {
      double low = k / (double) parts;
      double high = (k + 1) / (double) parts;
      if (radau.applyAsDouble(low) * radau.applyAsDouble(high) < 0) {
        nodes[found] = root(radau, low, high);
        found++;
      }
    }
    nodes[s - 1] = 1;
    return nodes;
  }

  private static double legendre(int n, double x) {
    double before = 1;
    double now = n == 0 ? 1 : x;
    for (int k = 2; k <= n; k++) {
      double next = ((2 * k - 1) * x * now - (k - 1) * before) / k;
      before = now;
      now = next;
    }
    return now;
  }

  /** By bisection to the last bit: a handful of roots, once, before any class of a library. */
  private static double root(DoubleUnaryOperator f, double low, double high) {
    double left = low;
    double right = high;
    double sign = Math.signum(f.applyAsDouble(low));
    while (true) {
      double middle = (left + right) / 2;
      if (middle <= left || middle >= right) {
        return middle;
      }
      if (Math.signum(f.applyAsDouble(middle)) == sign) {
        left = middle;
      } else {
        right = middle;
      }
    }
  }

  /**
   * {@code a_ij}: the integral from 0 to c_i of the Lagrange polynomial of node j, by Gauss's rule
   * with three points, which is exact up to degree 5.
   */
  private static double[] matrix(double[] nodes) {
    int s = nodes.length;
    double offset = Math.sqrt(0.6);
    double[] matrix = new double[s * s];
    for (int i = 0; i < s; i++) {
      double half = nodes[i] / 2;
      for (int j = 0; j < s; j++) {
        double outer =
            lagrange(nodes, j, half * (1 - offset)) + lagrange(nodes, j, half * (1 + offset));
        matrix[i * s + j] = half * (5 * outer + 8 * lagrange(nodes, j, half)) / 9;
      }
    }
    return matrix;
  }

  private static double lagrange(double[] nodes, int j, double x) {
    double product = 1;
    for (int k = 0; k < nodes.length; k++) {
      product *= k == j ? 1 : (x - nodes[k]) / (nodes[j] - nodes[k]);
    }
    return product;
  }

  /** The only real eigenvalue of A for an odd number of stages, where det(A - x I) changes sign. */
  private static double realEigenvalue(double[] matrix, int s) {
    DoubleUnaryOperator characteristic =
        x -> {
          double[] shifted = matrix.clone();
          for (int k = 0; k < s; k++) {
            shifted[k * s + k] -= x;
          }
          return LuFactors.ofInPlace(shifted, s).determinant();
        };
    return root(characteristic, 0, 1);
  }

  /**
   * The embedded weights bHat satisfy {@code sum bHat_i c_i^(k-1) = 1/k - [k = 1] gamma}, k = 1..s;
   * the stage derivatives h f_i are A^-1 Z, so e = (bHat - b) A^-1.
   */
  private static double[] errorWeights(double[] nodes, double[] matrix, double gamma) {
    int s = nodes.length;
    double[] vandermonde = new double[s * s];
    double[] weights = new double[s];
    for (int k = 0; k < s; k++) {
      for (int i = 0; i < s; i++) {
        vandermonde[k * s + i] = Math.pow(nodes[i], k);
      }
      // b itself satisfies the conditions without gamma, so only the difference is solved for.
      weights[k] = k == 0 ? -gamma : 0;
    }
    LuFactors.ofInPlace(vandermonde, s).solve(weights);
    double[] transposed = Flat.transpose(matrix, s, s);
    LuFactors.ofInPlace(transposed, s).solve(weights);
    return weights;
  }
}
