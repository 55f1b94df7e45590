package io.github.flowcert.report.export;

import static io.github.flowcert.report.export.Markdown.escaped;
import static io.github.flowcert.report.export.Markdown.number;

import io.github.flowcert.report.Comparisons;
import io.github.flowcert.report.SweepPage;
import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.CompareDocument.Parting;
import io.github.flowcert.result.CompareDocument.Run;
import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ProofDocument.StepResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.SweepDocument;
import io.github.flowcert.result.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first page in Markdown.
 *
 * @param cases the cases
 * @param proofs the proofs
 * @param sweeps the sweeps
 * @param comparisons the comparisons with descent
 */
public record MarkdownReport(
    List<ResultDocument> cases,
    List<ProofDocument> proofs,
    List<SweepDocument> sweeps,
    List<CompareDocument> comparisons) {

  private static final Set<Verdict> UNSETTLED =
      EnumSet.of(Verdict.REFUTED, Verdict.VIOLATED, Verdict.UNDECIDED);

  /** The text of the file. */
  public String text() {
    return new Markdown()
        .heading(1, "flowcert report")
        .list(asked(), "Nothing was asked.")
        .heading(2, "Violated, refuted or not decided")
        .list(concerns(), "Nothing.")
        .table(
            "Verdicts",
            List.of("Case", "Claim", "Verdict", "Margin", "± error", "Tightness"),
            Row.of(cases).stream().map(MarkdownReport::verdict).toList())
        .table(
            "Proofs",
            List.of("Proof", "Status", "Statement", "Rests on, from the literature"),
            proofs.stream().map(MarkdownReport::proof).toList())
        .table(
            "False as printed",
            List.of("Proof", "Where", "As printed", "False at", "In its place"),
            proofs.stream().flatMap(MarkdownReport::falseSteps).toList())
        .table(
            "Sweeps",
            List.of("Sweep", "Status", "Cases"),
            sweeps.stream().map(MarkdownReport::sweep).toList())
        .table(
            "Flow and descent",
            List.of("Case", "Claims along it", "Learning rate", "Parts at loss", "Cause"),
            comparisons.stream().flatMap(MarkdownReport::descents).toList())
        .toString();
  }

  private List<String> asked() {
    Stream<String> lines =
        Stream.of(
                cases.stream().map(each -> each.provenance().commandLine()),
                comparisons.stream().map(each -> each.provenance().commandLine()),
                proofs.stream().map(each -> each.provenance().commandLine()),
                sweeps.stream().map(SweepDocument::command))
            .flatMap(each -> each)
            .filter(Objects::nonNull)
            .distinct()
            .map(line -> "Asked: " + escaped(line));
    return Stream.concat(lines, Stream.of("Cases: " + cases.size())).toList();
  }

  private List<String> concerns() {
    Stream<String> claims =
        Row.of(cases).stream()
            .filter(row -> UNSETTLED.contains(row.claim().status()))
            .map(row -> concern(row.claim().status(), unsettled(row)));
    Stream<String> ofProofs =
        proofs.stream()
            .filter(proof -> UNSETTLED.contains(proof.status()))
            .map(proof -> concern(proof.status(), "the proof " + proof.proof()));
    Stream<String> ofSweeps =
        sweeps.stream()
            .filter(sweep -> UNSETTLED.contains(sweep.status()))
            .map(sweep -> concern(sweep.status(), "the sweep " + sweep.sweep()));
    return Stream.of(claims, ofProofs, ofSweeps).flatMap(each -> each).toList();
  }

  private static String unsettled(Row row) {
    String reason = Objects.requireNonNullElse(row.claim().reason(), "no reason is recorded");
    return row.title() + " in " + row.caseName() + ": " + reason;
  }

  private static String concern(Verdict status, String what) {
    return "**" + status.word() + "** " + escaped(what);
  }

  private static List<String> verdict(Row row) {
    return List.of(
        escaped(row.caseName()),
        escaped(row.title()),
        row.claim().status().word(),
        number(row.claim().margin()),
        number(row.claim().marginError()),
        number(row.claim().tightness()));
  }

  private static List<String> proof(ProofDocument proof) {
    List<String> facts = proof.declared().stream().map(ProofDocument.DeclaredFact::id).toList();
    return List.of(
        escaped(proof.proof()),
        proof.status().word(),
        escaped(proof.about()),
        escaped(String.join(", ", facts)));
  }

  private static Stream<List<String>> falseSteps(ProofDocument proof) {
    return proof.steps().stream()
        .filter(step -> step.asPrinted() && step.status() == Verdict.REFUTED)
        .map(
            step ->
                List.of(
                    escaped(proof.proof()),
                    escaped(step.place()),
                    escaped(said(step)),
                    escaped(point(step)),
                    escaped(inPlaceOf(step, proof))));
  }

  private static String said(StepResult step) {
    String given = String.join(" and ", step.given());
    return given.isEmpty() ? step.statement() : step.statement() + " where " + given;
  }

  private static String point(StepResult step) {
    return Objects.requireNonNullElse(step.counterexample(), Map.<String, String>of())
        .entrySet()
        .stream()
        .map(value -> value.getKey() + " = " + value.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String inPlaceOf(StepResult step, ProofDocument proof) {
    return proof.steps().stream()
        .filter(each -> step.id().equals(each.corrects()))
        .map(MarkdownReport::said)
        .findFirst()
        .orElse("nothing");
  }

  private static List<String> sweep(SweepDocument sweep) {
    return List.of(
        escaped(sweep.sweep()), sweep.status().word(), SweepPage.counted(sweep.statuses()));
  }

  private static Stream<List<String>> descents(CompareDocument document) {
    return document.runs().stream().map(run -> descent(document, run));
  }

  private static List<String> descent(CompareDocument document, Run run) {
    Parting parting = run.partsFromFlow();
    return List.of(
        escaped(document.name()),
        Comparisons.verdict(run).word(),
        number(run.learningRate()),
        parting == null ? "does not" : number(parting.loss()),
        parting == null ? "" : escaped(parting.cause()));
  }
}
