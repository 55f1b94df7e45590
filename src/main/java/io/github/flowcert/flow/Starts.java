package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.SingularValues;
import java.util.ArrayList;
import java.util.List;

/** Starting points of trajectories: factors, their product, and its determinant. */
public final class Starts {
  private Starts() {}

  /**
   * {@code W_l(0) = scale^(1/L) I} on the leading block of size min(d, d'), so that the product is
   * scale times the identity and the factors are balanced whatever the hidden dimensions are.
   */
  public static Carry identity(Network network, double scale) {
    double root = Math.pow(scale, 1.0 / network.depth());
    List<double[]> factors = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      double[] factor = new double[network.width(l) * network.width(l - 1)];
      for (int r = 0; r < network.rank(); r++) {
        factor[r * network.width(l - 1) + r] = root;
      }
      factors.add(factor);
    }
    double[] product = Flat.identity(network.width(network.depth()), network.width(0));
    for (int k = 0; k < product.length; k++) {
      product[k] *= scale;
    }
    return balanced(network, product, factors);
  }

  /**
   * Balanced factors of a product matrix W = U S V^T: each layer takes S^(1/L), the first V^T and
   * the last U, as in Procedure 1 of Arora et al. (2019, "A convergence analysis of gradient
   * descent for deep linear neural networks"); hidden dimensions beyond min(d, d') stay 0.
   *
   * @param product W, flat, d-by-d'
   */
  public static Carry product(Network network, double[] product) {
    int last = network.depth();
    SingularValues svd = SingularValues.of(product, network.width(last), network.width(0));
    List<double[]> factors = new ArrayList<>();
    for (int l = 1; l <= last; l++) {
      factors.add(layer(network, svd, l));
    }
    return balanced(network, product, factors);
  }

  private static double[] layer(Network network, SingularValues svd, int l) {
    int rows = network.width(l);
    int columns = network.width(l - 1);
    int rank = network.rank();
    double[] factor = new double[rows * columns];
    for (int r = 0; r < rank; r++) {
      double root = Math.pow(svd.values()[r], 1.0 / network.depth());
      boolean first = l == 1;
      boolean final_ = l == network.depth();
      for (int i = 0; i < (final_ ? rows : rank); i++) {
        for (int j = 0; j < (first ? columns : rank); j++) {
          double left = final_ ? svd.left()[i * rank + r] : i == r ? 1 : 0;
          double right = first ? svd.right()[j * rank + r] : j == r ? 1 : 0;
          factor[i * columns + j] += left * root * right;
        }
      }
    }
    return factor;
  }

  /**
   * These factors, which count as balanced only if they are so in exact arithmetic.
   *
   * @param factors W_1 .. W_L, flat, W_l of d_l rows and d_{l-1} columns
   */
  public static Carry factors(Network network, List<double[]> factors) {
    return factors(network, factors, Factors.areExactlyBalanced(network, factors));
  }

  /** These factors on the way, where theory says whether they are balanced. */
  static Carry factors(Network network, List<double[]> factors, boolean balanced) {
    double[] product = Factors.product(network, factors);
    return of(network, product, Factors.determinant(network, factors, product), balanced, factors);
  }

  private static Carry balanced(Network network, double[] product, List<double[]> factors) {
    int rows = network.problem().rows();
    boolean square = rows == network.problem().columns();
    Determinant determinant = square ? Determinant.of(product, rows) : Determinant.NONE;
    return of(network, product, determinant, true, factors);
  }

  private static Carry of(
      Network network,
      double[] product,
      Determinant determinant,
      boolean balanced,
      List<double[]> factors) {
    double[] gradient = new double[product.length];
    network.problem().gradient(product, gradient);
    return new Carry(
        product,
        gradient,
        determinant.sign(),
        determinant.logAbs(),
        balanced,
        List.copyOf(factors));
  }
}
