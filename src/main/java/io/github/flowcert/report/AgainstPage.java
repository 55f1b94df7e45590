package io.github.flowcert.report;

import io.github.flowcert.result.ResultDocument;
import java.util.List;

/**
 * Two runs beside each other.
 *
 * @param other the folder of the other run
 * @param verdicts claims with another verdict, or judged in one run only
 * @param margins claims with the same verdict whose margin moved by more than its error
 * @param compared how many cases stand in both runs
 */
public record AgainstPage(
    String other, List<Change> verdicts, List<Change> margins, long compared) {
  static final String FILE = "against.html";

  static AgainstPage of(String other, List<ResultDocument> others, List<ResultDocument> these) {
    List<Change> changes = Change.between(others, these);
    List<String> names = others.stream().map(ResultDocument::name).toList();
    return new AgainstPage(
        other,
        changes.stream().filter(Change::verdictChanged).toList(),
        changes.stream().filter(change -> !change.verdictChanged()).toList(),
        these.stream().filter(document -> names.contains(document.name())).count());
  }

  /** What changed, in a sentence. */
  public String summary() {
    return "%d cases in both runs, %d verdicts changed, %d margins moved"
        .formatted(compared, verdicts.size(), margins.size());
  }
}
