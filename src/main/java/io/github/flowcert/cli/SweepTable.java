package io.github.flowcert.cli;

import io.github.flowcert.result.SweepDocument;
import io.github.flowcert.result.SweepDocument.ClaimTally;
import io.github.flowcert.result.SweepDocument.Extreme;
import io.github.flowcert.result.SweepDocument.Unsettled;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** The summary of a sweep as a person reads it at a glance. */
final class SweepTable {
  private static final int MOST_UNSETTLED = 10;

  private SweepTable() {}

  /** The table; below it cases that are not settled, and the command that verifies one. */
  static String of(SweepDocument document, ColorScheme colors) {
    TextTable table =
        TextTable.forColumns(
            colors,
            new Column(44, 0, Overflow.SPAN),
            new Column(34, 2, Overflow.SPAN),
            new Column(26, 2, Overflow.TRUNCATE),
            new Column(102, 2, Overflow.SPAN));
    table.addRowValues("claim", "cases", "least margin (± error)", "in");
    for (ClaimTally claim : document.claims()) {
      String label = claim.norm() == null ? claim.id() : claim.id() + " [" + claim.norm() + "]";
      Extreme worst = claim.worst();
      table.addRowValues(
          label,
          counted(claim.statuses()),
          worst == null ? "" : margin(worst),
          worst == null ? "" : worst.name());
    }
    String first =
        document.sweep() + ": " + document.cases() + " cases, " + counted(document.statuses());
    return first + "\n" + table + unsettled(document);
  }

  /** How many cases have which verdict. */
  static String counted(Map<String, Integer> statuses) {
    return statuses.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String margin(Extreme worst) {
    return worst.marginError() == null
        ? String.format(Locale.ROOT, "%.4g", worst.margin())
        : String.format(Locale.ROOT, "%.4g ± %.1e", worst.margin(), worst.marginError());
  }

  private static String unsettled(SweepDocument document) {
    StringBuilder text = new StringBuilder();
    for (Unsettled each : document.unsettled().stream().limit(MOST_UNSETTLED).toList()) {
      text.append(each.name())
          .append(", ")
          .append(each.status())
          .append(each.claims().isEmpty() ? "" : " " + String.join(", ", each.claims()))
          .append(": ")
          .append(each.reason())
          .append("\n  ")
          .append(each.command())
          .append('\n');
    }
    return text.toString();
  }
}
