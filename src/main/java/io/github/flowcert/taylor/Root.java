package io.github.flowcert.taylor;

import io.github.flowcert.interval.Interval;

/** The square root c of a quantity a, from c^2 = a. */
record Root(int a) implements Operation {
  @Override
  public void expand(Jet jet, int node, int k) {
    if (k == 0) {
      jet.put(node, 0, 0, Guarded.root(jet.get(a, 0, 0)));
    } else {
      jet.clear();
      jet.convolve(node, 0, 1, node, 0, k - 1, k - 1);
      jet.put(node, 0, k, half(jet.get(a, 0, k).minus(jet.sum()), jet, node));
    }
    for (int d = 1; d < jet.parts(); d++) {
      jet.clear();
      jet.convolve(node, 0, 1, node, d, k - 1, k);
      Interval twice = jet.sum().plus(jet.sum());
      jet.put(node, d, k, half(jet.get(a, d, k).minus(twice), jet, node));
    }
  }

  private static Interval half(Interval dividend, Jet jet, int node) {
    Interval root = jet.get(node, 0, 0);
    return Guarded.quotient(dividend, root.plus(root));
  }
}
