package io.github.flowcert.lohner;

import io.github.flowcert.taylor.Jet;

/**
 * The orders of Taylor polynomials that an integrator may use, and the choice among them.
 *
 * @param lowest the lowest, at least 2
 * @param highest the highest
 */
public record Orders(int lowest, int highest) {

  /** Orders in this range. */
  public Orders {
    if (lowest < 2 || highest < lowest) {
      throw new IllegalArgumentException("no range of orders: " + lowest + " to " + highest);
    }
  }

  /** A single order. */
  public static Orders only(int order) {
    return new Orders(order, order);
  }

  int first() {
    return Math.max(lowest, highest - 4);
  }

  /**
   * The order of least work for the time covered, at most one above the last. Work grows with the
   * square of the order; the step is what the first coefficient left out allows.
   */
  int next(int last, Jet jet, double[] allowance) {
    int best = last;
    double least = Double.POSITIVE_INFINITY;
    for (int order = lowest; order < last; order++) {
      double work = (order + 2.0) * (order + 2.0) / step(jet, order + 1, allowance);
      if (work < least) {
        least = work;
        best = order;
      }
    }
    boolean higher = best >= last - 1;
    return higher ? Math.min(last + 1, highest) : Math.max(best, last - 1);
  }

  private static double step(Jet jet, int k, double[] allowance) {
    double step = Double.POSITIVE_INFINITY;
    for (int i = 0; i < allowance.length; i++) {
      double size = jet.coefficient(i, k).magnitude() + Double.MIN_NORMAL;
      step = Math.min(step, Math.pow(allowance[i] / size, 1.0 / k));
    }
    return step;
  }
}
