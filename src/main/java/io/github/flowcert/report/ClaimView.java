package io.github.flowcert.report;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A claim on the page of its case.
 *
 * @param result the verdict and what it rests on
 * @param figure both sides against the loss; empty for claims that are not one comparison
 * @param proofs the steps of proofs that show it in general
 */
public record ClaimView(ClaimResult result, Optional<DrawnFigure> figure, List<ProofLink> proofs) {

  /** Identifier of the claim's section on the page. */
  public String anchor() {
    return anchor(result);
  }

  /** The claim's name, with the norm it was judged for. */
  public String title() {
    return title(result);
  }

  /** Whether its margin is least at a solution, not at a point of the trajectory. */
  public boolean onSolution() {
    return result.worst() != null && result.worst().x() != null;
  }

  /** Where the proof on which its verdict rests shows it, if that proof is in the report. */
  public Optional<String> proofPlace() {
    return proofs.stream().filter(this::givesVerdict).map(ProofLink::place).findFirst();
  }

  /** The other proofs, and those in the report that do not show what the verdict rests on. */
  public List<ProofLink> furtherProofs() {
    return proofs.stream().filter(link -> !givesVerdict(link)).toList();
  }

  private boolean givesVerdict(ProofLink link) {
    return result.proof() != null
        && link.proof().equals(result.proof().name())
        && link.status() == Verdict.PROVED;
  }

  /** The claim with its figure drawn, and the proofs among these that show it. */
  static ClaimView of(ResultDocument document, ClaimResult claim, List<ProofDocument> proofs) {
    Figure figure = ClaimFigure.of(document, claim);
    return new ClaimView(
        claim,
        figure.plot().isEmpty() ? Optional.empty() : Optional.of(figure.draw()),
        ProofLink.of(claim.id(), proofs));
  }

  /** The claim without a figure. */
  static ClaimView undrawn(ClaimResult claim, List<ProofDocument> proofs) {
    return new ClaimView(claim, Optional.empty(), ProofLink.of(claim.id(), proofs));
  }

  /** The claim by its name alone. */
  static ClaimView named(ClaimResult claim) {
    return new ClaimView(claim, Optional.empty(), List.of());
  }

  static String anchor(ClaimResult claim) {
    return "claim-" + title(claim).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  static String title(ClaimResult claim) {
    return claim.norm() == null ? claim.id() : claim.id() + " (" + claim.norm() + ")";
  }
}
