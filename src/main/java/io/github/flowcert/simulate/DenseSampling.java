package io.github.flowcert.simulate;

import io.github.flowcert.flow.FlowState;
import java.util.ArrayList;
import java.util.List;

/** Points between the ends of a step at which claims are looked at. */
final class DenseSampling {
  private static final int INTERIOR = 6;
  private static final int INTERIOR_OF_LARGE = 4;
  private static final int LARGE = 100;

  private DenseSampling() {}

  static DenseStep of(FlowState begin, FlowState end, DenseStep.StateAt at) {
    List<FlowState> points = new ArrayList<>();
    points.add(begin);
    double length = end.time() - begin.time();
    int interior = begin.product().length > LARGE ? INTERIOR_OF_LARGE : INTERIOR;
    for (int k = 1; k <= interior; k++) {
      double time = begin.time() + length * k / (interior + 1);
      if (time > points.get(points.size() - 1).time() && time < end.time()) {
        points.add(at.time(time));
      }
    }
    points.add(end);
    return new DenseStep(points, at);
  }
}
