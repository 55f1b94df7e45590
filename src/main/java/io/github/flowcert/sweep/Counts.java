package io.github.flowcert.sweep;

import io.github.flowcert.result.Verdict;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts verdicts. */
final class Counts {
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

  void add(Verdict verdict) {
    counts.merge(verdict, 1, Integer::sum);
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The worst verdict; at least one was counted. */
  Verdict worst() {
    return Verdict.worstOf(counts.keySet());
  }

  /** By the words of the verdicts that occur, worst first. */
  Map<String, Integer> byWord() {
    Map<String, Integer> words = new LinkedHashMap<>();
    counts.forEach((verdict, count) -> words.put(verdict.word(), count));
    return words;
  }
}
