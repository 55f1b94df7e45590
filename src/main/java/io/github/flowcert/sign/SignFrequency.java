package io.github.flowcert.sign;

import java.util.Locale;
import java.util.function.IntSupplier;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * How often determinants of random matrices are positive and negative, with Clopper-Pearson
 * intervals for the probabilities. A determinant that was computed as 0 may have underflowed: it
 * counts as one that could have either sign, and so widens both intervals.
 *
 * @param draws number of draws
 * @param positive the interval for the probability of a positive determinant
 * @param negative the interval for the probability of a negative determinant
 * @param positives number of positive determinants
 * @param negatives number of negative determinants
 */
public record SignFrequency(
    int draws, Interval positive, Interval negative, int positives, int negatives) {

  /**
   * One minus the confidence of each interval: so seldom does chance alone make a true statement
   * look violated, over all the runs that anybody will make.
   */
  static final double RISK = 1e-9;

  /** An interval of probabilities. */
  public record Interval(double low, double high) {

    /** Clopper and Pearson's bounds, which the library's own class refuses where nothing varies. */
    private static Interval of(int draws, int successes, int unknown) {
      int failures = draws - successes - unknown;
      double low =
          successes == 0
              ? 0
              : new BetaDistribution(null, successes, draws - successes + 1.0)
                  .inverseCumulativeProbability(RISK / 2);
      double high =
          failures == 0
              ? 1
              : new BetaDistribution(null, draws - failures + 1.0, failures)
                  .inverseCumulativeProbability(1 - RISK / 2);
      return new Interval(low, high);
    }
  }

  /**
   * Draws and counts.
   *
   * @param signs the signs of determinants, one a draw
   * @param draws number of draws, at least 1
   */
  public static SignFrequency of(IntSupplier signs, int draws) {
    int positives = 0;
    int negatives = 0;
    for (int k = 0; k < draws; k++) {
      int sign = signs.getAsInt();
      positives += sign > 0 ? 1 : 0;
      negatives += sign < 0 ? 1 : 0;
    }
    int unknown = draws - positives - negatives;
    return new SignFrequency(
        draws,
        Interval.of(draws, positives, unknown),
        Interval.of(draws, negatives, unknown),
        positives,
        negatives);
  }

  /** Number of determinants that were computed as 0, so that their sign is not known. */
  public int unknown() {
    return draws - positives - negatives;
  }

  /** What was drawn and estimated, in words and numbers. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "%d draws: %d positive determinants, %d negative; Clopper-Pearson intervals of confidence"
            + " 1 - %.0e are [%.5f, %.5f] and [%.5f, %.5f]",
        draws,
        positives,
        negatives,
        RISK,
        positive.low(),
        positive.high(),
        negative.low(),
        negative.high());
  }
}
