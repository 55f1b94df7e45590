package io.github.flowcert.verify;

import io.github.flowcert.result.ClaimResult;

/**
 * What tells a judged claim of a case from the others.
 *
 * @param id identifier of the claim
 * @param norm the norm it is judged for; null where it is not about norms
 */
public record ClaimName(String id, String norm) {

  /** The name of a claim in a document. */
  public static ClaimName of(ClaimResult claim) {
    return new ClaimName(claim.id(), claim.norm());
  }

  static ClaimName of(JudgedClaim claim) {
    return new ClaimName(claim.id(), claim.normName());
  }
}
