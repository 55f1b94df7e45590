package io.github.flowcert.kernel;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.reading.IntervalQuantities;

/** A box of one variable; nothing else has a value. */
record Only(String variable, Interval values) implements IntervalQuantities {
  @Override
  public Interval symbol(String name) {
    return name.equals(variable) ? values : Interval.EMPTY;
  }

  @Override
  public Interval call(String name, double[] arguments) {
    return Interval.EMPTY;
  }

  @Override
  public Interval callWithName(String name, String argument) {
    return Interval.EMPTY;
  }
}
