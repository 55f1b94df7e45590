package io.github.flowcert.report;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.ProofDocument;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.ResultDocument.Provenance;
import io.github.flowcert.result.SweepDocument;
import io.github.flowcert.result.Verdict;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the first page shows.
 *
 * @param commandLines what was asked, each command once
 * @param versions the versions that answered, each once
 * @param tallies how many cases have which status, for the statuses that occur
 * @param concerns the claims that are not decided, violated or refuted
 * @param columns claim identifiers, those that most cases make first, else in the order in which
 *     they first occur
 * @param rows the cases
 * @param comparisons the comparisons with descent
 * @param proofs the proofs
 * @param sweeps the sweeps
 */
public record IndexPage(
    List<String> commandLines,
    List<String> versions,
    List<Tally> tallies,
    List<Concern> concerns,
    List<String> columns,
    List<Row> rows,
    Comparisons comparisons,
    List<ProofRow> proofs,
    List<SweepDocument> sweeps) {

  private static final int MOST_CONCERNS = 100;

  private static final Set<Verdict> UNSETTLED =
      EnumSet.of(Verdict.REFUTED, Verdict.VIOLATED, Verdict.UNDECIDED);

  /** How many cases have a status. */
  public record Tally(Verdict status, long cases) {}

  /** A claim that needs a reader's attention. */
  public record Concern(String caseName, ClaimView claim) {}

  /**
   * A case.
   *
   * @param cells one for each column; empty where the case does not make that claim
   */
  public record Row(String name, String about, Verdict status, List<Optional<Cell>> cells) {}

  static IndexPage of(
      List<ResultDocument> documents,
      Comparisons comparisons,
      List<ProofDocument> proofs,
      List<SweepDocument> sweeps) {
    List<String> columns = columns(documents);
    return new IndexPage(
        distinct(
            Stream.of(
                    provenances(documents, comparisons).map(Provenance::commandLine),
                    proofs.stream().map(proof -> proof.provenance().commandLine()),
                    sweeps.stream().map(SweepDocument::command))
                .flatMap(lines -> lines)),
        distinct(
            Stream.of(
                    provenances(documents, comparisons).map(Provenance::version),
                    proofs.stream().map(proof -> proof.provenance().version()),
                    sweeps.stream().map(SweepDocument::version))
                .flatMap(versions -> versions)),
        tallies(documents),
        documents.stream().flatMap(IndexPage::concerns).toList(),
        columns,
        documents.stream().map(document -> row(document, columns)).toList(),
        comparisons,
        proofs.stream().map(ProofRow::of).toList(),
        sweeps);
  }

  private static List<String> columns(List<ResultDocument> documents) {
    Map<String, Long> cases =
        documents.stream()
            .flatMap(document -> document.claims().stream().map(ClaimResult::id).distinct())
            .collect(Collectors.groupingBy(id -> id, LinkedHashMap::new, Collectors.counting()));
    return cases.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether nothing has been asked for yet. */
  public boolean isEmpty() {
    return rows.isEmpty()
        && proofs.isEmpty()
        && comparisons.documents().isEmpty()
        && sweeps.isEmpty();
  }

  /** The claims that need attention, no more than can be read. */
  public List<Concern> firstConcerns() {
    return concerns.subList(0, Math.min(MOST_CONCERNS, concerns.size()));
  }

  /** The sweeps with a case that is violated, refuted or not decided. */
  public List<SweepDocument> unsettledSweeps() {
    return sweeps.stream().filter(sweep -> UNSETTLED.contains(sweep.status())).toList();
  }

  /** Whether something is violated, refuted or not decided. */
  public boolean hasConcerns() {
    return !concerns.isEmpty()
        || !unsettledSweeps().isEmpty()
        || proofs.stream().anyMatch(proof -> !proof.open().isEmpty());
  }

  /** The proofs with steps that are false as printed. */
  public List<ProofRow> proofsWithFalseSteps() {
    return proofs.stream().filter(proof -> !proof.falseAsPrinted().isEmpty()).toList();
  }

  private static Stream<Provenance> provenances(
      List<ResultDocument> documents, Comparisons comparisons) {
    return Stream.concat(
        documents.stream().map(ResultDocument::provenance),
        comparisons.documents().stream().map(CompareDocument::provenance));
  }

  private static List<String> distinct(Stream<String> words) {
    return words.filter(Objects::nonNull).distinct().toList();
  }

  private static List<Tally> tallies(List<ResultDocument> documents) {
    return EnumSet.allOf(Verdict.class).stream()
        .map(verdict -> new Tally(verdict, count(documents, verdict)))
        .filter(tally -> tally.cases() > 0)
        .toList();
  }

  private static long count(List<ResultDocument> documents, Verdict verdict) {
    return documents.stream().filter(document -> document.status() == verdict).count();
  }

  private static Stream<Concern> concerns(ResultDocument document) {
    return document.claims().stream()
        .filter(claim -> UNSETTLED.contains(claim.status()))
        .map(claim -> new Concern(document.name(), ClaimView.named(claim)));
  }

  private static Row row(ResultDocument document, List<String> columns) {
    return new Row(
        document.name(),
        document.about(),
        document.status(),
        columns.stream().map(id -> Cell.of(id, document.claims())).toList());
  }
}
