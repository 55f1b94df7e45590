package io.github.flowcert.compare;

import io.github.flowcert.flow.Network;
import java.util.Locale;

/**
 * What descents cost, counted in multiplications and not in seconds: what takes too long is left
 * out on every machine alike.
 *
 * @param network the factorization that they descend on
 */
record Effort(Network network) {
  /** Some ten seconds. */
  private static final double MOST = 1e10;

  /** How many iterations are not too many. */
  double iterations() {
    return Math.floor(MOST / multiplications());
  }

  /** One way up for the products, and two down for the gradients. */
  private double multiplications() {
    double sum = 0;
    for (int l = 1; l <= network.depth(); l++) {
      sum += 3.0 * network.width(l) * network.width(l - 1) * network.width(0);
    }
    return sum;
  }

  /** What is to be said of so many iterations that are too many. */
  String refusal(double wanted) {
    return String.format(
        Locale.ROOT,
        "not measured: would take about %.2g iterations, and at most %.2g are spent on it",
        wanted,
        iterations());
  }
}
