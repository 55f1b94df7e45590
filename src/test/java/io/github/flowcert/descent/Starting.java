package io.github.flowcert.descent;

import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Networks and starts for descents. */
final class Starting {
  private Starting() {}

  static Network analysed(int depth) {
    return new Network(
        MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}}),
        Collections.nCopies(depth - 1, 2));
  }

  /** One entry, observed to be 1, and one factor: phi(w) = (w - 1)^2/2. */
  static Network scalar() {
    return new Network(MatrixCompletion.of(new Double[][] {{1.0}}), List.of());
  }

  static List<double[]> identity(Network network, double scale) {
    return Starts.identity(network, scale).factors();
  }

  /** Gaussian factors of a 3-by-2 problem of depth 3 with hidden dimensions 4 and 2. */
  static Network rectangular() {
    return new Network(
        MatrixCompletion.of(new Double[][] {{0.5, null}, {null, -1.0}, {2.0, 0.25}}),
        List.of(4, 2));
  }

  static List<double[]> gaussian(Network network, long seed) {
    Random random = new Random(seed);
    List<double[]> factors = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      int entries = network.width(l) * network.width(l - 1);
      factors.add(random.doubles(entries).map(unused -> random.nextGaussian() / 2).toArray());
    }
    return factors;
  }
}
