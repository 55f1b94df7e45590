package io.github.flowcert.prove;

import io.github.flowcert.kernel.Fact;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.Step;
import io.github.flowcert.result.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of a proof.
 *
 * @param status of the statement
 * @param steps in order, conclusions last; a corrected step after the one that it corrects
 * @param trusted facts from the literature on which it rests, by proof and name
 */
public record Outcome(
    ProofFile proof, Verdict status, List<Checked> steps, Map<String, ProofFile.Declared> trusted) {

  /** Keeps the collections from changing. */
  public Outcome {
    steps = List.copyOf(steps);
    trusted = Collections.unmodifiableMap(new TreeMap<>(trusted));
  }

  /**
   * What came of a step.
   *
   * @param status {@code proved}, {@code refuted} or {@code undecided}
   * @param fact what was proved of numbers; empty unless it was
   * @param counterexample values at which it is false; empty unless it is refuted
   * @param reason why it is undecided; else empty
   */
  public record Checked(
      Step step,
      Verdict status,
      double seconds,
      Optional<Fact> fact,
      Map<String, String> counterexample,
      String reason) {

    static Checked proved(Step step, double seconds, Fact fact) {
      return new Checked(step, Verdict.PROVED, seconds, Optional.of(fact), Map.of(), "");
    }

    /** A step about matrices, whose fact is kept with those. */
    static Checked proved(Step step, double seconds) {
      return new Checked(step, Verdict.PROVED, seconds, Optional.empty(), Map.of(), "");
    }

    static Checked refuted(Step step, double seconds, Map<String, String> counterexample) {
      return new Checked(step, Verdict.REFUTED, seconds, Optional.empty(), counterexample, "");
    }

    static Checked undecided(Step step, double seconds, String reason) {
      return new Checked(step, Verdict.UNDECIDED, seconds, Optional.empty(), Map.of(), reason);
    }
  }
}
