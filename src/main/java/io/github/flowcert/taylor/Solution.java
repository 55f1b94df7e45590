package io.github.flowcert.taylor;

import io.github.flowcert.interval.Interval;

/**
 * A quantity whose slope in time is another quantity, anywhere on the tape, so that a coefficient
 * is that of the slope one order below, divided by the order.
 *
 * @param start how it starts
 * @param slope where its slope stands
 */
record Solution(Start start, int slope) implements Operation {

  /** What a quantity and its derivatives are at order 0. */
  @FunctionalInterface
  interface Start {
    void put(Jet jet, int node);
  }

  @Override
  public void expand(Jet jet, int node, int k) {
    if (k == 0) {
      start.put(jet, node);
      return;
    }
    Interval order = Interval.of(k);
    for (int d = 0; d < jet.parts(); d++) {
      jet.put(node, d, k, jet.get(slope, d, k - 1).dividedBy(order));
    }
  }
}
