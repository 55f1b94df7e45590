package io.github.flowcert.result;

import io.github.flowcert.result.ProofDocument.DeclaredFact;
import java.util.List;
import java.util.Map;

/**
 * Which claims were proved, from what. Fingerprints are SHA-256 in hexadecimal: the list says
 * nothing of a claim or a proof that has changed since.
 *
 * @param schema {@link #SCHEMA}
 * @param version of the program that checked the proofs
 * @param meanings fingerprint of what hypotheses and quantities mean in proofs
 * @param proofs fingerprints of proof files, by the proofs' names
 * @param claims the claims
 */
public record ProvedDocument(
    String schema,
    String version,
    String meanings,
    Map<String, String> proofs,
    List<Claim> claims) {

  /** What {@code schema} says. */
  public static final String SCHEMA = "flowcert.proved/1";

  /**
   * A claim that was proved.
   *
   * @param id its identifier
   * @param fingerprint that of what it says and supposes
   * @param proof name of the proof that concludes it
   * @param restsOn that proof and all that it uses
   * @param declared the facts from the literature on which it rests
   */
  public record Claim(
      String id,
      String fingerprint,
      String proof,
      List<String> restsOn,
      List<DeclaredFact> declared) {}
}
