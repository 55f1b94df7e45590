package io.github.flowcert.cli;

import io.github.flowcert.report.Numbers;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.CompareDocument.Estimate;
import io.github.flowcert.result.CompareDocument.LossReached;
import io.github.flowcert.result.CompareDocument.Order;
import io.github.flowcert.result.CompareDocument.Parting;
import io.github.flowcert.result.CompareDocument.Run;
import io.github.flowcert.result.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** What comparisons found, as a table that a person reads at a glance. */
final class ComparisonTable {
  private static final Set<Verdict> FAILING =
      EnumSet.of(Verdict.VIOLATED, Verdict.REFUTED, Verdict.UNDECIDED);

  private ComparisonTable() {}

  /** The table; below it the orders, the evidence for each cause, and claims that fail. */
  static String of(List<CompareDocument> documents, ColorScheme colors) {
    int widest = documents.stream().mapToInt(each -> each.name().length()).max().orElse(4);
    TextTable table =
        TextTable.forColumns(
            colors,
            new Column(widest + 2, 0, Overflow.SPAN),
            new Column(12, 2, Overflow.TRUNCATE),
            new Column(14, 2, Overflow.TRUNCATE),
            new Column(24, 2, Overflow.TRUNCATE),
            new Column(34, 2, Overflow.SPAN));
    table.addRowValues("case", "rate", "iterations", "at loss", "parts from the flow");
    StringBuilder below = new StringBuilder();
    for (CompareDocument document : documents) {
      String name = document.name();
      for (Run run : document.runs()) {
        table.addRowValues(
            name, number(run.learningRate()), run.iterations() + "", reached(run), parting(run));
        name = "";
        below.append(details(document, run));
      }
      below.append(orders(document));
    }
    return table + "\n" + below;
  }

  private static String reached(Run run) {
    List<LossReached> reached = run.iterationsToLoss();
    String least = reached.isEmpty() ? "-" : number(reached.get(reached.size() - 1).loss());
    return run.stop().equals("loss") ? least : least + " (" + run.stop() + ")";
  }

  private static String parting(Run run) {
    Parting parting = run.partsFromFlow();
    return parting == null ? "no" : "at loss " + number(parting.loss()) + ": " + parting.cause();
  }

  private static String details(CompareDocument document, Run run) {
    String head = document.name() + ", rate " + number(run.learningRate());
    String cause =
        run.partsFromFlow() == null
            ? ""
            : head
                + ", "
                + run.partsFromFlow().cause()
                + ": "
                + run.partsFromFlow().evidence()
                + "\n";
    return cause
        + run.claims().stream()
            .filter(claim -> FAILING.contains(claim.status()))
            .map(claim -> head + ", " + label(claim) + " " + claim.status() + ": " + claim.reason())
            .map(line -> line + "\n")
            .collect(Collectors.joining());
  }

  private static String label(ClaimResult claim) {
    return claim.norm() == null ? claim.id() : claim.id() + " [" + claim.norm() + "]";
  }

  private static String orders(CompareDocument document) {
    Order order = document.order();
    String words =
        order.flow() == null && order.modifiedFlow() == null
            ? order.note()
            : estimate(order.flow())
                + " against the flow, "
                + estimate(order.modifiedFlow())
                + " against the modified flow";
    return document.name() + ": order in the learning rate " + words + "\n";
  }

  private static String estimate(Estimate estimate) {
    return estimate == null
        ? "not measured"
        : String.format(
            Locale.ROOT, "%.3f (%.3f to %.3f)", estimate.value(), estimate.low(), estimate.high());
  }

  private static String number(double value) {
    return Numbers.show(value);
  }
}
