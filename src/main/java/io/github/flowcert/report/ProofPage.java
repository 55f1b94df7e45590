package io.github.flowcert.report;

import io.github.flowcert.mathml.MatrixSymbol;
import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ProofDocument.StepResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the page of a proof shows.
 *
 * @param document the document it is built from
 * @param root the way from the page to the folder of the first page, with a slash at its end
 * @param steps the steps, in order; a corrected one stands beside the one that it corrects
 * @param tree the proof tree
 */
public record ProofPage(
    ProofDocument document, String root, List<StepView> steps, List<ProofNode> tree) {

  private static final String WHERE = " where ";

  static ProofPage of(ProofDocument document) {
    Map<String, StepView> steps = views(document.steps());
    int depth = 1 + document.proof().split("/", -1).length;
    return new ProofPage(
        document, "../".repeat(depth), List.copyOf(steps.values()), ProofNode.tree(steps));
  }

  /** Where a step stands on the page; null for what is no step. */
  public String anchorOf(String id) {
    return steps.stream().anyMatch(each -> each.step().id().equals(id))
        ? StepView.anchor(id)
        : null;
  }

  /** What the letters of its statements about matrices stand for. */
  public List<MatrixSymbol> letters() {
    return Stream.of(
            document.concludes().assumptions().stream(),
            document.concludes().statements().stream(),
            document.steps().stream().map(StepResult::statement))
        .flatMap(texts -> texts)
        .flatMap(text -> Mathematics.letters(text).stream())
        .distinct()
        .toList();
  }

  /** What a conclusion says, without its condition. */
  public static String claimed(String conclusion) {
    return conclusion.split(WHERE, 2)[0];
  }

  /** Under which condition a conclusion says it; null for none. */
  public static String condition(String conclusion) {
    String[] parts = conclusion.split(WHERE, 2);
    return parts.length == 1 ? null : parts[1];
  }

  private static Map<String, StepView> views(List<StepResult> steps) {
    Map<String, StepView> views = new LinkedHashMap<>();
    for (StepResult step : steps) {
      if (step.corrects() != null && views.containsKey(step.corrects())) {
        views.computeIfPresent(step.corrects(), (id, printed) -> printed.with(step));
      } else {
        views.put(step.id(), StepView.of(step));
      }
    }
    return views;
  }
}
