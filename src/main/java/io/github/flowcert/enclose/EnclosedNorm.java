package io.github.flowcert.enclose;

import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.norm.Entrywise;
import io.github.flowcert.norm.KyFan;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.OperatorNorm;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.reading.Slope;
import java.util.List;
import java.util.Optional;

/**
 * A norm of 2-by-2 matrices in interval arithmetic, and what Theorem 1 says about it.
 *
 * @param norm one of those that {@link #of} accepts
 */
record EnclosedNorm(Norm norm) {

  /** The norm in intervals; empty where there is no such reading of it. */
  static Optional<EnclosedNorm> of(Norm norm) {
    boolean known =
        norm instanceof Schatten
            || norm instanceof Entrywise
            || norm instanceof KyFan
            || norm instanceof OperatorNorm;
    return known ? Optional.of(new EnclosedNorm(norm)) : Optional.empty();
  }

  /** The norm of matrices with these entries and singular values. */
  Slope value(List<Slope> w, Spectrum spectrum) {
    List<Slope> values = List.of(spectrum.value(1), spectrum.value(2));
    if (norm instanceof Schatten schatten) {
      // The Frobenius norm needs no singular values.
      return schatten.p() == 2 ? powerSum(w, 2) : powerSum(values, schatten.p());
    }
    if (norm instanceof Entrywise entrywise) {
      return powerSum(w.stream().map(Slope::abs).toList(), entrywise.p());
    }
    if (norm instanceof KyFan fan) {
      return fan.k() == 1 ? values.get(0) : values.get(0).plus(values.get(1));
    }
    boolean columns = ((OperatorNorm) norm).sums() == OperatorNorm.Sums.COLUMNS;
    Slope one = w.get(0).abs().plus(w.get(columns ? 2 : 1).abs());
    Slope other = w.get(columns ? 1 : 2).abs().plus(w.get(3).abs());
    return one.max(other);
  }

  /** (sum x^p)^(1/p). */
  private static Slope powerSum(List<Slope> x, double p) {
    if (Double.isInfinite(p)) {
      return x.stream().reduce(Slope::max).orElseThrow();
    }
    if (p == 1) {
      return x.stream().reduce(Slope::plus).orElseThrow();
    }
    if (p == 2) {
      return x.stream().map(Slope::square).reduce(Slope::plus).orElseThrow().sqrt();
    }
    Interval exponent = exponent(p);
    return x.stream()
        .map(each -> each.power(exponent))
        .reduce(Slope::plus)
        .orElseThrow()
        .power(Interval.ONE.dividedBy(exponent));
  }

  /** An exponent such as 1/3 is no double. */
  private static Interval exponent(double p) {
    boolean exact = p * 0x1p20 == Math.rint(p * 0x1p20);
    return exact ? Interval.of(p) : Interval.of(Math.nextDown(p), Math.nextUp(p));
  }

  /** The constant of the weakened triangle inequality. */
  Interval triangleConstant() {
    double p = norm instanceof Schatten schatten ? schatten.p() : 1;
    p = norm instanceof Entrywise entrywise ? entrywise.p() : p;
    return p >= 1
        ? Interval.ONE
        : Elementary.power(Interval.of(2), Interval.ONE.dividedBy(exponent(p)).minus(Interval.ONE));
  }

  /** The norm of a matrix that is 1 at one entry and 0 elsewhere. */
  Interval ofUnitMatrix() {
    return Interval.ONE;
  }
}
