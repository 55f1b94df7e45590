package io.github.flowcert.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Summaries of sweeps on disk: {@code OUT/SWEEP/summary.json}. */
public final class SweepStore {
  private static final String FILE = "summary.json";

  private SweepStore() {}

  /**
   * Writes a summary whole or not at all.
   *
   * @return the file written
   * @throws IOException if it cannot be written
   */
  public static Path write(Path outDir, SweepDocument document) throws IOException {
    Path folder = ResultStore.folder(outDir, document.sweep());
    return WholeFile.write(folder.resolve(FILE), toJson(document) + "\n");
  }

  /** The text of a summary, without a line break at its end. */
  public static String toJson(SweepDocument document) {
    return ResultStore.jsonOf(document);
  }

  /**
   * Reads every {@code OUT/SWEEP/summary.json}, sorted by the sweeps' names.
   *
   * @throws DocumentException if one of them cannot be used
   * @throws IOException if the folder cannot be listed
   */
  public static List<SweepDocument> readAll(Path outDir) throws IOException {
    List<SweepDocument> documents = new ArrayList<>();
    for (Path file : ResultStore.files(outDir, FILE)) {
      documents.add(ResultStore.readAs(file, SweepDocument.SCHEMA, SweepDocument.class));
    }
    documents.sort(Comparator.comparing(SweepDocument::sweep));
    return List.copyOf(documents);
  }
}
