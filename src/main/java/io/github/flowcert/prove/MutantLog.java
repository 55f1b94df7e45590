package io.github.flowcert.prove;

import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.result.MutantDocument;
import io.github.flowcert.result.MutantDocument.MutantResult;
import java.util.ArrayList;
import java.util.List;

/** What came of mutants. For any number of threads. */
public final class MutantLog {
  private final long seed;
  private final List<MutantResult> results = new ArrayList<>();

  /**
   * An empty log.
   *
   * @param seed from which changes and points are drawn
   */
  public MutantLog(long seed) {
    this.seed = seed;
  }

  long seed() {
    return seed;
  }

  synchronized void put(MutantResult result) {
    results.add(result);
  }

  /** All results, in the order of these proofs and of the steps in each. */
  public synchronized MutantDocument document(List<ProofFile> proofs) {
    List<MutantResult> ordered = new ArrayList<>();
    for (ProofFile proof : proofs) {
      results.stream().filter(each -> each.proof().equals(proof.name())).forEach(ordered::add);
    }
    return MutantDocument.of(seed, ordered);
  }
}
