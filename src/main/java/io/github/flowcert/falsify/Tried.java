package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Initial;
import io.github.flowcert.verify.ClaimName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A start that was tried.
 *
 * @param number its number in the search, from 1
 * @param numbers the point of the space of starts
 * @param start the start
 * @param margins least margins along a run from there, relative to the sizes of both sides
 */
record Tried(int number, double[] numbers, Initial start, Map<ClaimName, Double> margins) {

  /** The tried starts at which a claim has a margin, the least first. */
  static List<Tried> worstFirst(List<Tried> all, ClaimName claim) {
    return all.stream()
        .filter(tried -> tried.margins.containsKey(claim))
        .sorted(
            Comparator.<Tried>comparingDouble(tried -> tried.margins.get(claim))
                .thenComparing(Tried::number))
        .toList();
  }
}
