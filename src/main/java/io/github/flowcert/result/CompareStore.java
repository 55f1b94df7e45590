package io.github.flowcert.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Comparison documents on disk: {@code OUT/CASE/compare.json}. */
public final class CompareStore {
  private static final String FILE = "compare.json";

  private CompareStore() {}

  /**
   * Writes a document whole or not at all.
   *
   * @return the file written
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException as {@link ResultStore#write}
   */
  public static Path write(Path outDir, CompareDocument document) throws IOException {
    Path folder = ResultStore.folder(outDir, document.name());
    return WholeFile.write(folder.resolve(FILE), toJson(document) + "\n");
  }

  /**
   * The text of a document, without a line break at its end.
   *
   * @throws IllegalArgumentException if a component that must be a number is not finite
   */
  public static String toJson(CompareDocument document) {
    return ResultStore.jsonOf(document);
  }

  /**
   * Reads a document.
   *
   * @throws DocumentException if it is missing, unreadable, half written or of another schema
   */
  public static CompareDocument read(Path file) throws DocumentException {
    return ResultStore.readAs(file, CompareDocument.SCHEMA, CompareDocument.class);
  }

  /**
   * Reads every {@code OUT/CASE/compare.json}, sorted by the cases' names.
   *
   * @throws DocumentException if one of them cannot be used
   * @throws IOException if the folder cannot be listed
   */
  public static List<CompareDocument> readAll(Path outDir) throws IOException {
    List<CompareDocument> documents = new ArrayList<>();
    for (Path file : ResultStore.files(outDir, FILE)) {
      documents.add(read(file));
    }
    documents.sort(Comparator.comparing(CompareDocument::name));
    return List.copyOf(documents);
  }
}
