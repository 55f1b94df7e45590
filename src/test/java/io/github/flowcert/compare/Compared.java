package io.github.flowcert.compare;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.verify.Vocabularies;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/**
 * A case file in parts, and what comes of comparing it.
 *
 * @param descent the descent section; none if empty
 */
record Compared(
    int depth, String observed, String initial, String flow, String descent, String claims) {

  /** The analysed problem from 1e-3 times the identity. */
  static Compared analysed(int depth, String flow, String descent) {
    return new Compared(
        depth,
        "[['?', 1], [1, 0]]",
        "{kind: identity, scale: 1e-3}",
        flow,
        descent,
        "determinant-sign");
  }

  Compared from(String start) {
    return new Compared(depth, observed, start, flow, descent, claims);
  }

  Compared claiming(String list) {
    return new Compared(depth, observed, initial, flow, descent, list);
  }

  Compared observing(String rows) {
    return new Compared(depth, rows, initial, flow, descent, claims);
  }

  private String text() {
    return "case: under-test\nproblem: {kind: matrix-completion, observed: "
        + observed
        + "}\nfactorization: {depth: "
        + depth
        + "}\ninitial: "
        + initial
        + "\nflow: "
        + flow
        + (descent.isEmpty() ? "" : "\ndescent: " + descent)
        + "\nclaims: ["
        + claims
        + "]\nnorms: [frobenius]\n";
  }

  CompareDocument document() {
    try {
      Path folder = Files.createTempDirectory("compare");
      try {
        return document(Checkpoint.at(folder.resolve("none"), "key", 1e6), share -> {});
      } finally {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InputException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  CompareDocument document(Checkpoint checkpoint, DoubleConsumer progress)
      throws InputException, IOException {
    Path file = Files.createTempFile("case", ".yaml");
    try {
      Files.writeString(file, text());
      Catalogue catalogue = new Catalogue();
      Case read = new CaseReader(Vocabularies.of(catalogue)).read(file);
      CaseVerifier verifier = new CaseVerifier(catalogue, "test", null);
      return new CaseComparer(verifier).compare(read, checkpoint, progress);
    } finally {
      Files.delete(file);
    }
  }
}
