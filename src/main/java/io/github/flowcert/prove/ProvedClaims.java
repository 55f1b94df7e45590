package io.github.flowcert.prove;

import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.Fingerprint;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.ProofFiles;
import io.github.flowcert.result.ProofDocument.DeclaredFact;
import io.github.flowcert.result.ProvedDocument;
import io.github.flowcert.result.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists the claims that were proved, with fingerprints of all on which that rests. */
public final class ProvedClaims {
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final Catalogue catalogue = new Catalogue();
  private final Meanings meanings = new Meanings();

  private ProvedClaims(Collection<Outcome> all) {
    all.forEach(outcome -> outcomes.put(outcome.proof().name(), outcome));
  }

  /**
   * The claims that these proofs have proved.
   *
   * @param version of this program
   * @throws IOException if a proof file can no longer be read
   */
  public static ProvedDocument of(Collection<Outcome> outcomes, String version) throws IOException {
    return new ProvedClaims(outcomes).document(version);
  }

  private ProvedDocument document(String version) throws IOException {
    List<ProvedDocument.Claim> claims = new ArrayList<>();
    for (Outcome outcome : outcomes.values()) {
      if (outcome.status() == Verdict.PROVED) {
        outcome.steps().stream()
            .filter(step -> step.status() == Verdict.PROVED)
            .filter(step -> ClaimStatement.claimOf(step.step()).isPresent())
            .forEach(step -> claims.add(claim(outcome, step)));
      }
    }
    claims.sort(Comparator.comparing(ProvedDocument.Claim::id));
    Map<String, String> proofs = new TreeMap<>();
    for (ProvedDocument.Claim claim : claims) {
      for (String name : claim.restsOn()) {
        byte[] file = Files.readAllBytes(outcomes.get(name).proof().path());
        proofs.put(name, Fingerprint.of(file));
      }
    }
    byte[] meant = Fingerprint.meanings().getBytes(StandardCharsets.UTF_8);
    return new ProvedDocument(
        ProvedDocument.SCHEMA, version, Fingerprint.of(meant), proofs, claims);
  }

  private ProvedDocument.Claim claim(Outcome outcome, Outcome.Checked step) {
    String id = ClaimStatement.claimOf(step.step()).orElseThrow();
    ClaimDefinition claim = catalogue.resolve(id).get(0);
    Set<String> used = new TreeSet<>();
    collect(outcome.proof(), used);
    return new ProvedDocument.Claim(
        id,
        Fingerprint.of(claim),
        outcome.proof().name(),
        List.copyOf(used),
        declared(outcome, step, claim));
  }

  private void collect(ProofFile proof, Set<String> used) {
    if (used.add(proof.name())) {
      ProofFiles.uses(proof).forEach(name -> collect(outcomes.get(name).proof(), used));
    }
  }

  private List<DeclaredFact> declared(
      Outcome outcome, Outcome.Checked step, ClaimDefinition claim) {
    List<DeclaredFact> declared = new ArrayList<>();
    Set<String> trusted = new TreeSet<>(step.fact().orElseThrow().trusts().keySet());
    for (String key : trusted) {
      ProofFile.Declared fact = outcome.trusted().get(key);
      declared.add(new DeclaredFact(key, fact.statement().text(), fact.source()));
    }
    for (String source : ClaimStatement.literature(claim, meanings)) {
      declared.add(new DeclaredFact("meaning of " + claim.id(), claim.statement(), source));
    }
    return declared;
  }
}
