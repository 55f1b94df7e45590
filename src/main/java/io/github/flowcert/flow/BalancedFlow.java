package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.SingularValues;

/** The vector field of Lemma 1 from a singular value decomposition of any shape. */
final class BalancedFlow {
  private BalancedFlow() {}

  /**
   * {@code W' = -sum_l [W W^T]^((l-1)/L) G [W^T W]^((L-l)/L)}.
   *
   * @param depth L
   * @param rows d
   * @param columns d'
   * @param svd decomposition of W
   * @param gradient G, flat
   */
  static double[] derivative(
      int depth, int rows, int columns, SingularValues svd, double[] gradient) {
    int k = Math.min(rows, columns);
    double[] out = new double[rows * columns];
    if (depth == 1) {
      for (int i = 0; i < out.length; i++) {
        out[i] = -gradient[i];
      }
      return out;
    }
    double[] leftT = Flat.transpose(svd.left(), rows, k);
    double[] rightT = Flat.transpose(svd.right(), columns, k);
    double[] ug = new double[k * columns];
    Flat.multiply(leftT, gradient, k, rows, columns, ug);
    double[] a = new double[k * k];
    Flat.multiply(ug, svd.right(), k, columns, k, a);
    double[] gv = new double[rows * k];
    Flat.multiply(gradient, svd.right(), rows, columns, k, gv);
    addInside(depth, rows, columns, svd, a, leftT, rightT, out);
    addOutside(depth, rows, columns, svd, a, ug, gv, rightT, out);
    return out;
  }

  /** {@code c_rs}, from powers and never from a quotient of differences. */
  static double coupling(int depth, double sigmaR, double sigmaS) {
    double sum = 0;
    for (int l = 1; l <= depth; l++) {
      sum += Math.pow(sigmaR, 2.0 * (l - 1) / depth) * Math.pow(sigmaS, 2.0 * (depth - l) / depth);
    }
    return sum;
  }

  private static void addInside(
      int depth,
      int rows,
      int columns,
      SingularValues svd,
      double[] a,
      double[] leftT,
      double[] rightT,
      double[] out) {
    int k = Math.min(rows, columns);
    double[] weighted = new double[k * k];
    for (int r = 0; r < k; r++) {
      for (int s = 0; s < k; s++) {
        weighted[r * k + s] = -coupling(depth, svd.values()[r], svd.values()[s]) * a[r * k + s];
      }
    }
    double[] half = new double[k * columns];
    Flat.multiply(weighted, rightT, k, k, columns, half);
    double[] inside = new double[rows * columns];
    Flat.multiply(Flat.transpose(leftT, k, rows), half, rows, k, columns, inside);
    for (int i = 0; i < out.length; i++) {
      out[i] += inside[i];
    }
  }

  /**
   * The terms l = 1 and l = L reach beyond the spans of U and V: {@code -(I - U U^T) G V S^p V^T}
   * and {@code -U S^p U^T G (I - V V^T)} with p = 2 - 2/L.
   */
  private static void addOutside(
      int depth,
      int rows,
      int columns,
      SingularValues svd,
      double[] a,
      double[] ug,
      double[] gv,
      double[] rightT,
      double[] out) {
    int k = Math.min(rows, columns);
    double power = 2 - 2.0 / depth;
    for (int r = 0; r < k; r++) {
      double weight = Math.pow(svd.values()[r], power);
      for (int i = 0; i < rows; i++) {
        double left = gv[i * k + r];
        for (int s = 0; s < k; s++) {
          left -= svd.left()[i * k + s] * a[s * k + r];
        }
        double u = svd.left()[i * k + r];
        for (int j = 0; j < columns; j++) {
          double right = ug[r * columns + j];
          for (int s = 0; s < k; s++) {
            right -= a[r * k + s] * rightT[s * columns + j];
          }
          out[i * columns + j] -= weight * (left * rightT[r * columns + j] + u * right);
        }
      }
    }
  }
}
