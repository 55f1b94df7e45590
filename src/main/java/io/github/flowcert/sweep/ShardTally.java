package io.github.flowcert.sweep;

import io.github.flowcert.result.SweepRecord;
import io.github.flowcert.result.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a journal holds, be it of a whole sweep or of a part.
 *
 * @param cases number of cases
 * @param failures how many of them an internal error kept from being judged
 * @param statuses number of cases by verdict
 * @param status the worst verdict; empty where there are no cases
 */
public record ShardTally(
    int cases, int failures, Map<String, Integer> statuses, Optional<Verdict> status) {

  /**
   * Counts the verdicts in a journal.
   *
   * @throws IOException if it cannot be read
   */
  public static ShardTally of(Path journal) throws IOException {
    Tallier tallier = new Tallier();
    new JournalFile(journal).visit((record, place) -> tallier.add(record));
    Counts counts = tallier.counts;
    Optional<Verdict> worst = counts.total() == 0 ? Optional.empty() : Optional.of(counts.worst());
    return new ShardTally(counts.total(), tallier.failures, counts.byWord(), worst);
  }

  private static final class Tallier {
    private final Counts counts = new Counts();
    private int failures;

    void add(SweepRecord record) {
      counts.add(record.status());
      failures += record.failed() ? 1 : 0;
    }
  }
}
