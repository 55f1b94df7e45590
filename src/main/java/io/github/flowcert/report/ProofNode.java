package io.github.flowcert.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A place in a proof tree.
 *
 * @param step the step
 * @param supposed the assumptions, definitions and facts that it uses
 * @param shown whether what the step uses stands elsewhere in the tree already
 * @param uses the steps that it uses; empty where they stand elsewhere
 */
public record ProofNode(StepView step, List<String> supposed, boolean shown, List<ProofNode> uses) {

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
    if (!unfolded.add(id)) {
      return new ProofNode(step, List.of(), true, List.of());
    }
    List<String> supposed = new ArrayList<>();
    List<ProofNode> uses = new ArrayList<>();
    for (String each : uses(step)) {
      if (steps.containsKey(each)) {
        uses.add(node(each, steps, unfolded));
      } else {
        supposed.add(each);
      }
    }
    return new ProofNode(step, List.copyOf(supposed), false, List.copyOf(uses));
  }

  private static List<String> uses(StepView step) {
    return step.correction().orElse(step.step()).from();
  }
}
