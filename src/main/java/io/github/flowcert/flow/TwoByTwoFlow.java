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
    T[] p1 = MathArrays.buildArray(gap.getField(), 4);
    T[] p2 = MathArrays.buildArray(gap.getField(), 4);
    for (int k = 0; k < 4; k++) {
      T c = cofactor(k);
      p1[k] = s1.multiply(w[k]).subtract(s2.multiply(c)).divide(gap);
      p2[k] = s1.multiply(c).subtract(s2.multiply(w[k])).divide(gap);
    }
    T a1 = inner(p1);
    T a2 = inner(p2);
    double beta = 2 - 2.0 / depth;
    T root1 = logLargest.multiply(2.0 / depth).exp();
    T root2 = logSmallest.multiply(2.0 / depth).exp();
    T c12 = gap.divide(root1.subtract(root2));
    T c11 = logLargest.multiply(beta).exp().multiply(depth).subtract(c12).multiply(a1);
    T c22 = logSmallest.multiply(beta).exp().multiply(depth).subtract(c12).multiply(a2);
    for (int k = 0; k < 4; k++) {
      out[k] = c12.multiply(g[k]).add(c11.multiply(p1[k])).add(c22.multiply(p2[k])).negate();
    }
    double gamma = beta - 1;
    out[4] =
        logLargest
            .multiply(gamma)
            .exp()
            .multiply(a1)
            .add(logSmallest.multiply(gamma).exp().multiply(a2))
            .multiply(-depth);
  }

  /**
   * Singular values near each other, {@code sigma = m exp(+-d)}: everything is written in the even
   * functions of d, and in M = (W + s C)/m and N = (W - s C)/m, where N vanishes with d.
   */
  private void close() {
    T m = logDet.multiply(0.5).exp();
    T u = differenceSquared().divide(m.multiply(m).multiply(4));
    T z = EvenSeries.squaredAsinh(u);
    T[] sum = MathArrays.buildArray(m.getField(), 4);
    T[] difference = MathArrays.buildArray(m.getField(), 4);
    for (int k = 0; k < 4; k++) {
      sum[k] = w[k].add(cofactor(k)).divide(m);
      difference[k] = w[k].subtract(cofactor(k)).divide(m);
    }
    T gm = inner(sum);
    T gn = inner(difference);
    double beta = 2 - 2.0 / depth;
    T cosh = EvenSeries.cosh(1, z);
    T mixed = EvenSeries.sinhOver(2, z).divide(EvenSeries.sinhOver(2.0 / depth, z));
    T excess = EvenSeries.cosh(beta, z).multiply(depth).subtract(mixed);
    T even = excess.divide(cosh.multiply(cosh)).multiply(gm).multiply(0.125);
    T odd = excessOverSinhSquared(excess, u).multiply(gn).multiply(0.125);
    T sinhRatio = EvenSeries.sinhOver(beta, z).divide(EvenSeries.sinhOver(1, z)).divide(cosh);
    T cross = sinhRatio.multiply(depth * 0.125);
    T power = logDet.multiply(beta / 2).exp();
    for (int k = 0; k < 4; k++) {
      T q = even.add(cross.multiply(gn)).multiply(sum[k]);
      T r = odd.add(cross.multiply(gm)).multiply(difference[k]);
      out[k] = mixed.multiply(g[k]).add(q).add(r).multiply(power).negate();
    }
    double gamma = beta - 1;
    T alongSum = EvenSeries.cosh(gamma, z).divide(cosh).multiply(gm);
    T along = EvenSeries.sinhOver(gamma, z).divide(EvenSeries.sinhOver(1, z)).multiply(gn);
    out[4] = alongSum.add(along).multiply(logDet.multiply(gamma / 2).exp()).multiply(-depth / 2.0);
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
