package io.github.flowcert.testing;

import static io.github.flowcert.testing.Matrices.flat;
import static io.github.flowcert.testing.Matrices.matrix;

import io.github.flowcert.flow.Coordinates;
import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** The dynamics by other means than the code under test. */
public final class Flows {
  private Flows() {}

  /** Lemma 1 as it is printed, with matrix powers from a library's eigenvalue decompositions. */
  public static double[] lemmaOne(int depth, double[] w, double[] g, int rows, int columns) {
    RealMatrix product = matrix(w, rows, columns);
    RealMatrix gradient = matrix(g, rows, columns);
    RealMatrix outer = product.multiplyTransposed(product);
    RealMatrix inner = product.transposeMultiply(product);
    RealMatrix sum = MatrixUtils.createRealMatrix(rows, columns);
    for (int l = 1; l <= depth; l++) {
      RealMatrix left = power(outer, (l - 1.0) / depth);
      RealMatrix right = power(inner, (double) (depth - l) / depth);
      sum = sum.subtract(left.multiply(gradient).multiply(right));
    }
    return flat(sum);
  }

  private static RealMatrix power(RealMatrix positive, double exponent) {
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(positive);
    double[] values = eigen.getEigenvalues();
    double rounding = 1e-14 * Arrays.stream(values).max().orElseThrow();
    for (int k = 0; k < values.length; k++) {
      values[k] = Math.pow(values[k] < rounding ? 0 : values[k], exponent);
    }
    RealMatrix v = eigen.getV();
    return v.multiply(MatrixUtils.createRealDiagonalMatrix(values)).multiplyTransposed(v);
  }

  /** Derivative of the product matrix along the flow: central differences of carried points. */
  public static double[] productSlope(Coordinates coordinates, double[] y, double dt) {
    double[] slope = coordinates.computeDerivatives(0, y);
    double[] ahead = coordinates.carry(moved(y, slope, dt)).product();
    double[] behind = coordinates.carry(moved(y, slope, -dt)).product();
    double[] out = new double[ahead.length];
    for (int k = 0; k < out.length; k++) {
      out[k] = (ahead[k] - behind[k]) / (2 * dt);
    }
    return out;
  }

  /** The Jacobian by central differences, flat, with steps relative to each unknown. */
  public static double[] jacobian(Coordinates coordinates, double[] y, double relativeStep) {
    int n = y.length;
    double[] jacobian = new double[n * n];
    for (int column = 0; column < n; column++) {
      double[] unit = new double[n];
      unit[column] = Math.max(Math.abs(y[column]), 1e-3);
      double[] ahead = coordinates.computeDerivatives(0, moved(y, unit, relativeStep));
      double[] behind = coordinates.computeDerivatives(0, moved(y, unit, -relativeStep));
      for (int row = 0; row < n; row++) {
        jacobian[row * n + column] = (ahead[row] - behind[row]) / (2 * relativeStep * unit[column]);
      }
    }
    return jacobian;
  }

  private static double[] moved(double[] y, double[] slope, double dt) {
    double[] moved = y.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] += dt * slope[k];
    }
    return moved;
  }
}
