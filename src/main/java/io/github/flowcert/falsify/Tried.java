package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Initial;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.verify.ClaimName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A start that was tried.
 *
 * @param number its number in the search, from 1; 0 for the case's own start
 * @param space the space of starts that it is from; null for the case's own
 * @param numbers the point of that space
 * @param start the start
 * @param margins least margins along a run from there; see {@link CaseVerifier#probe}
 */
record Tried(
    int number, StartSpace space, double[] numbers, Initial start, Map<ClaimName, Double> margins) {

  /** The case's own start. */
  static Tried own(Initial start, Map<ClaimName, Double> margins) {
    return new Tried(0, null, new double[0], start, margins);
  }

  /** Whether it is the case's own start. */
  boolean isOwn() {
    return number == 0;
  }

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
