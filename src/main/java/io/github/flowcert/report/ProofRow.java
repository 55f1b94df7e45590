package io.github.flowcert.report;

import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A proof on the first page.
 *
 * @param document the proof
 * @param proved how many steps are proved
 * @param falseAsPrinted the printed steps that are refuted, each with what stands in its place
 * @param mended the steps that are false as printed and have a correction that is proved
 * @param open the steps that are not proved for a reason of their own, and have no such correction
 */
public record ProofRow(
    ProofDocument document,
    long proved,
    List<StepView> falseAsPrinted,
    List<StepView> mended,
    List<StepView> open) {

  static ProofRow of(ProofDocument document) {
    List<StepView> mended = new ArrayList<>();
    List<StepView> open = new ArrayList<>();
    List<StepView> steps = ProofPage.of(document).steps();
    for (StepView step : steps) {
      if (step.standing() != Verdict.PROVED) {
        open.add(step);
      } else if (step.correction().isPresent()) {
        mended.add(step);
      }
    }
    return new ProofRow(
        document,
        document.steps().stream().filter(step -> step.status() == Verdict.PROVED).count(),
        steps.stream().filter(StepView::isFalseAsPrinted).toList(),
        List.copyOf(mended),
        causes(document, open));
  }

  /** The proof's name, cut where a line may break. */
  public List<String> nameParts() {
    return List.of(document.proof().split("(?<=/)", -1));
  }

  /** The proof's page. */
  public String href() {
    return "proofs/" + document.proof() + "/index.html";
  }

  // A step that is open because one that it uses is open says nothing new.
  private static List<StepView> causes(ProofDocument document, List<StepView> open) {
    List<String> names = open.stream().map(each -> each.step().id()).toList();
    List<StepView> causes =
        open.stream()
            .filter(each -> each.step().from().stream().noneMatch(names::contains))
            .toList();
    return document.status() == Verdict.PROVED ? List.of() : causes;
  }
}
