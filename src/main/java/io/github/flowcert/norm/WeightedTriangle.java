package io.github.flowcert.norm;

import java.util.List;

/**
 * The triangle constant of the weighted Schatten functions {@code f = (sum w_r sigma_r^p)^(1/p)}.
 *
 * <p>Weights that do not increase: for p from 1 on, f is a symmetric gauge function of the singular
 * values (the largest of the weighted l_p-norms over their permutations), hence a norm (von Neumann
 * 1937), c = 1. For p below 1, {@code f^p(A + B) <= f^p(A) + f^p(B)} (Thompson's triangle
 * inequality with Bourin and Uchiyama 2007, Theorem 1.1, for the concave x^p and the symmetric norm
 * of these weights), hence {@code c <= 2^(1/p - 1)}, as for all weights equal.
 *
 * <p>Other weights: let U be the least concave majorant of the partial sums {@code W_k = w_1 + ...
 * + w_k}, and u its increments, which do not increase. Summation by parts over the powers
 * sigma_1^p, sigma_2^p, ... gives {@code f_w <= f_u <= K f_w} with {@code K = max_k (U_k /
 * W_k)^(1/p)}, so that c of u times K will do for w.
 *
 * <p>Two singular values: let N be the largest unitarily invariant norm that is nowhere above f,
 * and c the largest f/N. Then {@code f(A + B) <= c N(A + B) <= c (f(A) + f(B))}. Where f/N is
 * largest, N is the sum of the f of two diagonal matrices, so that no smaller constant will do.
 */
final class WeightedTriangle {
  private WeightedTriangle() {}

  static double constant(double p, List<Double> weights) {
    return switch (weights.size()) {
      case 1 -> 1;
      case 2 -> Math.max(1, best(p, weights.get(1) / weights.get(0)));
      default -> PowerSum.triangleConstant(p, weights.size()) * gap(p, weights);
    };
  }

  /** The best constant for the weights 1 and omega. */
  private static double best(double p, double omega) {
    if (p >= 1) {
      return omega <= 1 ? 1 : bestOfHull(p, omega);
    }
    // N is sigma_1 + mu sigma_2: f is concave, so that it lies above N if it does at (1, 0), (1,
    // 1).
    // The two matrices are diag(1, 0) and diag(0, s), or (1-s) diag(1, 0) and s diag(1, 1).
    double mu = Math.min(1, Math.expm1(Math.log1p(omega) / p));
    double s = Math.min(1, Math.pow(omega / mu, 1 / (1 - p)));
    return Math.pow(1 + omega * Math.pow(s, p), 1 / p) / (1 + mu * s);
  }

  /**
   * The ball of f for p from 1 on and weights 1 and omega above 1 is convex but for a notch on the
   * diagonal, which the ball of N bridges between the points (1, s) and (s, 1) of slope -1.
   */
  private static double bestOfHull(double p, double omega) {
    double s = p == 1 ? 0 : Math.pow(omega, -1 / (p - 1));
    return Math.pow(1 + omega, 1 / p) * Math.pow(1 + s, 1 - 1 / p) / 2;
  }

  /** K. */
  private static double gap(double p, List<Double> weights) {
    double[] sums = new double[weights.size() + 1];
    for (int k = 1; k < sums.length; k++) {
      sums[k] = sums[k - 1] + weights.get(k - 1);
    }
    double largest = 1;
    for (int k = 1; k < sums.length; k++) {
      largest = Math.max(largest, majorant(sums, k) / sums[k]);
    }
    return Math.pow(largest, 1 / p);
  }

  /** The least concave majorant at k: the highest chord above it. */
  private static double majorant(double[] sums, int k) {
    double highest = sums[k];
    for (int i = 0; i < k; i++) {
      for (int j = k + 1; j < sums.length; j++) {
        double share = (double) (k - i) / (j - i);
        highest = Math.max(highest, sums[i] + share * (sums[j] - sums[i]));
      }
    }
    return highest;
  }
}
