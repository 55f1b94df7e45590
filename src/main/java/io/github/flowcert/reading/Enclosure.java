package io.github.flowcert.reading;

import io.github.flowcert.interval.Interval;
import java.util.function.BinaryOperator;

/**
 * What is known of a term on a box.
 *
 * @param values contains the value at every point of the box where there is one
 * @param defined whether there surely is one at every point
 */
public record Enclosure(Interval values, boolean defined) {

  /** Of a quantity: values that are the empty set are no values. */
  static Enclosure of(Interval values) {
    return new Enclosure(values, !values.isEmpty());
  }

  Enclosure combine(Enclosure other, BinaryOperator<Interval> operation) {
    return new Enclosure(operation.apply(values, other.values), defined && other.defined);
  }

  Enclosure dividedBy(Enclosure divisor) {
    boolean quotient = defined && divisor.defined && !divisor.values.contains(0);
    return new Enclosure(values.dividedBy(divisor.values), quotient);
  }

  Enclosure hull(Enclosure other) {
    return combine(other, Interval::hull);
  }
}
