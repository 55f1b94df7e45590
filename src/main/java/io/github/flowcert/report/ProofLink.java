package io.github.flowcert.report;

import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ProofDocument.StepResult;
import io.github.flowcert.result.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A step that shows a claim of the catalogue.
 *
 * @param proof name of the proof
 * @param status of the step
 * @param place the step on the proof's page, seen from the folder of the first page
 */
public record ProofLink(String proof, Verdict status, String place) {

  private static final String STEP = "claim ";

  /** The steps of these proofs that show the claim. */
  static List<ProofLink> of(String claim, List<ProofDocument> proofs) {
    List<ProofLink> links = new ArrayList<>();
    for (ProofDocument proof : proofs) {
      for (StepResult step : proof.steps()) {
        if (step.id().equals(STEP + claim)) {
          links.add(new ProofLink(proof.proof(), step.status(), place(proof, step)));
        }
      }
    }
    return List.copyOf(links);
  }

  private static String place(ProofDocument proof, StepResult step) {
    return "proofs/" + proof.proof() + "/index.html#" + StepView.anchor(step.id());
  }
}
