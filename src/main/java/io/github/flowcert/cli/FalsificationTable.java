package io.github.flowcert.cli;

import io.github.flowcert.result.Falsification;
import io.github.flowcert.result.Falsification.Finding;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** What searches among starts found, as tables that a person reads at a glance. */
final class FalsificationTable {
  private FalsificationTable() {}

  /** A table for each case that was searched, with a sentence for each claim; else nothing. */
  static String of(List<ResultDocument> documents, ColorScheme colors) {
    StringBuilder text = new StringBuilder();
    for (ResultDocument document : documents) {
      if (document.falsification() != null) {
        append(text, document.name(), document.falsification(), colors);
      }
    }
    return text.toString();
  }

  private static void append(
      StringBuilder text, String name, Falsification found, ColorScheme colors) {
    text.append('\n').append(heading(name, found)).append('\n');
    TextTable table =
        TextTable.forColumns(
            colors,
            new Column(46, 0, Overflow.SPAN),
            new Column(16, 2, Overflow.TRUNCATE),
            new Column(12, 2, Overflow.TRUNCATE),
            new Column(26, 2, Overflow.TRUNCATE),
            new Column(8, 2, Overflow.TRUNCATE));
    table.addRowValues("claim", "at its worst", "relative", "margin (± error)", "start");
    found.claims().forEach(finding -> addRow(table, finding, colors));
    text.append(table);
    for (Finding finding : found.claims()) {
      if (finding.status() != Verdict.HOLDS) {
        text.append(finding.label()).append(": ").append(finding.sentence()).append('\n');
      }
    }
    text.append(found.conclusion()).append('\n');
    if (found.worstCase() != null) {
      text.append("The worst start for ")
          .append(found.worstOf())
          .append(" is a case of its own; judge it with: flowcert ")
          .append(found.reproduce())
          .append('\n');
    }
  }

  private static String heading(String name, Falsification found) {
    if (found.among() == null) {
      return name + ": no search";
    }
    String without =
        found.without().isEmpty() ? "" : ", without: " + String.join(", ", found.without());
    return String.format(
        Locale.ROOT,
        "%s: %d starts among %s (seed %d%s)",
        name,
        found.starts(),
        found.among(),
        found.seed(),
        without);
  }

  private static void addRow(TextTable table, Finding finding, ColorScheme colors) {
    Ansi ansi = colors.ansi();
    table.addRowValues(
        ansi.text(finding.label()),
        ansi.new Text(VerdictTable.colored(finding.status()), colors),
        ansi.text(number("%.3g", finding.relativeMargin())),
        ansi.text(number("%.4g", finding.margin()) + number(" ± %.1e", finding.marginError())),
        ansi.text(finding.startWord()));
  }

  private static String number(String format, Double value) {
    return value == null ? "" : String.format(Locale.ROOT, format, value);
  }
}
