package io.github.flowcert.cli;

import io.github.flowcert.result.Verdict;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Exit codes of every command; other programs rely on them. */
final class ExitCode {
  static final int GOOD = 0;
  static final int VIOLATED = 1;
  static final int BAD_INPUT = 2;
  static final int UNDECIDED = 3;
  static final int INTERNAL_ERROR = 4;
  private static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** What each exit code means, for people, in their order. */
  static SortedMap<Integer, String> meanings() {
    return new TreeMap<>(
        Map.of(
            GOOD, "every claim proved, enclosed, holds or not-applicable",
            VIOLATED, "at least one violated or refuted",
            BAD_INPUT, "usage or bad input",
            UNDECIDED, "none violated, at least one undecided",
            INTERNAL_ERROR, "an internal error",
            INTERRUPTED, "interrupted"));
  }

  /** The exit code for the statuses of several cases. */
  static int of(Collection<Verdict> statuses) {
    if (statuses.contains(Verdict.VIOLATED) || statuses.contains(Verdict.REFUTED)) {
      return VIOLATED;
    }
    return statuses.contains(Verdict.UNDECIDED) ? UNDECIDED : GOOD;
  }
}
