package io.github.flowcert.verify;

import io.github.flowcert.claim.Along;
import io.github.flowcert.claim.Hypothesis;
import io.github.flowcert.norm.Entrywise;
import io.github.flowcert.norm.KyFan;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.OperatorNorm;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.norm.StatedNorm;
import io.github.flowcert.norm.WeightedSchatten;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ProofDocument.DeclaredFact;
import io.github.flowcert.result.ProvedDocument;
import io.github.flowcert.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts proofs beside the verdicts of integration. A claim is proved where what was proved of it
 * speaks of this very case; a violation that was computed of such a claim means that one of both is
 * wrong.
 */
final class ProvedVerdicts {
  private final ShippedProofs proofs;
  private final ExactStart start;

  ProvedVerdicts(ShippedProofs proofs, ExactStart start) {
    this.proofs = proofs;
    this.start = start;
  }

  /**
   * The verdicts on all claims, in order.
   *
   * @param results those of integration, in the same order
   */
  List<ClaimResult> among(List<JudgedClaim> claims, List<ClaimResult> results) {
    List<ClaimResult> all = new ArrayList<>();
    for (int k = 0; k < claims.size(); k++) {
      all.add(judged(claims.get(k), results.get(k)));
    }
    return List.copyOf(all);
  }

  private ClaimResult judged(JudgedClaim claim, ClaimResult result) {
    if (result.status() == Verdict.NOT_APPLICABLE || claim.along() != Along.TRAJECTORY) {
      return result;
    }
    Optional<ProvedDocument.Claim> proved = proofs.of(claim.definition());
    return proved.isPresent() && isMet(claim)
        ? withProof(proved.get(), claim.setting().norm(), result)
        : result;
  }

  /** All hypotheses, none of them dropped, and those of the norm. */
  private boolean isMet(JudgedClaim claim) {
    boolean supposed =
        claim.hypotheses().stream().allMatch(each -> each.holds() && !each.dropped());
    List<Hypothesis> hypotheses = claim.definition().hypotheses();
    return supposed
        && hypotheses.stream().allMatch(start::meets)
        && (claim.setting().norm() == null || constant(claim.setting().norm()).isPresent());
  }

  /**
   * The verdict on a claim that is proved.
   *
   * @param norm the norm it is judged for; null for none
   */
  static ClaimResult withProof(ProvedDocument.Claim proved, Norm norm, ClaimResult result) {
    Verdict numeric = result.enclosure() == null ? result.status() : result.enclosure().numeric();
    ClaimResult.Proof proof =
        new ClaimResult.Proof(proved.proof(), declared(proved, norm), numeric);
    boolean refuted = result.status() == Verdict.REFUTED;
    if (refuted || numeric == Verdict.VIOLATED) {
      return result.judged(
          Verdict.UNDECIDED,
          result.evidence(),
          "proved for all t by "
              + proved.proof()
              + ", but "
              + (refuted ? Verdict.REFUTED : Verdict.VIOLATED)
              + " here, "
              + result.reason()
              + ": one of them is wrong, which is an error of this program",
          proof);
    }
    String why = "for all t, by " + proved.proof() + measured(result, numeric);
    return result.judged(Verdict.PROVED, "symbolic", why, proof);
  }

  private static List<String> declared(ProvedDocument.Claim proved, Norm norm) {
    return Stream.concat(
            proved.declared().stream().map(DeclaredFact::source),
            Stream.ofNullable(norm).flatMap(each -> constant(each).stream()))
        .distinct()
        .toList();
  }

  /** The reason of a validated integration, where there was one, is about what that found. */
  private static String measured(ClaimResult result, Verdict numeric) {
    String found =
        result.enclosure() == null
            ? "by integration " + numeric
            : "by validated integration " + result.status();
    return result.reason() == null ? "" : "; " + found + ": " + result.reason();
  }

  /** By what the constant of a norm's weakened triangle inequality is known; empty where not. */
  private static Optional<String> constant(Norm norm) {
    if (norm instanceof Schatten schatten) {
      return Optional.of(
          schatten.p() >= 1
              ? "J. von Neumann, 1937: Schatten norms are norms"
              : "S. Ju. Rotfel'd, 1969: the triangle inequality of p-th powers of Schatten quasi-norms");
    }
    if (norm instanceof Entrywise entrywise) {
      return Optional.of(
          entrywise.p() >= 1 ? "Minkowski's inequality" : "concavity of x^p for p below 1");
    }
    if (norm instanceof KyFan) {
      return Optional.of("K. Fan, 1951: sums of the largest singular values are norms");
    }
    if (norm instanceof OperatorNorm) {
      return Optional.of("R. A. Horn and C. R. Johnson, Matrix Analysis, 5.6: operator norms");
    }
    // Of the others the constants are this program's own, or the user's.
    boolean open = norm instanceof WeightedSchatten || norm instanceof StatedNorm;
    if (!open) {
      throw new IllegalArgumentException(norm.name());
    }
    return Optional.empty();
  }
}
