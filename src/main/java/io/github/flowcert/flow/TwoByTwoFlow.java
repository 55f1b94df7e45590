package io.github.flowcert.flow;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.MathArrays;

/**
 * The product dynamics of Lemma 1 and the logarithm of the determinant (Lemma 2 summed over r), in
 * closed form for an invertible 2-by-2 product matrix W of balanced factors, depth L at least 2.
 *
 * <p>With C the cofactor matrix and s the sign of det W, {@code sigma_1 u_1 v_1^T + sigma_2 u_2
 * v_2^T = W} and {@code sigma_2 u_1 v_1^T + sigma_1 u_2 v_2^T = s C}, so no singular vectors are
 * needed. Sums and differences of singular values come from the entries without cancellation:
 * {@code sigma_1 +- sigma_2 = |(w11 +- s w22, w12 -+ s w21)|}.
 *
 * <p>Written once for numbers and for first derivatives: T is either.
 *
 * @param <T> type of the numbers
 */
final class TwoByTwoFlow<T extends CalculusFieldElement<T>> {
  private static final double GRADED = 0.3;

  private final int depth;
  private final int sign;
  private final T[] w;
  private final T[] g;
  private final T logDet;

  /** W' (flat) and, last, the derivative of ln |det W|. */
  private final T[] out;

  private TwoByTwoFlow(int depth, int sign, T[] w, T[] g, T logDet) {
    this.depth = depth;
    this.sign = sign;
    this.w = w;
    this.g = g;
    this.logDet = logDet;
    Field<T> field = logDet.getField();
    this.out = MathArrays.buildArray(field, 5);
  }

  /**
   * The derivative of W and of ln |det W|.
   *
   * @param w entries of W, flat
   * @param g entries of the gradient of the loss, flat
   * @param logDet ln |det W|
   * @return the four entries of W' and the derivative of ln |det W|
   */
  static <T extends CalculusFieldElement<T>> T[] derivative(
      int depth, int sign, T[] w, T[] g, T logDet) {
    TwoByTwoFlow<T> flow = new TwoByTwoFlow<>(depth, sign, w, g, logDet);
    T sum = flow.sumOfSingularValues();
    T logLargest = sum.add(flow.differenceSquared().sqrt()).multiply(0.5).log();
    if (logDet.getReal() - 2 * logLargest.getReal() < Math.log(GRADED)) {
      flow.graded(logLargest);
    } else {
      flow.close();
    }
    return flow.out;
  }

  private T sumOfSingularValues() {
    T a = w[0].add(w[3].multiply(sign));
    T b = w[1].subtract(w[2].multiply(sign));
    return a.multiply(a).add(b.multiply(b)).sqrt();
  }

  private T differenceSquared() {
    T a = w[0].subtract(w[3].multiply(sign));
    T b = w[1].add(w[2].multiply(sign));
    return a.multiply(a).add(b.multiply(b));
  }

  /** Entry k of s C. */
  private T cofactor(int k) {
    return w[3 - k].multiply(k == 0 || k == 3 ? sign : -sign);
  }

  private T inner(T[] p) {
    T sum = g[0].multiply(p[0]);
    for (int k = 1; k < 4; k++) {
      sum = sum.add(g[k].multiply(p[k]));
    }
    return sum;
  }

  /** Singular values well apart: projections from W and s C directly. */
  private void graded(T logLargest) {
    T logSmallest = logDet.subtract(logLargest);
    T s1 = logLargest.exp();
    T s2 = logSmallest.exp();
    T gap = s1.multiply(s1).subtract(s2.multiply(s2));
    T[] p1 = projection(s1, s2, gap);
    T[] p2 = oppositeProjection(s1, s2, gap);
    T a1 = inner(p1);
    T a2 = inner(p2);
    T c12 = gap.divide(power(logLargest, 2.0 / depth).subtract(power(logSmallest, 2.0 / depth)));
    double beta = 2 - 2.0 / depth;
    T c11 = power(logLargest, beta).multiply(depth).subtract(c12).multiply(a1);
    T c22 = power(logSmallest, beta).multiply(depth).subtract(c12).multiply(a2);
    for (int k = 0; k < 4; k++) {
      out[k] = c12.multiply(g[k]).add(c11.multiply(p1[k])).add(c22.multiply(p2[k])).negate();
    }
    T first = power(logLargest, beta - 1).multiply(a1);
    out[4] = first.add(power(logSmallest, beta - 1).multiply(a2)).multiply(-depth);
  }

