package io.github.flowcert.verify;

import io.github.flowcert.result.ClaimResult;
import java.util.List;
import java.util.Optional;

/** What was measured of a claim on that which it is about. */
interface Measurement {

  /** Where the margin is least; empty where the claim said nothing. */
  Optional<Least> least();

  /** Where the claim comes closest to its bound in proportion; empty where that means nothing. */
  Optional<Tightest> tightest();

  /** Why the claim could not be evaluated everywhere, if it could not. */
  Optional<String> gap();

  /** Why that which was looked at cannot show that the claim holds, if it cannot. */
  Optional<String> doubt();

  /** What is to be said where the claim said nothing, and nothing is in doubt. */
  String nowhere();

  /** What a reader must know of a claim that holds; null for nothing. */
  String note();

  /** Left sides at the points of the flow's curve; null where the claim is not about those. */
  default List<Double> left() {
    return null;
  }

  /** Right sides likewise. */
  default List<Double> right() {
    return null;
  }

  /**
   * The least margin.
   *
   * @param sides both sides there
   * @param error estimated numerical error of the margin
   * @param place where that is, as in {@code t = 2.5}
   * @param witness the same for the document
   */
  record Least(Sides sides, double error, String place, ClaimResult.Witness witness) {}

  /**
   * The largest {@link Sides#tightness}.
   *
   * @param value its value, above 1 where the claim fails
   * @param witness where that is, for the document
   */
  record Tightest(double value, ClaimResult.Witness witness) {}
}
