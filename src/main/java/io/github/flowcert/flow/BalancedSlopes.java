package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.SingularValues;

/** Slopes along gradient flow with balanced factors at one point, without difference quotients. */
public final class BalancedSlopes {
  private BalancedSlopes() {}

  /**
   * The slope of the loss: minus the squared norm of the gradient by all factors. With the gradient
   * G of the loss by W it is {@code - sum over l of ||[W W^T]^((l-1)/(2L)) G [W^T
   * W]^((L-l)/(2L))||^2}. Written as a sum of squares, in which nothing cancels though the terms of
   * tr(G^T W') do.
   *
   * @param depth L
   */
  public static double ofLoss(FlowState state, int depth) {
    double[] gradient = state.gradient();
    if (depth == 1) {
      return -Flat.squaredNorm(gradient);
    }
    return -sumOfSquares(gradient, state, depth);
  }

  /**
   * The slope of the product matrix by Lemma 1, flat.
   *
   * @param depth L
   */
  public static double[] ofProduct(FlowState state, int depth) {
    int rows = state.rows();
    int columns = state.columns();
    SingularValues svd = SingularValues.of(state.product(), rows, columns);
    return BalancedFlow.derivative(depth, rows, columns, svd, state.gradient());
  }

  private static double sumOfSquares(double[] gradient, FlowState state, int depth) {
    int rows = state.rows();
    int columns = state.columns();
    double[] logs = state.logSingularValues();
    int rank = logs.length;
    SingularValues svd = SingularValues.of(state.product(), rows, columns);
    double[] flipped = Flat.transpose(gradient, rows, columns);
    double[] byRight = times(gradient, svd.right(), rows, columns, rank);
    double[] byLeft = times(flipped, svd.left(), columns, rows, rank);
    double[] both = times(Flat.transpose(byRight, rows, rank), svd.left(), rank, rows, rank);
    double sum = 0;
    for (int r = 0; r < rank; r++) {
      double ends = columnSquare(byRight, r, rank) + columnSquare(byLeft, r, rank);
      sum += Math.exp(logs[r] * 2 * (depth - 1) / depth) * ends;
      for (int s = 0; s < rank; s++) {
        double entry = both[s * rank + r];
        sum += middle(logs[r], logs[s], depth) * entry * entry;
      }
    }
    return sum;
  }

  /** The sum over l = 2 .. L-1 of sigma_r^(2(l-1)/L) sigma_s^(2(L-l)/L). */
  private static double middle(double logR, double logS, int depth) {
    double sum = 0;
    for (int l = 2; l < depth; l++) {
      sum += Math.exp((logR * (l - 1) + logS * (depth - l)) * 2 / depth);
    }
    return sum;
  }

  private static double[] times(double[] one, double[] other, int m, int n, int k) {
    double[] product = new double[m * k];
    Flat.multiply(one, other, m, n, k, product);
    return product;
  }

  private static double columnSquare(double[] matrix, int column, int columns) {
    double sum = 0;
    for (int k = column; k < matrix.length; k += columns) {
      sum += matrix[k] * matrix[k];
    }
    return sum;
  }
}