  private T power(T logarithm, double exponent) {
    return logarithm.multiply(exponent).exp();
  }

  /** {@code u_1 v_1^T = (s1 W - s2 s C) / gap}. */
  private T[] projection(T s1, T s2, T gap) {
    T[] p = MathArrays.buildArray(gap.getField(), 4);
    for (int k = 0; k < 4; k++) {
      p[k] = s1.multiply(w[k]).subtract(s2.multiply(cofactor(k))).divide(gap);
    }
    return p;
  }

  /** {@code u_2 v_2^T = (s1 s C - s2 W) / gap}. */
  private T[] oppositeProjection(T s1, T s2, T gap) {
    T[] p = MathArrays.buildArray(gap.getField(), 4);
    for (int k = 0; k < 4; k++) {
      p[k] = s1.multiply(cofactor(k)).subtract(s2.multiply(w[k])).divide(gap);
    }
    return p;
  }

  /**
   * Singular values near each other, {@code sigma = m exp(+-d)}: everything is written in the even
   * functions of d, and in M = (W + s C)/m and N = (W - s C)/m, where N vanishes with d.
   */
  private void close() {
    T m = logDet.multiply(0.5).exp();
    T u = differenceSquared().divide(m.multiply(m).multiply(4));
    T z = EvenSeries.squaredAsinh(u);
    T[] sum = withCofactors(m, 1);
    T[] difference = withCofactors(m, -1);
    T gm = inner(sum);
    T gn = inner(difference);
    closeEntries(u, z, sum, difference, gm, gn);
    closeDeterminant(z, gm, gn);
  }

  /** {@code (W + c s C) / m} for c = 1 or -1. */
  private T[] withCofactors(T m, int c) {
    T[] combined = MathArrays.buildArray(m.getField(), 4);
    for (int k = 0; k < 4; k++) {
      combined[k] = w[k].add(cofactor(k).multiply(c)).divide(m);
    }
    return combined;
  }

  private void closeEntries(T u, T z, T[] sum, T[] difference, T gm, T gn) {
    double beta = 2 - 2.0 / depth;
    T cosh = EvenSeries.cosh(1, z);
    T mixed = EvenSeries.sinhOver(2, z).divide(EvenSeries.sinhOver(2.0 / depth, z));
    T excess = EvenSeries.cosh(beta, z).multiply(depth).subtract(mixed);
    T even = excess.divide(cosh.multiply(cosh)).multiply(gm).multiply(0.125);
    T odd = excessOverSinhSquared(excess, u).multiply(gn).multiply(0.125);
    T sinhRatio = EvenSeries.sinhOver(beta, z).divide(EvenSeries.sinhOver(1, z)).divide(cosh);
    T cross = sinhRatio.multiply(depth * 0.125);
    T ofSum = even.add(cross.multiply(gn));
    T ofDifference = odd.add(cross.multiply(gm));
    T power = power(logDet, beta / 2);
    for (int k = 0; k < 4; k++) {
      T whole = mixed.multiply(g[k]).add(ofSum.multiply(sum[k]));
      out[k] = whole.add(ofDifference.multiply(difference[k])).multiply(power).negate();
    }
  }

  private void closeDeterminant(T z, T gm, T gn) {
    double gamma = 1 - 2.0 / depth;
    T alongSum = EvenSeries.cosh(gamma, z).divide(EvenSeries.cosh(1, z)).multiply(gm);
    T along = EvenSeries.sinhOver(gamma, z).divide(EvenSeries.sinhOver(1, z)).multiply(gn);
    out[4] = alongSum.add(along).multiply(power(logDet, gamma / 2)).multiply(-depth / 2.0);
  }

  /** The excess vanishes like d^2; below 1e-8 its limit is exact to rounding. */
  private T excessOverSinhSquared(T excess, T u) {
    if (u.getReal() > 1e-8) {
      return excess.divide(u);
    }
    double beta = 2 - 2.0 / depth;
    double limit = depth * (beta * beta / 2 - 2.0 / 3 * (1 - 1.0 / ((double) depth * depth)));
    return u.getField().getOne().multiply(limit);
  }
}
