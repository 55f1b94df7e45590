package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import java.util.List;

/** Partial products of factors at one point, for the vector field of eq. (4) and its derivative. */
final class FactorProducts {
  private final Network network;
  private final int depth;
  private final List<double[]> factors;

  /** below[l] = W_l .. W_1, and the identity for l = 0. */
  private final double[][] below;

  /** above[l] = W_L .. W_{l+1} for l of 1 or more, and the identity for l = L. */
  private final double[][] above;

  private final double[] gradient;

  FactorProducts(Network network, List<double[]> factors) {
    this(network, factors, new double[network.problem().rows() * network.problem().columns()]);
    network.problem().gradient(below[depth], gradient);
  }

  /**
   * With a gradient by the product matrix that is known to more digits than their product tells.
   */
  FactorProducts(Network network, List<double[]> factors, double[] gradient) {
    this.gradient = gradient;
    this.network = network;
    this.depth = network.depth();
    this.factors = factors;
    this.below = new double[depth + 1][];
    this.above = new double[depth + 1][];
    int in = network.width(0);
    int out = network.width(depth);
    below[0] = Flat.identity(in, in);
    below[1] = factors.get(0);
    for (int l = 2; l <= depth; l++) {
      below[l] = times(factors.get(l - 1), below[l - 1], l, l - 1, 0);
    }
    above[depth] = Flat.identity(out, out);
    above[depth - 1] = factors.get(depth - 1);
    for (int l = depth - 2; l >= 1; l--) {
      above[l] = times(above[l + 1], factors.get(l), depth, l + 1, l);
    }
  }

  /**
   * a b, where a has width(i) rows and width(j) columns and b width(j) rows and width(k) columns.
   */
  private double[] times(double[] a, double[] b, int i, int j, int k) {
    double[] product = new double[network.width(i) * network.width(k)];
    Flat.multiply(a, b, network.width(i), network.width(j), network.width(k), product);
    return product;
  }

  private double[] transposed(double[] a, int i, int j) {
    return Flat.transpose(a, network.width(i), network.width(j));
  }

  /** The right-hand side of eq. (4), all factors one after the other. */
  double[] descent() {
    double[] out = new double[network.parameters()];
    int at = 0;
    for (int l = 1; l <= depth; l++) {
      at = put(out, at, pulledBack(above[l], gradient, below[l - 1], l), -1);
    }
    return out;
  }

  /** The slope of the product matrix that {@link #descent} gives: the sum of W_L .. W_l' .. W_1. */
  double[] productSlope() {
    int in = network.width(0);
    int out = network.width(depth);
    double[] slope = new double[out * in];
    for (int l = 1; l <= depth; l++) {
      double[] moved = pulledBack(above[l], gradient, below[l - 1], l);
      double[] left = l == depth ? moved : times(above[l], moved, depth, l, l - 1);
      put(slope, 0, l == 1 ? left : times(left, below[l - 1], depth, l - 1, 0), -1);
    }
    return slope;
  }

  /** {@code A^T G B^T} for A = W_L .. W_{l+1} and B = W_{l-1} .. W_1 (or their derivatives). */
  private double[] pulledBack(double[] a, double[] g, double[] b, int l) {
    double[] left = l == depth ? g : times(transposed(a, depth, l), g, l, depth, 0);
    return l == 1 ? left : times(left, transposed(b, l - 1, 0), l, 0, l - 1);
  }

  private static int put(double[] out, int at, double[] block, double factor) {
    for (int k = 0; k < block.length; k++) {
      out[at + k] += factor * block[k];
    }
    return at + block.length;
  }

  /** Derivative of {@link #descent} in the direction of a change of the factors. */
  double[] descentDerivative(List<double[]> change) {
    double[][] belowChange = belowChange(change);
    double[][] aboveChange = aboveChange(change);
    double[] gradientChange = new double[gradient.length];
    network.problem().hessian(belowChange[depth], gradientChange);
    double[] out = new double[network.parameters()];
    int at = 0;
    for (int l = 1; l <= depth; l++) {
      int next = put(out, at, pulledBack(above[l], gradientChange, below[l - 1], l), -1);
      if (l < depth) {
        put(out, at, pulledBack(aboveChange[l], gradient, below[l - 1], l), -1);
      }
      if (l > 1) {
        put(out, at, pulledBack(above[l], gradient, belowChange[l - 1], l), -1);
      }
      at = next;
    }
    return out;
  }

  private double[][] belowChange(List<double[]> change) {
    double[][] derivative = new double[depth + 1][];
    derivative[1] = change.get(0);
    for (int l = 2; l <= depth; l++) {
      derivative[l] = times(factors.get(l - 1), derivative[l - 1], l, l - 1, 0);
      put(derivative[l], 0, times(change.get(l - 1), below[l - 1], l, l - 1, 0), 1);
    }
    return derivative;
  }

  private double[][] aboveChange(List<double[]> change) {
    double[][] derivative = new double[depth + 1][];
    derivative[depth - 1] = change.get(depth - 1);
    for (int l = depth - 2; l >= 1; l--) {
      derivative[l] = times(derivative[l + 1], factors.get(l), depth, l + 1, l);
      put(derivative[l], 0, times(above[l + 1], change.get(l), depth, l + 1, l), 1);
    }
    return derivative;
  }
}
