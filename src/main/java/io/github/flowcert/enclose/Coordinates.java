package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.taylor.Tape;

/** Unknowns by which a flow is described. Not for use by several threads. */
interface Coordinates {

  /** The right-hand side. */
  Tape tape();

  /** What they are, for people. */
  String words();

  /**
   * All states in a box, as functions of the unknowns and, last, the time.
   *
   * @param unknowns one interval for each
   * @param time the times
   */
  TubeState at(Interval[] unknowns, Interval time);

  /** Whether the factors themselves are known. */
  boolean knowFactors();
}
