package io.github.flowcert.taylor;

import io.github.flowcert.interval.Interval;

/** The square of a quantity, half as costly as a product and never negative. */
record Square(int a) implements Operation {
  @Override
  public void expand(Jet jet, int node, int k) {
    jet.clear();
    jet.convolve(a, 0, 0, a, 0, k, (k + 1) / 2);
    Interval pairs = jet.sum();
    Interval twice = pairs.plus(pairs);
    jet.put(node, 0, k, k % 2 == 0 ? twice.plus(jet.get(a, 0, k / 2).square()) : twice);
    for (int d = 1; d < jet.parts(); d++) {
      jet.clear();
      jet.convolve(a, 0, 0, a, d, k, k + 1);
      Interval half = jet.sum();
      jet.put(node, d, k, half.plus(half));
    }
  }
}
