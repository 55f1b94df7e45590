package io.github.flowcert.verify;

import io.github.flowcert.casefile.Initial;
import io.github.flowcert.casefile.Initial.DeterminantSign;
import io.github.flowcert.claim.CaseFacts.RandomStart;
import io.github.flowcert.flow.RandomStarts;
import java.util.Locale;

/** The distribution from which a start was drawn. */
final class Distribution {
  private Distribution() {}

  /** That of a case's start; null where nothing is random. */
  static RandomStart of(Initial initial, StartingPoint start) {
    if (initial instanceof Initial.BalancedGaussian g) {
      return new RandomStart(
          words("Gaussian product matrices of deviation %s", g.scale()),
          g.determinant() != DeterminantSign.ANY,
          start.seed(),
          () -> RandomStarts.balancedGaussianSigns(start.network(), g.scale(), start.seed()));
    }
    if (initial instanceof Initial.Gaussian g) {
      return new RandomStart(
          words(
              "products of %d independent Gaussian layers, of deviation %s",
              start.network().depth(), g.scale()),
          g.determinant() != DeterminantSign.ANY,
          start.seed(),
          () -> RandomStarts.gaussianSigns(start.network(), g.scale(), start.seed()));
    }
    return null;
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
