package io.github.flowcert.cli;

import io.github.flowcert.result.Verdict;
import java.util.Collection;

/** Exit codes of every command; other programs rely on them. */
final class ExitCode {
  static final int GOOD = 0;
  static final int VIOLATED = 1;
  static final int BAD_INPUT = 2;
  static final int UNDECIDED = 3;
  static final int INTERNAL_ERROR = 4;

  private ExitCode() {}

  /** The exit code for the statuses of several cases. */
  static int of(Collection<Verdict> statuses) {
    if (statuses.contains(Verdict.VIOLATED) || statuses.contains(Verdict.REFUTED)) {
      return VIOLATED;
    }
    return statuses.contains(Verdict.UNDECIDED) ? UNDECIDED : GOOD;
  }
}
