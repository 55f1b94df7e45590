package io.github.flowcert.integrate;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.LuFactors;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.analysis.polynomials.PolynomialFunction;
import org.hipparchus.analysis.polynomials.PolynomialsUtils;
import org.hipparchus.analysis.solvers.LaguerreSolver;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;

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

  /** The coefficients for an odd number of stages (an even one has no real eigenvalue of A). */
  static RadauCoefficients ofStages(int s) {
    double[] nodes = nodes(s);
    double[] matrix = matrix(nodes);
    double gamma = realEigenvalue(matrix, s);
    return new RadauCoefficients(nodes, matrix, gamma, errorWeights(nodes, matrix, gamma));
  }

  int stages() {
    return nodes.length;
  }

  /** Roots in (0, 1] of P_s(2x - 1) - P_{s-1}(2x - 1). */
  private static double[] nodes(int s) {
    PolynomialFunction radau =
        PolynomialsUtils.createLegendrePolynomial(s)
            .subtract(PolynomialsUtils.createLegendrePolynomial(s - 1));
    Complex[] roots = new LaguerreSolver(1e-15).solveAllComplex(radau.getCoefficients(), 0);
    PolynomialFunction slope = radau.polynomialDerivative();
    double[] nodes = new double[s];
    for (int i = 0; i < s; i++) {
      double x = roots[i].getReal();
      for (int k = 0; k < 3; k++) {
        x -= radau.value(x) / slope.value(x);
      }
      nodes[i] = (x + 1) / 2;
    }
    java.util.Arrays.sort(nodes);
    nodes[s - 1] = 1;
    return nodes;
  }

  /** {@code a_ij}: the integral from 0 to c_i of the Lagrange polynomial of node j. */
  private static double[] matrix(double[] nodes) {
    int s = nodes.length;
    GaussIntegratorFactory factory = new GaussIntegratorFactory();
    double[] matrix = new double[s * s];
    for (int i = 0; i < s; i++) {
      GaussIntegrator gauss = factory.legendre(s, 0, nodes[i]);
      for (int j = 0; j < s; j++) {
        int node = j;
        matrix[i * s + j] = gauss.integrate(x -> lagrange(nodes, node, x));
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

  private static double realEigenvalue(double[] matrix, int s) {
    double[][] rows = new double[s][s];
    for (int i = 0; i < s; i++) {
      System.arraycopy(matrix, i * s, rows[i], 0, s);
    }
    Complex[] values =
        new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(rows)).getEigenvalues();
    Complex nearest = values[0];
    for (Complex each : values) {
      nearest = Math.abs(each.getImaginary()) < Math.abs(nearest.getImaginary()) ? each : nearest;
    }
    return nearest.getReal();
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
