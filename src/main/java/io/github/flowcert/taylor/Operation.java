package io.github.flowcert.taylor;

/** How a quantity's Taylor coefficients follow from those of others. */
interface Operation {

  /**
   * Computes the coefficient of order k, and of every derivative in the jet, from coefficients up
   * to order k of quantities before this one, and up to order k - 1 of all.
   */
  void expand(Jet jet, int node, int k);

  /** The sum of two quantities. */
  record Sum(int a, int b) implements Operation {
    @Override
    public void expand(Jet jet, int node, int k) {
      for (int d = 0; d < jet.parts(); d++) {
        jet.put(node, d, k, jet.get(a, d, k).plus(jet.get(b, d, k)));
      }
    }
  }

  /** The difference of two quantities. */
  record Difference(int a, int b) implements Operation {
    @Override
    public void expand(Jet jet, int node, int k) {
      for (int d = 0; d < jet.parts(); d++) {
        jet.put(node, d, k, jet.get(a, d, k).minus(jet.get(b, d, k)));
      }
    }
  }

  /** The product of two quantities. */
  record Product(int a, int b) implements Operation {
    @Override
    public void expand(Jet jet, int node, int k) {
      jet.clear();
      jet.convolve(a, 0, 0, b, 0, k, k + 1);
      jet.putSum(node, 0, k);
      for (int d = 1; d < jet.parts(); d++) {
        jet.clear();
        jet.convolve(a, d, 0, b, 0, k, k + 1);
        jet.convolve(a, 0, 0, b, d, k, k + 1);
        jet.putSum(node, d, k);
      }
    }
  }
}
