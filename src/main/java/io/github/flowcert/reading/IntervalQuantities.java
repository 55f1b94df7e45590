package io.github.flowcert.reading;

import io.github.flowcert.interval.Interval;

/**
 * Intervals that contain the quantities that expressions mention, all over a box; as in {@link
 * io.github.flowcert.expression.Quantities}. An empty one says that the quantity has no value.
 */
public interface IntervalQuantities {

  /** Contains the quantity without arguments, as in {@code loss}. */
  Interval symbol(String name);

  /**
   * Contains the quantity with numbers as arguments, as in {@code w(1,1)}.
   *
   * @param arguments the numbers; not to be written to
   */
  Interval call(String name, double[] arguments);

  /** Contains the quantity whose argument is a name, as in {@code norm(nuclear)}. */
  Interval callWithName(String name, String argument);
}
