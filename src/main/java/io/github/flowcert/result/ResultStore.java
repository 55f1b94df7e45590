package io.github.flowcert.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * Result documents on disk: {@code OUT/CASE/result.json}. Keys stand in the order of the records'
 * components and every double comes back as the double it was; one that is not finite comes back as
 * null.
 */
public final class ResultStore {

  private static final String FILE = "result.json";

  private ResultStore() {}

  /**
   * Writes a document whole or not at all.
   *
   * @return the file written
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if the case's name is not the name of a folder inside {@code
   *     outDir}, or a component that must be a number is not finite
   */
  public static Path write(Path outDir, ResultDocument document) throws IOException {
    String text = toJson(document) + "\n";
    return WholeFile.write(folder(outDir, document.name()).resolve(FILE), text);
  }

  /**
   * The folder of a case.
   *
   * @throws IllegalArgumentException if that would not lie directly inside {@code outDir}
   */
  public static Path folder(Path outDir, String name) {
    Path root = outDir.toAbsolutePath().normalize();
    if (!root.equals(root.resolve(name).normalize().getParent())) {
      throw new IllegalArgumentException("a case cannot be named '" + name + "'");
    }
    return outDir.resolve(name);
  }

  /**
   * The text of a document, without a line break at its end.
   *
   * @throws IllegalArgumentException if a component that must be a number is not finite
   */
  public static String toJson(ResultDocument document) {
    return jsonOf(document);
  }

  static String jsonOf(Object document) {
    try {
      return Json.MAPPER.writeValueAsString(document);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage() + where(e), e);
    }
  }

  /**
   * Reads a document.
   *
   * @throws DocumentException if it is missing, unreadable, half written or of another schema
   */
  public static ResultDocument read(Path file) throws DocumentException {
    return readAs(file, ResultDocument.SCHEMA, ResultDocument.class);
  }

  static <T> T readAs(Path file, String wanted, Class<T> type) throws DocumentException {
    try {
      JsonNode tree = Json.MAPPER.readTree(Files.readString(file));
      String schema = tree.path("schema").asString("none");
      if (!schema.equals(wanted)) {
        throw refusal(file, "schema is " + schema + ", not " + wanted, null);
      }
      return Json.MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw refusal(file, "not a whole result document: " + e.getOriginalMessage() + where(e), e);
    } catch (NoSuchFileException e) {
      throw refusal(file, "no such file", e);
    } catch (DocumentException e) {
      throw e;
    } catch (IOException e) {
      throw refusal(file, "cannot be read: " + e, e);
    }
  }

  /**
   * Reads every {@code OUT/CASE/result.json}, sorted by the cases' names.
   *
   * @throws DocumentException if one of them cannot be used
   * @throws IOException if the folder cannot be listed
   */
  public static List<ResultDocument> readAll(Path outDir) throws IOException {
    return readAll(outDir, List.of());
  }

  /**
   * The same, given the documents that were just written there and need not be read again.
   *
   * @param fresh those documents
   */
  public static List<ResultDocument> readAll(Path outDir, List<ResultDocument> fresh)
      throws IOException {
    List<ResultDocument> documents = new ArrayList<>(fresh);
    Set<Path> known =
        fresh.stream()
            .map(document -> folder(outDir, document.name()).resolve(FILE))
            .collect(Collectors.toSet());
    for (Path file : files(outDir, FILE)) {
      if (!known.contains(file)) {
        documents.add(read(file));
      }
    }
    documents.sort(Comparator.comparing(ResultDocument::name));
    return List.copyOf(documents);
  }

  /**
   * Writes a small document in memory, so that the classes this needs are loaded before they are
   * waited for.
   *
   * @return its text
   */
  public static String warmUp() {
    return toJson(Specimen.document());
  }

  static List<Path> files(Path outDir, String name) throws IOException {
    try (Stream<Path> folders = Files.list(outDir)) {
      return folders.map(folder -> folder.resolve(name)).filter(Files::isRegularFile).toList();
    }
  }

  private static DocumentException refusal(Path file, String problem, Throwable cause) {
    return new DocumentException(file + ": " + problem.replaceAll("\\s+", " ").strip(), cause);
  }

  private static String where(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1 ? "" : " (line " + at.getLineNr() + ")";
  }
}
