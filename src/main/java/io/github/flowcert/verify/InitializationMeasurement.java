package io.github.flowcert.verify;

import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.claim.InitializationPoint;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.sign.SignFrequency;
import io.github.flowcert.sign.SignPairing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was measured of a claim about a random initialization. Counts are exact; of a frequency the
 * interval stands in the claim itself, so that the only numerical error is rounding.
 */
final class InitializationMeasurement implements Measurement {
  private static final int MOST_DRAWS = 20_000;
  private static final int LEAST_DRAWS = 1_000;

  /** Work on draws: their number times L d^3. */
  private static final double WORK = 2e8;

  private final CaseFacts facts;
  private final List<String> done = new ArrayList<>();
  private final Optional<Sides> sides;
  private SignPairing pairing;
  private SignFrequency frequency;

  InitializationMeasurement(JudgedClaim claim, CaseFacts facts) {
    this.facts = facts;
    this.sides = claim.at(new InitializationPoint(this::pairing, this::frequency));
  }

  private SignPairing pairing() {
    if (pairing == null) {
      pairing = SignPairing.of(facts.problem().rows(), facts.randomStart().seed());
      done.add(pairing.words());
    }
    return pairing;
  }

  private SignFrequency frequency() {
    if (frequency == null) {
      frequency = SignFrequency.of(facts.randomStart().signs().get(), draws());
      done.add(facts.randomStart().words() + ", " + frequency.words());
    }
    return frequency;
  }

  private int draws() {
    double affordable = WORK / (facts.depth() * Math.pow(facts.problem().rows(), 3));
    return (int) Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, affordable));
  }

  @Override
  public Optional<Least> least() {
    return sides
        .filter(each -> !Double.isNaN(each.margin()))
        .map(each -> new Least(each, each.rounding(), note(), witness(each)));
  }

  @Override
  public Optional<Tightest> tightest() {
    return sides
        .filter(each -> !Double.isNaN(each.tightness()))
        .map(each -> new Tightest(each.tightness(), witness(each)));
  }

  private static ClaimResult.Witness witness(Sides sides) {
    return ClaimResult.Witness.nowhere(Words.finite(sides.left()), Words.finite(sides.right()));
  }

  @Override
  public Optional<String> gap() {
    return sides
        .filter(each -> Double.isNaN(each.margin()))
        .map(each -> "has no value for " + note());
  }

  @Override
  public Optional<String> doubt() {
    return Optional.ofNullable(frequency)
        .map(SignFrequency::unknown)
        .filter(unknown -> unknown > 0)
        .map(
            unknown ->
                unknown
                    + " determinants were computed as 0, as rounding and underflow can make them;"
                    + " their signs are not known: "
                    + note());
  }

  @Override
  public String nowhere() {
    return "its condition did not hold for " + note();
  }

  @Override
  public String note() {
    return "seed " + facts.randomStart().seed() + ": " + String.join("; ", done);
  }
}
