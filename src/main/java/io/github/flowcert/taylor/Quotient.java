package io.github.flowcert.taylor;

import io.github.flowcert.interval.Interval;

/** The quotient c = a / b of two quantities, from a = b c. */
record Quotient(int a, int b) implements Operation {
  @Override
  public void expand(Jet jet, int node, int k) {
    Interval divisor = jet.get(b, 0, 0);
    jet.clear();
    jet.convolve(b, 0, 1, node, 0, k - 1, k);
    jet.put(node, 0, k, Guarded.quotient(jet.get(a, 0, k).minus(jet.sum()), divisor));
    for (int d = 1; d < jet.parts(); d++) {
      jet.clear();
      jet.convolve(b, d, 0, node, 0, k, k + 1);
      jet.convolve(b, 0, 1, node, d, k - 1, k);
      jet.put(node, d, k, Guarded.quotient(jet.get(a, d, k).minus(jet.sum()), divisor));
    }
  }
}
