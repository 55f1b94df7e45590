package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.reading.Slope;
import io.github.flowcert.taylor.Jet;
import io.github.flowcert.taylor.Tape;

/** The unknowns of a flow and their slopes in time all over a box. */
final class Unknowns {
  private final Tape tape;
  private final Jet jet;

  Unknowns(Tape tape) {
    this.tape = tape;
    this.jet = new Jet(tape, 1, /* derivatives= */ false);
  }

  Tape tape() {
    return tape;
  }

  /** The time comes after the unknowns. */
  Slope time(Interval time) {
    return Slope.variable(time, tape.states(), tape.states() + 1);
  }

  Slope unknown(Interval[] box, int k) {
    return Slope.variable(box[k], k, tape.states() + 1);
  }

  Interval[] speed(Interval[] box) {
    jet.expand(box, 1);
    Interval[] speed = new Interval[box.length];
    for (int k = 0; k < speed.length; k++) {
      speed[k] = jet.coefficient(k, 1);
    }
    return speed;
  }
}
