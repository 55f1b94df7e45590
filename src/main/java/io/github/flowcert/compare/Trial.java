package io.github.flowcert.compare;

import java.util.Locale;
import java.util.Optional;

/**
 * A descent again with one thing changed, at the loss at which the original parts from the flow.
 *
 * @param change what was changed, in words
 * @param cause what it tests
 * @param removed the share of the tested influence that the change takes away
 * @param deviation its own deviation from the flow there; empty where it did not get there
 * @param shown that deviation as one number
 * @param explains the share of the original's deviation that the change accounts for
 */
record Trial(
    String change,
    Cause cause,
    double removed,
    Optional<double[]> deviation,
    Optional<Double> shown,
    Optional<Double> explains) {
  /** A cause is named if taking it away leaves at most half of the deviation, on either side. */
  private static final double LEAST = 0.5;

  private static final double MOST = 1.5;

  /**
   * What a trial shows. Deviations are vectors over the entries; with d the original's, b that
   * without the change and e that with it, the change accounts for {@code (b - e, d)/(d, d)} of d.
   *
   * @param original the deviation to be explained
   * @param without the deviation of the descent that differs from this one by the change alone
   * @param with this one's deviation
   * @param removed the share of the tested influence that the change takes away: 1 if all of it,
   *     1/2 for half a step, whose influence is of first order
   */
  static Trial of(
      String change,
      Cause cause,
      double[] original,
      Optional<double[]> without,
      Optional<double[]> with,
      double removed,
      UnobservedEntries entries) {
    double whole = removed * inner(original, original);
    Optional<Double> explains =
        without.flatMap(b -> with.map(e -> (inner(b, original) - inner(e, original)) / whole));
    return new Trial(
        change, cause, removed, with, with.map(entries::shown), explains.filter(Double::isFinite));
  }

  /**
   * What something else shows that is under one influence alone: it accounts for {@code (e, d)/(d,
   * d)} of d, with d the original's deviation and e its own.
   */
  static Trial inPlace(
      String change,
      Cause cause,
      double[] original,
      Optional<double[]> own,
      UnobservedEntries entries) {
    Optional<Double> explains = own.map(each -> inner(each, original) / inner(original, original));
    return new Trial(change, cause, 1, own, own.map(entries::shown), explains);
  }

  private static double inner(double[] one, double[] other) {
    double sum = 0;
    for (int k = 0; k < one.length; k++) {
      sum += one[k] * other[k];
    }
    return sum;
  }

  /** Whether the change takes all of an influence away: half a step does not. */
  boolean isWhole() {
    return removed == 1;
  }

  /** Whether the change accounts for most of the deviation. */
  boolean names() {
    return isWhole() && explains.filter(share -> share >= LEAST && share <= MOST).isPresent();
  }

  /** Whether this is half the step, and takes nothing of the deviation. */
  boolean failsToLessen() {
    return !isWhole() && explains.filter(share -> share > 0 && share * removed <= MOST).isEmpty();
  }

  /** Whether this is half the step, and leaves most of the deviation. */
  boolean survivesHalving() {
    return !isWhole() && explains.filter(share -> Math.abs(share * removed) <= LEAST).isPresent();
  }

  /** The finding as part of a sentence. */
  String words() {
    return shown
        .map(value -> String.format(Locale.ROOT, "with %s by %.3g %%", change, 100 * value))
        .orElse("with " + change + " it does not get to that loss");
  }
}
