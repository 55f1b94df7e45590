package io.github.flowcert.claim;

import io.github.flowcert.expression.Argument;
import io.github.flowcert.expression.Vocabulary;
import java.util.Set;

/** The quantities that a claim about a trajectory may mention. */
public final class TrajectoryVocabulary {
  private static final int MOST = 100_000;

  private TrajectoryVocabulary() {}

  /** For product matrices of this size. */
  public static Vocabulary of(int rows, int columns) {
    int rank = Math.min(rows, columns);
    Vocabulary base =
        Vocabulary.of(
            "t",
            "loss",
            "logabsdet",
            "det",
            "detsign",
            "initialdetsign",
            "erank",
            "balance",
            "lossrate",
            "factorscale",
            "reltol",
            "abstol");
    if (rows != columns) {
      String reason = "needs a square product matrix, this one is " + rows + "-by-" + columns;
      base =
          Vocabulary.of(
                  "t", "loss", "erank", "balance", "lossrate", "factorscale", "reltol", "abstol")
              .withAbsent("det", reason)
              .withAbsent("logabsdet", reason)
              .withAbsent("detsign", reason)
              .withAbsent("initialdetsign", reason);
    }
    return base.withCall("w", new Argument.Index(1, rows), new Argument.Index(1, columns))
        .withCall("sigma", new Argument.Index(1, rank))
        .withCall("logsigma", new Argument.Index(1, rank))
        .withCall("distance", new Argument.Index(0, rank))
        .withCall("norm", new Argument.Name(Set.of("frobenius", "nuclear", "spectral")))
        .withCall("schatten", new Argument.Positive())
        .withCall("entrywise", new Argument.Positive());
  }

  /** Of any size: what can be said before the problem is known. */
  public static Vocabulary ofAnySize() {
    return of(MOST, MOST);
  }

  /** The same with the norm that a claim is judged for: its value, and its constants. */
  static Vocabulary withNorm(Vocabulary vocabulary) {
    Set<String> more = new java.util.HashSet<>(vocabulary.symbols());
    more.addAll(Set.of("normvalue", "unitnorm", "c"));
    return new Vocabulary(more, vocabulary.calls(), vocabulary.absent());
  }
}
