package io.github.flowcert.sweep;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.result.SweepRecord;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.verify.Vocabularies;
import io.github.flowcert.yaml.InputException;

/** The work on one case of a sweep. */
public final class CaseWork {
  private final CaseReader reader;
  private final CaseVerifier verifier;

  /**
   * Work on cases whose claims are of this catalogue.
   *
   * @param seed seed for random starts in place of the cases' own; null for none
   */
  public CaseWork(Catalogue catalogue, Long seed) {
    this.reader = new CaseReader(Vocabularies.of(catalogue));
    this.verifier = new CaseVerifier(catalogue, "flowcert sweep", seed);
  }

  /**
   * The case, checked.
   *
   * @throws InputException if something in it cannot be right
   */
  public Case read(SweepCase from) throws InputException {
    try {
      return reader.read(from.yaml());
    } catch (InputException e) {
      throw new InputException(e.getMessage() + " (in the case " + from.name() + ")");
    }
  }

  /** Verifies a case. Whatever hinders that is what its record says. */
  SweepRecord verify(SweepCase from, String key) {
    try {
      return SweepRecord.of(
          key, from.index(), from.choices(), verifier.verify(read(from), share -> {}));
    } catch (InputException e) {
      return undecided(from, key, false, e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return undecided(from, key, true, internal(e));
    }
  }

  private static SweepRecord undecided(SweepCase from, String key, boolean failed, String reason) {
    return SweepRecord.undecided(key, from.index(), from.name(), from.choices(), failed, reason);
  }

  private static String internal(Throwable problem) {
    StackTraceElement[] trace = problem.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    String message = String.valueOf(problem.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    return "internal error: " + problem.getClass().getSimpleName() + ": " + message + place;
  }
}
