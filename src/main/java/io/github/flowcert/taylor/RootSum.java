package io.github.flowcert.taylor;

import io.github.flowcert.interval.Interval;

/**
 * The sum s = x + y of two numbers that are not negative, of which the product q = x y and the sum
 * a = x^n + y^n are known. With the polynomials {@code D_0 = 2, D_1 = s, D_{k+1} = s D_k - q
 * D_{k-1}} (Dickson's) it is the solution of D_n(s, q) = a with s^2 >= 4 q; it increases with a and
 * with q.
 */
record RootSum(int a, int q, int n) implements Solution.Start {
  private static final int MOST_TRIES = 40;

  @Override
  public void put(Jet jet, int node) {
    Interval power = jet.get(a, 0, 0);
    Interval product = jet.get(q, 0, 0);
    Interval sum = of(power, product);
    jet.put(node, 0, 0, sum);
    // D_n has the derivatives n u_n by s and -n u_{n-1} by q; the u are sums of x^i y^j.
    Interval byPower = Interval.of(n).times(geometric(sum, product, n));
    Interval byProduct = Interval.of(n).times(geometric(sum, product, n - 1));
    for (int d = 1; d < jet.parts(); d++) {
      Interval slope = jet.get(a, d, 0).plus(byProduct.times(jet.get(q, d, 0)));
      jet.put(node, d, 0, Guarded.quotient(slope, byPower));
    }
  }

  /** u_k = (x^k - y^k) / (x - y), by u_{k+1} = s u_k - q u_{k-1}. */
  private static Interval geometric(Interval s, Interval q, int k) {
    Interval before = Interval.ZERO;
    Interval here = Interval.ONE;
    for (int j = 1; j < k; j++) {
      Interval next = s.times(here).minus(q.times(before));
      before = here;
      here = next;
    }
    return k == 0 ? Interval.ZERO : here;
  }

  /** All sums for powers and products of these; all numbers where they were not found. */
  private Interval of(Interval power, Interval product) {
    boolean usable = power.lower() > 0 && product.lower() >= 0;
    if (!usable || power.magnitude() + product.magnitude() > Double.MAX_VALUE) {
      return Interval.ENTIRE;
    }
    double below = bound(power.lower(), product.lower(), -1);
    double above = bound(power.upper(), product.upper(), 1);
    if (Double.isNaN(below + above)) {
      return Interval.ENTIRE;
    }
    Interval least = Interval.of(product.upper()).sqrt();
    // Left of twice the root of q the polynomial does not increase, and proves nothing from above.
    return Interval.of(Math.max(0, below), Math.max(above, least.plus(least).upper()));
  }

  /** A number on one side of the solution, proved by the sign of the polynomial; or NaN. */
  private double bound(double power, double product, int side) {
    double guess = guess(power, product);
    double away = 0x1p-51;
    for (int k = 0; k < MOST_TRIES; k++) {
      double candidate = guess * (1 + side * away);
      Interval value = polynomial(Interval.of(candidate), Interval.of(product));
      if (side < 0 ? value.upper() <= power : value.lower() >= power) {
        return candidate;
      }
      away *= 2;
    }
    return Double.NaN;
  }

  /** Newton's method in doubles, from above, where the polynomial is convex. */
  private double guess(double power, double product) {
    double s = Math.max(2 * Math.sqrt(product), 2 * Math.pow(power, 1.0 / n));
    for (int k = 0; k < 100; k++) {
      double slope = n * geometric(Interval.of(s), Interval.of(product), n).upper();
      double step = (polynomial(Interval.of(s), Interval.of(product)).upper() - power) / slope;
      if (!(step > s * 0x1p-52)) {
        break;
      }
      s -= step;
    }
    return s;
  }

  private Interval polynomial(Interval s, Interval q) {
    Interval before = Interval.of(2);
    Interval here = s;
    for (int k = 1; k < n; k++) {
      Interval next = s.times(here).minus(q.times(before));
      before = here;
      here = next;
    }
    return here;
  }
}
