package io.github.flowcert.flow;

import io.github.flowcert.linalg.Block;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.stream.IntStream;

/**
 * The right-hand side of eq. (4) for the completion of a large matrix from few of its entries, at
 * depth 2 or more. The product matrix is never formed: only its observed entries are, and what the
 * loss's gradient is multiplied with takes a row for each of them. Of dense products 3 (L - 2) are
 * left.
 *
 * <p>Scratch arrays are reused from one evaluation to the next: one object, one thread.
 */
final class SparseDescent {
  private final Network network;
  private final int depth;
  private final int[] row;
  private final int[] column;
  private final double[] target;
  private final double[] residual;
  private final int[] offset;

  /** below[l] = W_l .. W_1 for l of 2 to L - 1. */
  private final Block[] below;

  /** (W_l .. W_1)^T for l of 1 to L - 1. */
  private final Block[] belowTransposed;

  /** -(W_L .. W_{l+1})^T G for l of 2 to L - 1. */
  private final Block[] pulled;

  /** -G^T W_L. */
  private final Block pulledTransposed;

  /**
   * The vector field of a factorization.
   *
   * @param problem the completion problem that it factorizes
   * @throws IllegalArgumentException if the depth is 1
   */
  SparseDescent(Network network, MatrixCompletion problem) {
    if (network.depth() < 2) {
      throw new IllegalArgumentException("depth 1 has nothing to multiply");
    }
    this.network = network;
    this.depth = network.depth();
    int columns = problem.columns();
    int[] places =
        IntStream.range(0, problem.rows() * columns).filter(problem::isObserved).toArray();
    this.row = IntStream.of(places).map(k -> k / columns).toArray();
    this.column = IntStream.of(places).map(k -> k % columns).toArray();
    this.target = IntStream.of(places).mapToDouble(problem::value).toArray();
    this.residual = new double[places.length];
    this.offset = new int[depth + 1];
    this.below = new Block[depth];
    this.belowTransposed = new Block[depth];
    this.pulled = new Block[depth];
    for (int l = 1; l <= depth; l++) {
      offset[l] = offset[l - 1] + network.width(l) * network.width(l - 1);
    }
    for (int l = 1; l < depth; l++) {
      below[l] = l == 1 ? null : Block.zeros(network.width(l), columns);
      pulled[l] = l == 1 ? null : Block.zeros(network.width(l), columns);
      belowTransposed[l] = Block.zeros(columns, network.width(l));
    }
    this.pulledTransposed = Block.zeros(columns, network.width(depth - 1));
  }

  private Block factor(double[] y, int l) {
    return Block.of(y, offset[l - 1], network.width(l), network.width(l - 1));
  }

  /**
   * The slopes of all factors, one after the other.
   *
   * @param y all factors, one after the other
   */
  double[] at(double[] y) {
    measure(y);
    double[] out = new double[y.length];
    Block last = factor(y, depth);
    Block lastSlope = factor(out, depth);
    pulledTransposed.clear();
    for (int k = 0; k < residual.length; k++) {
      addRow(-residual[k], belowTransposed[depth - 1], column[k], lastSlope, row[k]);
      addRow(-residual[k], last, row[k], pulledTransposed, column[k]);
    }
    pullBack(y, out);
    return out;
  }

  private void pullBack(double[] y, double[] out) {
    Block above = pulledTransposed.transposed();
    for (int l = depth - 1; l >= 2; l--) {
      factor(out, l).setProduct(above, belowTransposed[l - 1]);
      if (l == depth - 1) {
        pulled[l].set(above);
      }
      Block next = l == 2 ? factor(out, 1) : pulled[l - 1];
      next.setProduct(factor(y, l).transposed(), pulled[l]);
      above = next;
    }
    if (depth == 2) {
      factor(out, 1).set(above);
    }
  }

  /** The products below, and the residuals at observed entries. */
  private void measure(double[] y) {
    Block product = factor(y, 1);
    belowTransposed[1].set(product.transposed());
    for (int l = 2; l < depth; l++) {
      below[l].setProduct(factor(y, l), product);
      product = below[l];
      belowTransposed[l].set(product.transposed());
    }
    Block last = factor(y, depth);
    for (int k = 0; k < residual.length; k++) {
      residual[k] = inner(last, row[k], belowTransposed[depth - 1], column[k]) - target[k];
    }
  }

  private static double inner(Block left, int i, Block right, int j) {
    double[] a = left.data();
    double[] b = right.data();
    int p = left.from() + i * left.down();
    int q = right.from() + j * right.down();
    int n = left.columns();
    double even = 0;
    double odd = 0;
    double third = 0;
    double fourth = 0;
    int r = 0;
    for (; r + 3 < n; r += 4) {
      even += a[p + r] * b[q + r];
      odd += a[p + r + 1] * b[q + r + 1];
      third += a[p + r + 2] * b[q + r + 2];
      fourth += a[p + r + 3] * b[q + r + 3];
    }
    for (; r < n; r++) {
      even += a[p + r] * b[q + r];
    }
    return (even + odd) + (third + fourth);
  }

  private static void addRow(double factor, Block from, int i, Block to, int j) {
    double[] a = from.data();
    double[] b = to.data();
    int p = from.from() + i * from.down();
    int q = to.from() + j * to.down();
    int n = to.columns();
    for (int r = 0; r < n; r++) {
      b[q + r] += factor * a[p + r];
    }
  }
}
