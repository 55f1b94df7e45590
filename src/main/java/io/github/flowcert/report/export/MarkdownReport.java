package io.github.flowcert.report.export;

import io.github.flowcert.report.Numbers;
import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first page in Markdown, with GitHub's tables. */
public final class MarkdownReport {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~]");
  private static final Set<Verdict> UNSETTLED =
      EnumSet.of(Verdict.REFUTED, Verdict.VIOLATED, Verdict.UNDECIDED);

  private final StringBuilder text = new StringBuilder("# flowcert report\n\n");

  private MarkdownReport() {}

  /** The text of the file. */
  public static String of(List<ResultDocument> documents, List<ProofDocument> proofs) {
    MarkdownReport report = new MarkdownReport();
    report.asked(documents);
    report.concerns(documents, proofs);
    report.verdicts(documents);
    report.proofs(proofs);
    return report.text.toString();
  }

  private void asked(List<ResultDocument> documents) {
    documents.stream()
        .map(document -> document.provenance().commandLine())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(line -> text.append("- Asked: ").append(escaped(line)).append('\n'));
    text.append("- Cases: ").append(documents.size()).append("\n\n");
  }

  private void concerns(List<ResultDocument> documents, List<ProofDocument> proofs) {
    text.append("## Violated, refuted or not decided\n\n");
    int before = text.length();
    for (Row row : Row.of(documents)) {
      if (UNSETTLED.contains(row.claim().status())) {
        String reason = Objects.requireNonNullElse(row.claim().reason(), "no reason is recorded");
        concern(row.claim().status(), row.title() + " in " + row.caseName() + ": " + reason);
      }
    }
    proofs.stream()
        .filter(proof -> UNSETTLED.contains(proof.status()))
        .forEach(proof -> concern(proof.status(), "the proof " + proof.proof()));
    text.append(text.length() == before ? "Nothing.\n\n" : "\n");
  }

  private void concern(Verdict status, String what) {
    text.append("- **").append(status.word()).append("** ").append(escaped(what)).append('\n');
  }

  private void verdicts(List<ResultDocument> documents) {
    if (documents.isEmpty()) {
      return;
    }
    text.append("## Verdicts\n\n");
    line("Case", "Claim", "Verdict", "Margin", "± error", "Tightness");
    text.append("|---|---|---|---:|---:|---:|\n");
    for (Row row : Row.of(documents)) {
      line(
          escaped(row.caseName()),
          escaped(row.title()),
          row.claim().status().word(),
          number(row.claim().margin()),
          number(row.claim().marginError()),
          number(row.claim().tightness()));
    }
    text.append('\n');
  }

  private void proofs(List<ProofDocument> proofs) {
    if (proofs.isEmpty()) {
      return;
    }
    text.append("## Proofs\n\n");
    line("Proof", "Status", "Statement", "Rests on, from the literature");
    text.append("|---|---|---|---|\n");
    for (ProofDocument proof : proofs) {
      line(
          escaped(proof.proof()),
          proof.status().word(),
          escaped(proof.about()),
          escaped(
              String.join(
                  ", ", proof.declared().stream().map(ProofDocument.DeclaredFact::id).toList())));
    }
    text.append('\n');
  }

  private void line(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String number(Double value) {
    return value == null ? "" : Numbers.show(value);
  }

  private static String escaped(String text) {
    return SPECIAL
        .matcher(text.replaceAll("\\s+", " "))
        .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
  }
}
