package io.github.flowcert.prove;

import io.github.flowcert.expression.Statement;
import io.github.flowcert.proof.Step;
import io.github.flowcert.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps that are false as printed, as a table in Markdown. */
public final class FalseSteps {
  private FalseSteps() {}

  /** The table, each line ended; empty where there is no such step. */
  public static String table(List<Outcome> outcomes) {
    List<String> rows = new ArrayList<>();
    outcomes.forEach(outcome -> rows.addAll(rows(outcome)));
    if (rows.isEmpty()) {
      return "";
    }
    rows.add(0, "| proof | place | false as printed | at | in its place | result |");
    rows.add(1, "|---|---|---|---|---|---|");
    return String.join("\n", rows) + "\n";
  }

  private static List<String> rows(Outcome outcome) {
    return outcome.steps().stream()
        .filter(each -> each.status() == Verdict.REFUTED && each.step().asPrinted())
        .map(each -> row(outcome, each))
        .toList();
  }

  private static String row(Outcome outcome, Outcome.Checked checked) {
    Step step = checked.step();
    List<String> cells =
        List.of(
            outcome.proof().name(),
            step.place(),
            code(text(step)),
            code(point(checked.counterexample())),
            step.corrected().map(corrected -> code(text(corrected))).orElse("nothing"),
            outcome.status() == Verdict.PROVED ? "survives" : "is " + outcome.status());
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String text(Step step) {
    String given = step.given().stream().map(Statement::text).collect(Collectors.joining(" && "));
    return given.isEmpty() ? step.statement().text() : step.statement().text() + " where " + given;
  }

  private static String point(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + " = " + value.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
