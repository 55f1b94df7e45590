package io.github.flowcert.report;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import java.util.Locale;
import java.util.Optional;

/**
 * A claim on the page of its case.
 *
 * @param result the verdict and what it rests on
 * @param figure both sides against the loss; empty for claims that are not one comparison
 */
public record ClaimView(ClaimResult result, Optional<DrawnFigure> figure) {

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

  /** The claim with its figure drawn. */
  static ClaimView of(ResultDocument document, ClaimResult claim) {
    Figure figure = ClaimFigure.of(document, claim);
    return new ClaimView(
        claim, figure.plot().isEmpty() ? Optional.empty() : Optional.of(figure.draw()));
  }

  /** The claim by its name alone. */
  static ClaimView named(ClaimResult claim) {
    return new ClaimView(claim, Optional.empty());
  }

  static String anchor(ClaimResult claim) {
    return "claim-" + title(claim).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  static String title(ClaimResult claim) {
    return claim.norm() == null ? claim.id() : claim.id() + " (" + claim.norm() + ")";
  }
}
