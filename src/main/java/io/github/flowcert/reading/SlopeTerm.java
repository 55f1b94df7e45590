package io.github.flowcert.reading;

/** A term, to be evaluated in interval arithmetic together with its partial derivatives. */
@FunctionalInterface
public interface SlopeTerm {

  /** Its values and derivatives at all points of the box that the quantities describe. */
  Slope at(SlopeQuantities quantities);
}
