package io.github.flowcert.report;

import io.github.flowcert.result.Recovery;
import io.github.flowcert.result.SweepDocument;
import io.github.flowcert.result.SweepDocument.Recovered;
import io.github.flowcert.result.SweepHeader.Axis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cases of a sweep that have a ground truth, sorted by what their axes vary: the depth, the
 * number of observations, seeds, and anything else.
 *
 * @param depth depth as the axis has it; empty where it does not vary
 * @param seed values of the axes of seeds: runs that agree in them can be compared one by one
 * @param other axes that vary besides, with their values; empty for none
 * @param recovery what came of the case
 */
record RecoveryRuns(String depth, String seed, String other, Recovery recovery) {

  /** All cases of a sweep, in order. */
  static List<RecoveryRuns> of(SweepDocument document) {
    List<RecoveryRuns> runs = new ArrayList<>();
    for (Recovered each : document.recovered()) {
      runs.add(of(document.axes(), each));
    }
    return List.copyOf(runs);
  }

  private static RecoveryRuns of(List<Axis> axes, Recovered run) {
    List<String> seeds = new ArrayList<>();
    List<String> others = new ArrayList<>();
    String depth = "";
    for (int k = 0; k < axes.size(); k++) {
      String path = axes.get(k).path();
      String value = run.values().get(k);
      if (path.equals("factorization.depth")) {
        depth = value;
      } else if (path.endsWith("seed")) {
        seeds.add(value);
      } else if (!path.endsWith("random.observed") && axes.get(k).values().size() > 1) {
        others.add(axes.get(k).title() + " " + value);
      }
    }
    return new RecoveryRuns(
        depth, String.join(", ", seeds), String.join(", ", others), run.recovery());
  }

  /** What tells it from the others of its group. */
  String words() {
    String with = observations() + " observations";
    return (depth.isEmpty() ? with : "depth " + depth + ", " + with)
        + (seed.isEmpty() ? "" : ", seed " + seed);
  }

  int observations() {
    return recovery.observations();
  }

  /** Runs that differ in depth, observations and seed alone, by what they have in common. */
  static Map<String, List<RecoveryRuns>> byOther(List<RecoveryRuns> runs) {
    return runs.stream()
        .collect(
            Collectors.groupingBy(
                RecoveryRuns::other, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  /** The same by depth, the axis' first value first. */
  static Map<String, List<RecoveryRuns>> byDepth(List<RecoveryRuns> runs) {
    return runs.stream()
        .collect(
            Collectors.groupingBy(
                RecoveryRuns::depth, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  /** The numbers of observations, increasing. */
  static List<Integer> counts(List<RecoveryRuns> runs) {
    return runs.stream().map(RecoveryRuns::observations).distinct().sorted().toList();
  }

  /** Whether another run has the same observations and start but for its depth. */
  boolean isBeside(RecoveryRuns another) {
    return observations() == another.observations() && seed.equals(another.seed);
  }

  /** Those of the runs that have so many observations. */
  static List<RecoveryRuns> at(List<RecoveryRuns> runs, int observations) {
    return runs.stream().filter(run -> run.observations() == observations).toList();
  }
}
