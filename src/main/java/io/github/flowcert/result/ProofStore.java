package io.github.flowcert.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Proof documents on disk: {@code OUT/proofs/PROOF/result.json}. */
public final class ProofStore {
  private static final String FOLDER = "proofs";
  private static final String FILE = "result.json";

  private ProofStore() {}

  /**
   * Writes a document whole or not at all.
   *
   * @return the file written
   * @throws IOException if it cannot be written
   */
  public static Path write(Path outDir, ProofDocument document) throws IOException {
    Path file = folder(outDir, document).resolve(FILE);
    return WholeFile.write(file, toJson(document) + "\n");
  }

  /**
   * Writes {@code OUT/proofs/false-as-printed.md}.
   *
   * @param table in Markdown; may be empty
   * @return the file written
   * @throws IOException if it cannot be written
   */
  public static Path writeFalseSteps(Path outDir, String table) throws IOException {
    return WholeFile.write(outDir.resolve(FOLDER).resolve("false-as-printed.md"), table);
  }

  /**
   * Writes {@code OUT/proofs/mutants.json} and {@code mutants.md}.
   *
   * @return the table
   * @throws IOException if one cannot be written
   */
  public static Path writeMutants(Path outDir, MutantDocument document) throws IOException {
    Path folder = outDir.resolve(FOLDER);
    WholeFile.write(folder.resolve("mutants.json"), ResultStore.jsonOf(document) + "\n");
    return WholeFile.write(folder.resolve("mutants.md"), document.markdown());
  }

  /** Where answers of solvers are kept. */
  public static Path answers(Path outDir) {
    return outDir.resolve(FOLDER).resolve(".cache").resolve("answers.jsonl");
  }

  /**
   * Writes {@code OUT/proofs/proved.json}.
   *
   * @return the file written
   * @throws IOException if it cannot be written
   */
  public static Path writeProved(Path outDir, ProvedDocument document) throws IOException {
    Path file = outDir.resolve(FOLDER).resolve("proved.json");
    return WholeFile.write(file, ResultStore.jsonOf(document) + "\n");
  }

  /**
   * Reads the text of a {@code proved.json}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ProvedDocument readProved(String text) {
    try {
      ProvedDocument document = Json.MAPPER.readValue(text, ProvedDocument.class);
      if (!ProvedDocument.SCHEMA.equals(document.schema())) {
        throw new IllegalArgumentException("schema is " + document.schema());
      }
      return document;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The folder of a proof. */
  public static Path folder(Path outDir, ProofDocument document) {
    return outDir.resolve(FOLDER).resolve(document.proof());
  }

  /**
   * Reads every proof document below {@code OUT/proofs}, sorted by the proofs' names.
   *
   * @throws DocumentException if one of them cannot be used
   * @throws IOException if the folder cannot be listed
   */
  public static List<ProofDocument> readAll(Path outDir) throws IOException {
    Path folder = outDir.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.endsWith(FILE)).toList();
    }
    List<ProofDocument> documents = new ArrayList<>();
    for (Path file : files) {
      documents.add(ResultStore.readAs(file, ProofDocument.SCHEMA, ProofDocument.class));
    }
    documents.sort(Comparator.comparing(ProofDocument::proof));
    return List.copyOf(documents);
  }

  /**
   * The text of a document, without a line break at its end.
   *
   * @throws IllegalArgumentException if a component that must be a number is not finite
   */
  public static String toJson(ProofDocument document) {
    return ResultStore.jsonOf(document);
  }
}
