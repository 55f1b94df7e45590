package io.github.flowcert.verify;

import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.Premise;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ProvedDocument;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A case file in parts, and what comes of verifying it. */
record CaseText(String observed, String factorization, String initial, String flow, String claims) {

  /** Verdicts are those of integration. */
  static final ShippedProofs NO_PROOFS =
      new ShippedProofs(
          new ProvedDocument(ProvedDocument.SCHEMA, "none", "none", Map.of(), List.of()));

  static final String EVERYTHING =
      "determinant-sign, balancedness, loss-nonincreasing, theorem-1, lemma-10";

  /** The analysed problem, eq. (6), from 1e-3 times the identity to loss 1e-4. */
  static CaseText analysed(int depth) {
    return new CaseText(
        "[['?', 1], [1, 0]]",
        "{depth: " + depth + "}",
        "{kind: identity, scale: 1e-3}",
        "{until: {loss: 1e-4}}",
        EVERYTHING);
  }

  CaseText observing(String rows) {
    return new CaseText(rows, factorization, initial, flow, claims);
  }

  CaseText factorized(String map) {
    return new CaseText(observed, map, initial, flow, claims);
  }

  CaseText from(String start) {
    return new CaseText(observed, factorization, start, flow, claims);
  }

  CaseText flowing(String options) {
    return new CaseText(observed, factorization, initial, options, claims);
  }

  CaseText claiming(String list) {
    return new CaseText(observed, factorization, initial, flow, list);
  }

  /** One claim of the user's own. */
  CaseText claimingThat(String expression) {
    return claiming("{id: own, expression: '" + expression + "'}");
  }

  ResultDocument verify() {
    return verify(null);
  }

  ResultDocument verify(Long seed) {
    try {
      return verifyOrRefuse(seed);
    } catch (InputException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The document; the seed, if there is one, stands in for that of the case. */
  ResultDocument verifyOrRefuse(Long seed) throws InputException {
    return verifyOrRefuse(seed, NO_PROOFS);
  }

  /** The document where these proofs are known. */
  ResultDocument verifyKnowing(ShippedProofs proofs) throws InputException {
    return verifyOrRefuse(null, proofs);
  }

  /** The document of claims that are judged as if they did not suppose this. */
  ResultDocument verifyWithout(Premise premise) throws InputException {
    return verifyOrRefuse(null, NO_PROOFS, Set.of(premise));
  }

  private ResultDocument verifyOrRefuse(Long seed, ShippedProofs proofs) throws InputException {
    return verifyOrRefuse(seed, proofs, Set.of());
  }

  private ResultDocument verifyOrRefuse(Long seed, ShippedProofs proofs, Set<Premise> without)
      throws InputException {
    try {
      Path file = Files.createTempFile("case", ".yaml");
      try {
        Files.writeString(file, text());
        Catalogue catalogue = new Catalogue();
        CaseReader reader = new CaseReader(Vocabularies.of(catalogue));
        return new CaseVerifier(catalogue, "test", seed)
            .knowing(proofs)
            .without(without)
            .verify(reader.read(file), share -> {});
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    return "case: under-test\nproblem: {kind: matrix-completion, observed: "
        + observed
        + "}\nfactorization: "
        + factorization
        + "\ninitial: "
        + initial
        + "\nflow: "
        + flow
        + "\nclaims: ["
        + claims
        + "]\nnorms: [frobenius]\n";
  }

  /** The result of a claim, which is judged for one norm at most. */
  static ClaimResult claim(ResultDocument document, String id) {
    return document.claims().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }
}
