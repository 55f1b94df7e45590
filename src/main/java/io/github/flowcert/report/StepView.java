package io.github.flowcert.report;

import io.github.flowcert.result.ProofDocument.StepResult;
import io.github.flowcert.result.Verdict;
import java.util.Locale;
import java.util.Optional;

/**
 * A step on the page of its proof.
 *
 * @param step as the proof file has it
 * @param correction what stands in its place, where it is false as printed
 */
public record StepView(StepResult step, Optional<StepResult> correction) {

  static StepView of(StepResult step) {
    return new StepView(step, Optional.empty());
  }

  /** The same with what stands in its place. */
  StepView with(StepResult corrected) {
    return new StepView(step, Optional.of(corrected));
  }

  /** The status of what later steps use: of the correction, if there is one. */
  public Verdict standing() {
    return correction.orElse(step).status();
  }

  /** Whether the publication has it and it is false. */
  public boolean isFalseAsPrinted() {
    return step.asPrinted() && step.status() == Verdict.REFUTED;
  }

  /** Identifier of the step's place on the page. */
  public String anchor() {
    return anchor(step.id());
  }

  static String anchor(String id) {
    return "step-" + id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
