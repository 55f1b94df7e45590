package io.github.flowcert.enclose;

import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.reading.Slope;
import java.util.List;
import java.util.Optional;

/**
 * The singular values s_1 &gt;= s_2 of a 2-by-2 matrix all over a box, by {@code s_1 + s_2} and
 * {@code s_1 - s_2}, which are the roots of {@code (w11 + w22)^2 + (w12 - w21)^2} and {@code (w11 -
 * w22)^2 + (w12 + w21)^2} in one or the other order. The smaller one is the determinant divided by
 * the larger one: their difference would cancel.
 */
final class Spectrum {
  /** Less than 1/e. */
  private static final double INVERSE_OF_E = 0.36;

  private final Slope first;
  private final Slope second;
  private final Slope ratio;
  private final Optional<Slope> logRatio;
  private final Optional<Slope> logDeterminant;

  /**
   * The spectrum.
   *
   * @param w the entries, row by row
   * @param determinant the determinant
   * @param logAbsDeterminant its logarithm, if that is known better
   */
  Spectrum(List<Slope> w, Slope determinant, Optional<Slope> logAbsDeterminant) {
    Slope one = Slope.hypotenuse(w.get(0).plus(w.get(3)), w.get(1).minus(w.get(2)));
    Slope other = Slope.hypotenuse(w.get(0).minus(w.get(3)), w.get(1).plus(w.get(2)));
    first = one.plus(other).times(0.5);
    second = determinant.abs().over(first);
    ratio = second.over(first);
    logDeterminant = logAbsDeterminant;
    logRatio = logAbsDeterminant.map(l -> l.minus(first.log().times(2)));
  }

  /** A singular value, from 1. */
  Slope value(int r) {
    return r == 1 ? first : second;
  }

  /** Its natural logarithm. */
  Slope logarithm(int r) {
    if (r == 1) {
      return first.log();
    }
    return logDeterminant.map(l -> l.minus(first.log())).orElseGet(second::log);
  }

  /**
   * The effective rank, Definition 1 of Razin and Cohen's preprint: with x = s_2 / s_1 it is the
   * exponential of {@code ln(1 + x) - x ln x / (1 + x)}.
   */
  Slope effectiveRank() {
    Slope whole = ratio.plus(Slope.constant(Interval.ONE, ratio.variables()));
    Slope weighted = logRatio.map(ratio::times).orElseGet(this::ratioTimesItsLogarithm);
    return whole.log().minus(weighted.over(whole)).exp();
  }

  /** x ln x tends to 0 with x, and has its minimum -1/e at 1/e. */
  private Slope ratioTimesItsLogarithm() {
    if (ratio.values().lower() > 0) {
      return ratio.times(ratio.log());
    }
    // No ratio is larger than 1; where both singular values are 0 there is none.
    Interval all = ratio.values().intersection(Interval.of(0, 1));
    if (all.isEmpty()) {
      return ratio.times(ratio.log());
    }
    Interval most = Interval.of(all.upper());
    Interval there = most.lower() > 0 ? most.times(Elementary.log(most)) : Interval.ZERO;
    Interval least = Interval.ONE.dividedBy(Interval.E).negate();
    // Left of the minimum the function falls, so that its least value is that at the end.
    Interval from = most.upper() < INVERSE_OF_E ? Interval.ZERO : least;
    return Slope.unknown(there.hull(from).hull(Interval.ZERO), ratio.variables());
  }
}
