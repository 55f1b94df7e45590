package io.github.flowcert.claim;

import io.github.flowcert.expression.Argument;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.norm.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The quantities that claims may mention; {@link TrajectoryPoint} has their values. */
final class ClaimVocabulary {
  private static final Set<String> ALWAYS =
      Set.of(
          "t",
          "loss",
          "lossrate",
          "erank",
          "balance",
          "factorscale",
          "detsign",
          "initialdetsign",
          "reltol",
          "abstol");

  private static final Set<String> PER_NORM = Set.of("normvalue", "unitnorm", "c");

  private static final Set<String> SQUARE = Set.of("det", "logabsdet");

  /** Quantities that are the same at every point of a trajectory. */
  static final Set<String> CONSTANT = Set.of("initialdetsign", "reltol", "abstol", "unitnorm", "c");

  private ClaimVocabulary() {}

  /**
   * What can be said about a d-by-d' product matrix.
   *
   * @param rows d
   * @param columns d'
   * @param perNorm whether the claim is judged for one norm at a time
   */
  static Vocabulary of(int rows, int columns, boolean perNorm) {
    Set<String> symbols = new HashSet<>(ALWAYS);
    symbols.addAll(perNorm ? PER_NORM : Set.of());
    symbols.addAll(rows == columns ? SQUARE : Set.of());
    Vocabulary vocabulary = new Vocabulary(symbols, calls(rows, columns), Map.of());
    return rows == columns ? vocabulary : withoutDeterminant(vocabulary, rows, columns);
  }

  private static Map<String, List<Argument>> calls(int rows, int columns) {
    Shape shape = new Shape(rows, columns);
    Map<String, List<Argument>> calls = new HashMap<>(MatrixQuantities.calls(shape));
    calls.put("logsigma", calls.get("sigma"));
    calls.put("distance", List.of(new Argument.Index(0, shape.rank())));
    return calls;
  }

  private static Vocabulary withoutDeterminant(Vocabulary vocabulary, int rows, int columns) {
    String reason = "needs a square matrix; this one is " + rows + " by " + columns;
    return vocabulary.withAbsent("det", reason).withAbsent("logabsdet", reason);
  }
}
