package io.github.flowcert.taylor;

import io.github.flowcert.interval.DotProduct;
import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;

/** The powers 1, x, x^2 .. of an interval, each as narrow as it can be. Immutable. */
public final class Powers {
  private final double[] lower;
  private final double[] upper;

  /** The powers up to an order. */
  public Powers(Interval x, int order) {
    lower = new double[order + 1];
    upper = new double[order + 1];
    for (int k = 0; k <= order; k++) {
      Interval power = Elementary.power(x, k);
      lower[k] = power.lower();
      upper[k] = power.upper();
    }
  }

  /** The power of this order. */
  public Interval at(int k) {
    return Interval.of(lower[k], upper[k]);
  }

  void addTo(DotProduct dot, double[] lowers, double[] uppers, int from, int count) {
    dot.addProducts(lowers, uppers, from, 1, lower, upper, 0, 1, count);
  }
}
