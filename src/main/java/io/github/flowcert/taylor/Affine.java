package io.github.flowcert.taylor;

import io.github.flowcert.interval.Interval;

/** A quantity times a constant plus another constant. */
record Affine(int a, Interval factor, Interval summand) implements Operation {
  @Override
  public void expand(Jet jet, int node, int k) {
    for (int d = 0; d < jet.parts(); d++) {
      Interval scaled = factor.equals(Interval.ONE) ? jet.get(a, d, k) : scaled(jet, d, k);
      jet.put(node, d, k, k == 0 && d == 0 ? scaled.plus(summand) : scaled);
    }
  }

  private Interval scaled(Jet jet, int d, int k) {
    return jet.get(a, d, k).times(factor);
  }
}
