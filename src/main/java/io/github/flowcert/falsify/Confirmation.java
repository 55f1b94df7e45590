package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.verify.ClaimName;
import io.github.flowcert.yaml.InputException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Full verifications of the worst starts of a search. For each claim the worst is judged; where it
 * seemed to fail and does not stand up to that, so are the next.
 */
final class Confirmation {
  private static final int MOST_CANDIDATES = 3;

  private final List<Tried> tried;
  private final Function<Tried, Callable<List<ClaimResult>>> verification;
  private final Map<Integer, List<ClaimResult>> verdicts = new TreeMap<>();

  /**
   * A start and what a full verification says of a claim there.
   *
   * @param tried the start
   * @param result the verdict there
   */
  record Judged(Tried tried, ClaimResult result) {}

  /**
   * Where a claim said something.
   *
   * @param starts at how many of the starts that the search tried
   * @param own whether at the case's own start
   */
  record Applied(long starts, boolean own) {}

  /**
   * Prepares to judge.
   *
   * @param tried the case's own start, then those of the search in order
   */
  Confirmation(List<Tried> tried, CaseVerifier verifier, Function<Tried, Case> at) {
    this.tried = tried;
    this.verification = each -> () -> verifier.judge(at.apply(each));
  }

  /** Judges the worst starts for these claims. */
  void judge(List<ClaimName> claims, Workers workers) throws InputException, InterruptedException {
    for (int round = 0; round < MOST_CANDIDATES; round++) {
      Set<Integer> numbers = new LinkedHashSet<>();
      for (ClaimName claim : claims) {
        candidate(claim, round).map(Tried::number).ifPresent(numbers::add);
      }
      List<Integer> fresh =
          numbers.stream().filter(number -> !verdicts.containsKey(number)).toList();
      List<List<ClaimResult>> judged =
          workers.all(fresh.stream().map(number -> verification.apply(numbered(number))).toList());
      for (int k = 0; k < fresh.size(); k++) {
        verdicts.put(fresh.get(k), judged.get(k));
      }
    }
  }

  private Tried numbered(int number) {
    return tried.get(number);
  }

  private Optional<Tried> candidate(ClaimName claim, int round) {
    List<Tried> worst = Tried.worstFirst(tried, claim);
    boolean wanted =
        round < worst.size()
            && (round == 0 || (worst.get(round).margins().get(claim) < 0 && !violated(claim)));
    return wanted ? Optional.of(worst.get(round)) : Optional.empty();
  }

  private boolean violated(ClaimName claim) {
    return worst(claim).filter(each -> each.result.status() == Verdict.VIOLATED).isPresent();
  }

  /**
   * The worst verdict on a claim among the starts judged for any claim, at the least margin; empty
   * where no start gave the claim anything to say.
   */
  Optional<Judged> worst(ClaimName claim) {
    return verdicts.entrySet().stream()
        // Claims that are not about a trajectory have no margins, and are not judged here.
        .filter(entry -> numbered(entry.getKey()).margins().containsKey(claim))
        .map(entry -> new Judged(numbered(entry.getKey()), result(entry.getValue(), claim)))
        .min(
            Comparator.<Judged, Boolean>comparing(each -> each.result.status() != Verdict.VIOLATED)
                .thenComparingDouble(each -> each.tried.margins().get(claim)));
  }

  /** Where a claim said something. */
  Applied applied(ClaimName claim) {
    List<Tried> those = tried.stream().filter(each -> each.margins().containsKey(claim)).toList();
    long own = those.stream().filter(Tried::isOwn).count();
    return new Applied(those.size() - own, own > 0);
  }

  private static ClaimResult result(List<ClaimResult> results, ClaimName claim) {
    return results.stream()
        .filter(each -> ClaimName.of(each).equals(claim))
        .findFirst()
        .orElseThrow();
  }
}
