package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import java.util.List;

/** What can be said of factors W_1 .. W_L: their product and how unbalanced they are. */
public final class Factors {
  private Factors() {}

  /** The product matrix W_L .. W_1, flat, eq. (3). */
  public static double[] product(Network network, List<double[]> factors) {
    double[] product = factors.get(0).clone();
    for (int l = 2; l <= network.depth(); l++) {
      double[] next = new double[network.width(l) * network.width(0)];
      Flat.multiply(
          factors.get(l - 1),
          product,
          network.width(l),
          network.width(l - 1),
          network.width(0),
          next);
      product = next;
    }
    return product;
  }

  /**
   * The determinant of the product; of square factors it keeps more digits factor by factor.
   *
   * @param product the product matrix of these factors, flat
   */
  static Determinant determinant(Network network, List<double[]> factors, double[] product) {
    int d = network.problem().rows();
    if (d != network.problem().columns()) {
      return Determinant.NONE;
    }
    if (network.hidden().stream().anyMatch(width -> width != d)) {
      return Determinant.of(product, d);
    }
    int sign = 1;
    double log = 0;
    for (double[] factor : factors) {
      Determinant each = Determinant.of(factor, d);
      sign *= each.sign();
      log += each.logAbs();
    }
    return new Determinant(sign, log);
  }

  /** The largest Frobenius norm over l of W_{l+1}^T W_{l+1} - W_l W_l^T, eq. (5). */
  public static double unbalancedness(Network network, List<double[]> factors) {
    double largest = 0;
    for (int l = 1; l < network.depth(); l++) {
      double[] upper = factors.get(l);
      double[] lower = factors.get(l - 1);
      largest =
          Math.max(
              largest,
              gap(upper, lower, network.width(l + 1), network.width(l), network.width(l - 1)));
    }
    return largest;
  }

  private static double gap(double[] upper, double[] lower, int above, int width, int below) {
    double[] inner = new double[width * width];
    double[] outer = new double[width * width];
    Flat.multiply(Flat.transpose(upper, above, width), upper, width, above, width, inner);
    Flat.multiply(lower, Flat.transpose(lower, width, below), width, below, width, outer);
    for (int k = 0; k < inner.length; k++) {
      inner[k] -= outer[k];
    }
    return Math.sqrt(Flat.squaredNorm(inner));
  }

  /** The largest squared Frobenius norm of a factor, the scale of the unbalancedness. */
  public static double scale(List<double[]> factors) {
    return factors.stream().mapToDouble(Flat::squaredNorm).max().orElse(0);
  }
}
