package io.github.flowcert.simulate;

import io.github.flowcert.flow.FlowState;
import java.util.ArrayList;
import java.util.List;

/** Points between the ends of a step at which claims are looked at. */
final class DenseSampling {
  private static final int INTERIOR = 6;
  private static final int INTERIOR_OF_LARGE = 4;
  private static final int LARGE = 100;
  private static final int INTERIOR_OF_LARGEST = 1;
  private static final int LARGEST = 1000;

  private DenseSampling() {}

  static DenseStep of(FlowState begin, FlowState end, DenseStep.StateAt at) {
    List<FlowState> points = new ArrayList<>();
    points.add(begin);
    double length = end.time() - begin.time();
    int interior = interior(begin.product().length);
    for (int k = 1; k <= interior; k++) {
      double time = begin.time() + length * k / (interior + 1);
      if (time > points.get(points.size() - 1).time() && time < end.time()) {
        points.add(at.time(time));
      }
    }
    points.add(end);
    return new DenseStep(points, at);
  }

  /** Each point takes as many multiplications as the matrix's product has. */
  private static int interior(int entries) {
    if (entries > LARGEST) {
      return INTERIOR_OF_LARGEST;
    }
    return entries > LARGE ? INTERIOR_OF_LARGE : INTERIOR;
  }
}
