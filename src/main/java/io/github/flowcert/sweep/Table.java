package io.github.flowcert.sweep;

import io.github.flowcert.result.Recovery;
import io.github.flowcert.result.SweepHeader;
import io.github.flowcert.result.SweepRecord;
import io.github.flowcert.result.SweepRecord.Claim;
import io.github.flowcert.result.SweepRecord.Run;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The table of a sweep: a row for each case and claim, the axes first (CSV, RFC 4180). */
public final class Table {
  /** Columns after those of the axes. */
  static final List<String> COLUMNS =
      List.of(
          "case",
          "caseStatus",
          "claim",
          "norm",
          "status",
          "evidence",
          "margin",
          "marginError",
          "worstTime",
          "worstLoss",
          "tightness",
          "formulation",
          "integrator",
          "steps",
          "stop",
          "endLoss",
          "trustedLoss",
          "reason");

  /** Further columns, where cases have a ground truth. */
  private static final List<String> OF_RECOVERY =
      List.of(
          "observations",
          "reconstruction",
          "nuclearNorm",
          "effectiveRank",
          "minimalReconstruction",
          "minimalNuclearNorm",
          "minimalEffectiveRank",
          "minimalGap",
          "trueNuclearNorm",
          "trueEffectiveRank");

  private static final String FILE = "table.csv";

  private final SweepHeader header;
  private final CSVPrinter printer;
  private final boolean recovers;

  private Table(SweepHeader header, CSVPrinter printer, boolean recovers) {
    this.header = header;
    this.printer = printer;
    this.recovers = recovers;
  }

  /**
   * Writes the table of a sweep, whole or not at all.
   *
   * @param folder where results of the sweep are kept
   * @return the file
   * @throws IOException if it cannot be written
   */
  public static Path write(Path folder, Results results) throws IOException {
    Path file = folder.resolve(FILE);
    Path draft = folder.resolve("." + FILE + ".tmp");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(draft);
          CSVPrinter printer = new CSVPrinter(writer, format())) {
        new Table(results.header(), printer, recovers(results)).print(results);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return file;
  }

  /** The first case that was run tells for all: they have one base. */
  private static boolean recovers(Results results) {
    return results
        .records()
        .filter(record -> record.run() != null)
        .findFirst()
        .filter(record -> record.recovery() != null)
        .isPresent();
  }

  private static CSVFormat format() {
    return CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
  }

  private void print(Results results) throws IOException {
    List<Object> titles =
        new ArrayList<>(header.axes().stream().map(SweepHeader.Axis::title).toList());
    titles.addAll(COLUMNS);
    titles.addAll(recovers ? OF_RECOVERY : List.of());
    printer.printRecord(titles);
    for (Iterator<SweepRecord> all = results.records().iterator(); all.hasNext(); ) {
      print(all.next());
    }
  }

  private void print(SweepRecord record) throws IOException {
    for (Claim claim : record.claims()) {
      print(record, claim);
    }
    if (record.claims().isEmpty()) {
      String reason = record.reason();
      print(
          record,
          new Claim(null, null, record.status(), null, null, null, null, null, null, reason));
    }
  }

  private void print(SweepRecord record, Claim claim) throws IOException {
    List<Object> row = new ArrayList<>();
    for (int k = 0; k < header.axes().size(); k++) {
      row.add(header.axes().get(k).values().get(record.choices().get(k)));
    }
    row.add(record.name());
    row.add(record.status());
    row.add(claim.id());
    row.add(claim.norm());
    row.add(claim.status());
    row.add(claim.evidence());
    row.add(claim.margin());
    row.add(claim.marginError());
    row.add(claim.worstTime());
    row.add(claim.worstLoss());
    row.add(claim.tightness());
    addRun(row, record.run());
    row.add(claim.reason());
    if (recovers) {
      addRecovery(row, record.recovery());
    }
    printer.printRecord(row);
  }

  private static void addRecovery(List<Object> row, Recovery recovery) {
    if (recovery == null) {
      OF_RECOVERY.forEach(column -> row.add(null));
      return;
    }
    row.add(recovery.observations());
    addMatrix(row, recovery.flow());
    addMatrix(row, recovery.minimal());
    row.add(recovery.minimalGap());
    row.add(recovery.truth().nuclearNorm());
    row.add(recovery.truth().effectiveRank());
  }

  private static void addMatrix(List<Object> row, Recovery.Matrix matrix) {
    row.add(matrix.error());
    row.add(matrix.nuclearNorm());
    row.add(matrix.effectiveRank());
  }

  private static void addRun(List<Object> row, Run run) {
    row.add(run == null ? null : run.formulation());
    row.add(run == null ? null : run.integrator());
    row.add(run == null ? null : run.steps());
    row.add(run == null ? null : run.stop());
    row.add(run == null ? null : run.endLoss());
    row.add(run == null ? null : run.trustedLoss());
  }
}
