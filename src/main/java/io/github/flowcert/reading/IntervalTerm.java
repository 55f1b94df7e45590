package io.github.flowcert.reading;

/** A term, to be evaluated in interval arithmetic. */
@FunctionalInterface
public interface IntervalTerm {

  /** Contains its values at all points of the box that the quantities describe. */
  Enclosure at(IntervalQuantities quantities);
}
