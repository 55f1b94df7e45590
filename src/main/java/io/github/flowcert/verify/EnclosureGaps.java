package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.claim.Along;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.claim.Hypothesis;
import io.github.flowcert.claim.Premise;
import io.github.flowcert.enclose.TubeClaim;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in the way of an enclosure, or of a claim's hypotheses in a box of starts. */
final class EnclosureGaps {
  private static final Set<String> OF_TWO_BY_TWO =
      Set.of(
          "det",
          "logabsdet",
          "detsign",
          "erank",
          "sigma",
          "logsigma",
          "distance",
          "infimaldistance",
          "schatten",
          "entrywise",
          "norm",
          "normvalue");

  private static final Set<String> OF_TRUTH =
      Set.of("observations", "reconstruction", "minimalreconstruction");

  private static final Set<String> OF_BALANCED_FACTORS = Set.of("lossslope", "wslope");

  private static final Set<String> OF_MOTION =
      Set.of(
          "sigmaresidual",
          "vectorresidual",
          "misalignment",
          "alignmentbound",
          "singulargap",
          "depthgap");

  private final Case from;
  private final CaseFacts facts;

  EnclosureGaps(Case from, CaseFacts facts) {
    this.from = from;
    this.facts = facts;
  }

  /** Whether a claim can be judged along a tube at all. */
  static boolean isFor(JudgedClaim claim) {
    return claim.along() == Along.TRAJECTORY && claim.applies();
  }

  /** Why the claim cannot be enclosed; empty where nothing is known to hinder it. */
  Optional<String> of(JudgedClaim claim) {
    boolean small = from.problem().rows() == 2 && from.problem().columns() == 2;
    Set<String> mentioned = claim.quantities();
    Optional<String> spectral = first(mentioned, OF_TWO_BY_TWO).filter(name -> !small);
    if (spectral.isPresent()) {
      return Optional.of(
          "'"
              + spectral.get()
              + "' is enclosed for 2-by-2 matrices alone; expected entries, or the loss");
    }
    Optional<String> motion = first(mentioned, OF_MOTION);
    if (motion.isPresent()) {
      return Optional.of("'" + motion.get() + "' has no reading in intervals");
    }
    Optional<String> compared = first(mentioned, OF_TRUTH);
    if (compared.isPresent()) {
      return Optional.of("'" + compared.get() + "' has no reading in intervals");
    }
    Optional<String> slope =
        first(mentioned, OF_BALANCED_FACTORS).filter(name -> !facts.exactlyBalanced());
    if (slope.isPresent()) {
      return Optional.of("'" + slope.get() + "' is of balanced factors alone");
    }
    boolean unknownNorm =
        claim.setting().norm() != null && !TubeClaim.knows(claim.setting().norm());
    return unknownNorm
        ? Optional.of("the norm '" + claim.normName() + "' has no reading in intervals")
        : Optional.empty();
  }

  private static Optional<String> first(Set<String> mentioned, Set<String> among) {
    return mentioned.stream().filter(among::contains).sorted().findFirst();
  }

  /**
   * A hypothesis that need not hold for every start of a box.
   *
   * @param sign the sign of the determinant of all starts; 0 where it is not the same
   */
  Optional<Hypothesis> unmetInBox(JudgedClaim claim, int sign) {
    if (from.enclosing().radius() == 0) {
      return Optional.empty();
    }
    List<Hypothesis> supposed = claim.definition().hypotheses();
    return supposed.stream()
        .filter(
            each ->
                each == Hypothesis.SCALED_IDENTITY_START
                    || (each.premise() == Premise.DETERMINANT && sign == 0))
        .findFirst();
  }
}
