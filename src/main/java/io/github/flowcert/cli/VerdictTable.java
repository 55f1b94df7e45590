package io.github.flowcert.cli;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** The verdicts of a run as a table that a person reads at a glance. */
final class VerdictTable {
  private VerdictTable() {}

  /** The table, and below it the reason of each verdict that is not good news. */
  static String of(List<ResultDocument> documents, ColorScheme colors) {
    TextTable table =
        TextTable.forColumns(
            colors,
            new Column(widest(documents), 0, Overflow.SPAN),
            new Column(46, 2, Overflow.SPAN),
            new Column(16, 2, Overflow.TRUNCATE),
            // The longest: -1.235e-300 ± 1.2e-300, and 1.23457e-300, each behind two blanks.
            new Column(26, 2, Overflow.TRUNCATE),
            new Column(16, 2, Overflow.TRUNCATE));
    table.addRowValues("case", "claim", "verdict", "margin (± error)", "tightness");
    StringBuilder reasons = new StringBuilder();
    for (ResultDocument document : documents) {
      String name = document.name();
      for (ClaimResult claim : document.claims()) {
        Ansi.Text verdict = colors.ansi().new Text(colored(claim.status()), colors);
        table.addRowValues(
            colors.ansi().text(name),
            colors.ansi().text(label(claim)),
            verdict,
            colors.ansi().text(margin(claim)),
            colors.ansi().text(tightness(claim)));
        name = "";
        appendReason(reasons, document, claim);
      }
    }
    return table.toString() + (reasons.length() == 0 ? "" : "\n" + reasons);
  }

  private static int widest(List<ResultDocument> documents) {
    return documents.stream().mapToInt(document -> document.name().length()).max().orElse(4) + 2;
  }

  private static String label(ClaimResult claim) {
    return claim.norm() == null ? claim.id() : claim.id() + " [" + claim.norm() + "]";
  }

  private static String margin(ClaimResult claim) {
    if (claim.margin() == null) {
      return "";
    }
    return claim.marginError() == null
        ? String.format(Locale.ROOT, "%.4g", claim.margin())
        : String.format(Locale.ROOT, "%.4g ± %.1e", claim.margin(), claim.marginError());
  }

  private static String tightness(ClaimResult claim) {
    return claim.tightness() == null ? "" : String.format(Locale.ROOT, "%.6g", claim.tightness());
  }

  /** The word of a verdict, marked up with its colour. */
  static String colored(Verdict verdict) {
    String style =
        switch (verdict) {
          case PROVED, ENCLOSED, HOLDS -> "green";
          case VIOLATED, REFUTED -> "bold,red";
          case UNDECIDED -> "yellow";
          case NOT_APPLICABLE -> "faint";
        };
    return "@|" + style + " " + verdict.word() + "|@";
  }

  private static void appendReason(
      StringBuilder reasons, ResultDocument document, ClaimResult claim) {
    boolean good =
        claim.status() == Verdict.HOLDS
            || (claim.status() == Verdict.PROVED && claim.enclosure() == null)
            || claim.reason() == null;
    if (!good) {
      reasons
          .append(document.name())
          .append(", ")
          .append(label(claim))
          .append(": ")
          .append(claim.reason())
          .append('\n');
    }
  }
}
