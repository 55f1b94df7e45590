package io.github.flowcert.prove;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Statement;
import io.github.flowcert.kernel.Literature;
import io.github.flowcert.proof.ProofFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands of the proofs checked so far, and what they take from the literature. For any number
 * of threads; whoever looks up a theorem must know that it has been put there.
 */
final class Standing {
  private final Map<String, Theorem> theorems = new ConcurrentHashMap<>();
  private final Map<String, ProofFile.Declared> literature = new ConcurrentHashMap<>();

  /** Nothing but what the kernel's own rules take from the literature. */
  Standing() {
    for (Literature each : Literature.values()) {
      Statement words = new Statement(each.statement(), new Formula.All(List.of()));
      literature.put(each.key(), new ProofFile.Declared(each.key(), words, each.source()));
    }
  }

  /** By the proofs' names. */
  Map<String, Theorem> theorems() {
    return theorems;
  }

  /** By the names under which facts carry them. */
  Map<String, ProofFile.Declared> literature() {
    return literature;
  }
}
