package io.github.flowcert.prove;

import io.github.flowcert.kernel.Fact;
import io.github.flowcert.kernel.MatrixFact;
import io.github.flowcert.result.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What other proofs may use of a statement.
 *
 * @param status what came of it
 * @param conclusions the facts about numbers, by the names of the parts; empty unless all parts are
 *     proved
 * @param matrices the facts about matrices, by name
 */
record Theorem(
    Verdict status, Optional<Map<String, Fact>> conclusions, Map<String, MatrixFact> matrices) {
  /** Keeps the map from changing, and in order. */
  Theorem {
    matrices = Collections.unmodifiableMap(new LinkedHashMap<>(matrices));
  }
}
