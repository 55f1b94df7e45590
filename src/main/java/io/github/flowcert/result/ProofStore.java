package io.github.flowcert.result;

import java.io.IOException;
import java.nio.file.Path;

/** Proof documents on disk: {@code OUT/proofs/PROOF/result.json}. */
public final class ProofStore {
  private ProofStore() {}

  /**
   * Writes a document whole or not at all.
   *
   * @return the file written
   * @throws IOException if it cannot be written
   */
  public static Path write(Path outDir, ProofDocument document) throws IOException {
    Path file = outDir.resolve("proofs").resolve(document.proof()).resolve("result.json");
    return WholeFile.write(file, toJson(document) + "\n");
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
