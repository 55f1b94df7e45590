package io.github.flowcert.cli;

import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ProofDocument.StepResult;
import java.io.PrintWriter;
import java.util.Locale;

/** A proof on the console: its statement, and a line for each step. */
final class ProofTree {
  private ProofTree() {}

  static void print(ProofDocument document, PrintWriter out) {
    out.printf("%-10s %s (%s)%n", document.status(), document.proof(), document.source().place());
    for (StepResult step : document.steps()) {
      out.printf(
          Locale.ROOT,
          "  %-10s %-28s %-12s %6.2f s  %s%n",
          step.status(),
          step.id(),
          step.method(),
          step.seconds(),
          step.place());
      if (step.counterexample() != null) {
        out.println("             false at " + step.counterexample());
      }
      if (step.note() != null) {
        out.println("             " + step.note());
      }
    }
    document
        .declared()
        .forEach(fact -> out.printf("  declared   %-28s %s%n", fact.id(), fact.source()));
    out.flush();
  }
}
