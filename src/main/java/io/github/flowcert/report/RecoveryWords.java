package io.github.flowcert.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What runs of several depths say of each other's reconstruction errors, counted run by run. */
final class RecoveryWords {
  private final List<RecoveryRuns> runs;
  private final List<String> depths;

  RecoveryWords(List<RecoveryRuns> runs) {
    this.runs = runs;
    this.depths = List.copyOf(RecoveryRuns.byDepth(runs).keySet());
  }

  /** A sentence for each depth against the first one, and for each against minimal nuclear norm. */
  String sentences() {
    List<String> sentences = new ArrayList<>();
    for (String depth : depths) {
      String subject = depth.isEmpty() ? "The flow" : "Depth " + depth;
      if (!depth.equals(depths.get(0))) {
        sentences.add(
            subject + " errs less than depth " + depths.get(0) + counted(depth, this::beatsFirst));
      }
      sentences.add(
          subject
              + " errs less than minimal nuclear norm"
              + counted(depth, RecoveryWords::beatsMinimal));
    }
    return String.join(" ", sentences);
  }

  private static boolean beatsMinimal(RecoveryRuns run) {
    return run.recovery().flow().error() < run.recovery().minimal().error();
  }

  private boolean beatsFirst(RecoveryRuns run) {
    return runs.stream()
        .filter(each -> each.depth().equals(depths.get(0)) && each.isBeside(run))
        .anyMatch(each -> run.recovery().flow().error() < each.recovery().flow().error());
  }

  private String counted(String depth, Predicate<RecoveryRuns> better) {
    List<String> counts = new ArrayList<>();
    List<RecoveryRuns> own = runs.stream().filter(run -> run.depth().equals(depth)).toList();
    for (int observations : RecoveryRuns.counts(own)) {
      List<RecoveryRuns> there = RecoveryRuns.at(own, observations);
      long won = there.stream().filter(better).count();
      counts.add(won + " of " + there.size() + " runs with " + observations);
    }
    return " in " + String.join(", ", counts) + " observations.";
  }
}
