package io.github.flowcert.cli;

import io.github.flowcert.explain.Explanation;
import io.github.flowcert.explain.Explanation.ClaimText;
import io.github.flowcert.explain.Explanation.Mathematics;
import java.util.List;
import java.util.function.Function;

/** An explanation as a person reads it in a terminal. */
final class ExplanationText {
  private static final String QUANTITIES =
      "Quantities (W is the product matrix, or the solution that a claim is about)";

  private final StringBuilder text = new StringBuilder();

  private ExplanationText() {}

  static String of(Explanation explanation) {
    ExplanationText page = new ExplanationText();
    if (explanation.words() != null) {
      page.line(explanation.id() + " (" + explanation.kind() + ")").line(explanation.words());
      return page.text.toString();
    }
    if (explanation.kind().equals("family")) {
      page.line(explanation.id() + " (family of " + explanation.claims().size() + " claims)");
      page.line("");
    }
    explanation.claims().forEach(page::claim);
    page.list("Cases", explanation.cases(), each -> each.name() + " (" + each.file() + ")");
    page.list("Proofs", explanation.proofs(), each -> each);
    page.list("Not searched", explanation.unread(), each -> each);
    return page.text.toString();
  }

  private void claim(ClaimText claim) {
    line(claim.id() + ": " + claim.title());
    line(claim.words());
    line("About: " + claim.along());
    mathematics("Statement: ", claim.statement());
    if (claim.when() != null) {
      mathematics("When: ", claim.when());
    }
    claim.let().forEach(let -> mathematics("Where " + let.name() + " = ", let.value()));
    list(QUANTITIES, claim.quantities(), each -> each.name() + ": " + each.words());
    if (claim.perNorm()) {
      line("Judged once for each norm of the case.");
    }
    list("Supposes", claim.hypotheses(), each -> each.words() + " (" + each.id() + ")");
    line("Source: " + claim.source());
    line("");
  }

  private void mathematics(String label, Mathematics value) {
    line(label + value.symja());
    line("    TeX: " + value.tex());
  }

  private <T> void list(String label, List<T> items, Function<T, String> words) {
    if (!items.isEmpty()) {
      line(label + ":");
      items.forEach(item -> line("  - " + words.apply(item)));
    }
  }

  private ExplanationText line(String words) {
    text.append(words).append('\n');
    return this;
  }
}
