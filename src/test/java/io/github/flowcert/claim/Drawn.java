package io.github.flowcert.claim;

import io.github.flowcert.testing.Values;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Random values of the quantities that claims mention. */
final class Drawn {
  private static final Set<String> SIGNS = Set.of("detsign", "initialdetsign");

  private static final Set<String> TINY =
      Set.of(
          "reltol",
          "abstol",
          "balance",
          "sigmaresidual",
          "vectorresidual",
          "misalignment",
          "alignmentbound",
          "depthgap");

  /** Of both signs; all others are positive. */
  private static final Set<String> SIGNED =
      Set.of(
          "lossrate",
          "lossslope",
          "wslope",
          "normslope",
          "erankslope",
          "distanceslope",
          "x",
          "det",
          "logabsdet",
          "unobserved",
          "z",
          "zprime",
          "epsilon",
          "w",
          "residual",
          "logsigma");

  private static final Set<String> COMPARED_WITH_TOLERANCES =
      Set.of("w", "closedformgap", "nearestdistance", "leastnormdistance", "remaining");

  private Drawn() {}

  /** Values of these quantities, of ordinary size except for tolerances and what they bound. */
  static Values values(List<String> quantities, Random random) {
    Map<String, Double> values = new TreeMap<>();
    // What is compared with tolerances is as small as they are.
    double unit = quantities.contains("reltol") ? 1e-10 : 1;
    for (String quantity : quantities) {
      String name = quantity.replaceAll("\\(.*", "");
      values.put(
          quantity, value(name, random) * (COMPARED_WITH_TOLERANCES.contains(name) ? unit : 1));
    }
    return new Values(values);
  }

  private static double value(String name, Random random) {
    if (SIGNS.contains(name)) {
      return random.nextBoolean() ? 1 : -1;
    }
    double positive =
        switch (name) {
          case "loss" -> Math.exp(-8 * random.nextDouble());
          case "observations" -> 1e6 * Math.exp(random.nextGaussian());
          case "reconstruction", "minimalreconstruction" -> Math.exp(random.nextGaussian()) / 100;
          case "alpha" -> Math.exp(-14 * random.nextDouble());
          case "c" -> 1 + random.nextDouble();
          default -> Math.exp(random.nextGaussian());
        };
    boolean negative = SIGNED.contains(name) && random.nextBoolean();
    double size =
        TINY.contains(name) ? positive * Math.pow(10, -12 - 4 * random.nextDouble()) : positive;
    return negative ? -size : size;
  }
}
