package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** What can be said of factors W_1 .. W_L: their product and how unbalanced they are. */
public final class Factors {
  private static final double NEARLY = 1e-12;

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

  /** All entries of W_1, then of W_2 and so on. */
  public static double[] flattened(List<double[]> factors) {
    return factors.stream().flatMapToDouble(Arrays::stream).toArray();
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

  /** The sign of the determinant of the product, without its size. */
  static int determinantSign(Network network, List<double[]> factors) {
    int d = network.problem().rows();
    if (network.hidden().stream().anyMatch(width -> width != d)) {
      return Determinant.sign(product(network, factors), d, network.problem().columns());
    }
    int sign = 1;
    for (int l = 1; l <= network.depth(); l++) {
      sign *= Determinant.sign(factors.get(l - 1), d, network.width(l - 1));
    }
    return sign;
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

  /**
   * Whether eq. (5) holds exactly for the numbers given, in exact arithmetic: closeness would not
   * do, because a start that is merely nearly balanced can lose the determinant's sign.
   */
  public static boolean areExactlyBalanced(Network network, List<double[]> factors) {
    if (unbalancedness(network, factors) > NEARLY * scale(factors)) {
      return false;
    }
    for (int l = 1; l < network.depth(); l++) {
      int width = network.width(l);
      for (int i = 0; i < width; i++) {
        for (int j = 0; j <= i; j++) {
          BigDecimal above = columns(factors.get(l), network.width(l + 1), width, i, j);
          BigDecimal below = rows(factors.get(l - 1), network.width(l - 1), i, j);
          if (above.compareTo(below) != 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Inner product of two columns of an m-by-n matrix, exactly. */
  private static BigDecimal columns(double[] matrix, int m, int n, int i, int j) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < m; k++) {
      sum = sum.add(new BigDecimal(matrix[k * n + i]).multiply(new BigDecimal(matrix[k * n + j])));
    }
    return sum;
  }

  /** Inner product of two rows of a matrix with n columns, exactly. */
  private static BigDecimal rows(double[] matrix, int n, int i, int j) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < n; k++) {
      sum = sum.add(new BigDecimal(matrix[i * n + k]).multiply(new BigDecimal(matrix[j * n + k])));
    }
    return sum;
  }

  /** The largest squared Frobenius norm of a factor, the scale of the unbalancedness. */
  public static double scale(List<double[]> factors) {
    return factors.stream().mapToDouble(Flat::squaredNorm).max().orElse(0);
  }
}
