package io.github.flowcert.integrate;

/**
 * The polynomial of degree s through y_0 and the stages y_0 + Z_i of a collocation step.
 *
 * @param nodes c_1 .. c_s, as fractions of the step
 * @param start y_0
 * @param increments the stages Z_1 .. Z_s, one after the other
 * @param step the step size h
 */
record CollocationPolynomial(double[] nodes, double[] start, double[] increments, double step) {

  double[] value(double theta) {
    double[] out = start.clone();
    addIncrement(theta, out);
    return out;
  }

  /** Adds the polynomial's increment over y_0 at this fraction of the step, beyond 1 too. */
  void addIncrement(double theta, double[] out) {
    int n = start.length;
    for (int i = 0; i < nodes.length; i++) {
      double weight = basis(i, theta);
      for (int k = 0; k < n; k++) {
        out[k] += weight * increments[i * n + k];
      }
    }
  }

  double[] slope(double theta) {
    int n = start.length;
    double[] out = new double[n];
    for (int i = 0; i < nodes.length; i++) {
      double weight = basisSlope(i, theta) / step;
      for (int k = 0; k < n; k++) {
        out[k] += weight * increments[i * n + k];
      }
    }
    return out;
  }

  /** Lagrange polynomial of node i among 0, c_1, .., c_s. */
  private double basis(int i, double theta) {
    double product = theta / nodes[i];
    for (int k = 0; k < nodes.length; k++) {
      product *= k == i ? 1 : (theta - nodes[k]) / (nodes[i] - nodes[k]);
    }
    return product;
  }

  private double basisSlope(int i, double theta) {
    double sum = 0;
    for (int m = -1; m < nodes.length; m++) {
      if (m != i) {
        sum += basisWithout(i, m, theta) / (nodes[i] - node(m));
      }
    }
    return sum;
  }

  private double basisWithout(int i, int skipped, double theta) {
    double product = 1;
    for (int k = -1; k < nodes.length; k++) {
      product *= k == i || k == skipped ? 1 : (theta - node(k)) / (nodes[i] - node(k));
    }
    return product;
  }

  private double node(int k) {
    return k < 0 ? 0 : nodes[k];
  }
}
