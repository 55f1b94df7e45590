package io.github.flowcert.explain;

import io.github.flowcert.result.Verdict;
import io.github.flowcert.simulate.Trajectory.Stop;
import io.github.flowcert.verify.Doubt;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words in which results are told; each is defined, with its meaning, where it is used. */
final class Words {
  private Words() {}

  /** Verdicts, reasons for which a run stops, and reasons for which trust in it ends. */
  static Map<String, Explanation> all() {
    Map<String, Explanation> words = new LinkedHashMap<>();
    Arrays.stream(Verdict.values())
        .map(each -> Explanation.ofWord(each.word(), "verdict", each.meaning()))
        .forEach(each -> words.put(each.id(), each));
    Arrays.stream(Stop.values())
        .map(each -> Explanation.ofWord(each.word(), "stop", each.meaning()))
        .forEach(each -> words.put(each.id(), each));
    Doubt.all().stream()
        .map(each -> Explanation.ofWord(each.id(), "trust", each.meaning()))
        .forEach(each -> words.put(each.id(), each));
    return words;
  }
}
