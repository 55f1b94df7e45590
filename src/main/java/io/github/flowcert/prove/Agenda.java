package io.github.flowcert.prove;

import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.ProofFiles;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which proof is next: the first whose own proofs have been checked. For any number of threads. */
final class Agenda {
  private final Map<String, ProofFile> open = new LinkedHashMap<>();
  private final Map<String, Outcome> done = new HashMap<>();
  private Optional<Throwable> failure = Optional.empty();

  /** Proofs, each after those it uses. */
  Agenda(List<ProofFile> proofs) {
    proofs.forEach(proof -> open.put(proof.name(), proof));
  }

  /** Waits until a proof can be checked; empty where none remains, or a worker failed. */
  synchronized Optional<ProofFile> next() throws InterruptedException {
    while (failure.isEmpty() && !open.isEmpty()) {
      Optional<ProofFile> ready =
          open.values().stream()
              .filter(proof -> done.keySet().containsAll(ProofFiles.uses(proof)))
              .findFirst();
      if (ready.isPresent()) {
        open.remove(ready.get().name());
        return ready;
      }
      wait();
    }
    return Optional.empty();
  }

  /** Says what came of a proof. */
  synchronized void finish(Outcome outcome) {
    done.put(outcome.proof().name(), outcome);
    notifyAll();
  }

  /** Says that a worker cannot go on. */
  synchronized void fail(Throwable cause) {
    failure = Optional.of(failure.orElse(cause));
    notifyAll();
  }

  /**
   * Waits for what comes of a proof.
   *
   * @return empty if a worker failed before
   */
  synchronized Optional<Outcome> outcome(ProofFile proof) throws InterruptedException {
    while (!done.containsKey(proof.name()) && failure.isEmpty()) {
      wait();
    }
    return Optional.ofNullable(done.get(proof.name()));
  }

  /** Why a worker could not go on; empty where all did. */
  synchronized Optional<Throwable> failure() {
    return failure;
  }
}
