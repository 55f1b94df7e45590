package io.github.flowcert.reading;

/** A statement, to be judged in interval arithmetic. */
@FunctionalInterface
public interface IntervalFormula {

  /** What is known of it at all points of the box that the quantities describe. */
  Truth at(IntervalQuantities quantities);
}
