package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.Initial;
import io.github.flowcert.casefile.Initial.DeterminantSign;
import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.RandomStarts;
import io.github.flowcert.flow.Starts;
import java.util.List;
import java.util.Locale;

/**
 * The start of a case.
 *
 * @param network the factorization
 * @param point the start
 * @param seed the seed that made it; null where nothing is random
 * @param words the start in words
 */
public record StartingPoint(Network network, Carry point, Long seed, String words) {

  /**
   * Builds the start that a case asks for.
   *
   * @param seedOverride seed for random starts in place of the case's own; null for none
   */
  static StartingPoint of(Case from, Long seedOverride) {
    Network network = new Network(from.problem(), from.factorization().hidden());
    Initial initial = from.initial();
    if (initial instanceof Initial.Identity identity) {
      return fixed(
          network,
          Starts.identity(network, identity.scale()),
          words("W_l(0) = %s^(1/L) I, so W(0) = %s I", identity.scale(), identity.scale()));
    }
    if (initial instanceof Initial.Product product) {
      return fixed(
          network,
          Starts.product(network, flat(product.matrix())),
          "balanced factors of W(0) = " + product.matrix());
    }
    if (initial instanceof Initial.Factors factors) {
      List<double[]> flat = factors.matrices().stream().map(StartingPoint::flat).toList();
      return fixed(network, Starts.factors(network, flat), "the factors given in the case file");
    }
    if (initial instanceof Initial.Parameters given) {
      double[] parameters = given.values().stream().mapToDouble(Double::doubleValue).toArray();
      return fixed(network, Starts.factors(network, List.of(parameters)), words(given));
    }
    return random(network, initial, seedOverride);
  }

  private static String words(Initial.Parameters given) {
    return given.values().stream().allMatch(each -> each == 0)
        ? "beta(0) = 0"
        : "beta(0) as given in the case file";
  }

  private static StartingPoint random(Network network, Initial initial, Long seedOverride) {
    if (initial instanceof Initial.BalancedGaussian g) {
      long seed = seedOverride == null ? g.seed() : seedOverride;
      return new StartingPoint(
          network,
          RandomStarts.balancedGaussian(network, g.scale(), seed, sign(g.determinant())),
          seed,
          words("balanced factors of a Gaussian W(0), deviation %s, seed %s", g.scale(), seed));
    }
    Initial.Gaussian g = (Initial.Gaussian) initial;
    long seed = seedOverride == null ? g.seed() : seedOverride;
    return new StartingPoint(
        network,
        RandomStarts.gaussian(network, g.scale(), seed, sign(g.determinant())),
        seed,
        words("independent Gaussian layers, product deviation %s, seed %s", g.scale(), seed));
  }

  private static StartingPoint fixed(Network network, Carry point, String words) {
    return new StartingPoint(network, point, null, words);
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static int sign(DeterminantSign wanted) {
    return switch (wanted) {
      case ANY -> 0;
      case POSITIVE -> 1;
      case NEGATIVE -> -1;
    };
  }

  private static double[] flat(List<List<Double>> rows) {
    return rows.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
  }
}
