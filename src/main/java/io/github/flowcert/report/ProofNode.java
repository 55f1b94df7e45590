package io.github.flowcert.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A place in a proof tree.
 *
 * @param name of the step, assumption, definition or fact
 * @param step the step; empty where it is none
 * @param shown whether what the step uses stands elsewhere in the tree already
 * @param uses what it uses; empty where that stands elsewhere
 */
public record ProofNode(String name, Optional<StepView> step, boolean shown, List<ProofNode> uses) {

  /** The steps that no other uses, each with what it uses. Every step is unfolded once. */
  static List<ProofNode> tree(Map<String, StepView> steps) {
    Set<String> used =
        steps.values().stream().flatMap(step -> uses(step).stream()).collect(Collectors.toSet());
    Set<String> unfolded = new HashSet<>();
    List<ProofNode> roots = new ArrayList<>();
    for (String id : steps.keySet()) {
      if (!used.contains(id)) {
        roots.add(node(id, steps, unfolded));
      }
    }
    return List.copyOf(roots);
  }

  private static ProofNode node(String id, Map<String, StepView> steps, Set<String> unfolded) {
    StepView step = steps.get(id);
    if (step == null) {
      return new ProofNode(id, Optional.empty(), false, List.of());
    }
    boolean shown = !unfolded.add(id);
    List<ProofNode> uses = new ArrayList<>();
    if (!shown) {
      uses(step).forEach(each -> uses.add(node(each, steps, unfolded)));
    }
    return new ProofNode(id, Optional.of(step), shown, List.copyOf(uses));
  }

  private static List<String> uses(StepView step) {
    return step.correction().orElse(step.step()).from();
  }
}
