package io.github.flowcert.simulate;

import io.github.flowcert.flow.FlowState;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a bounded number of states spread evenly over the steps of a run whose length is not known
 * beforehand: when it is full, every other one is dropped and the stride doubles.
 */
final class Curve {
  private static final int CAPACITY = 200;
  private static final int LEAST = 20;

  /** States of large problems are large, and so is the work of measuring them all. */
  private static final int NUMBERS = 1_500_000;

  private final List<FlowState> kept = new ArrayList<>();
  private FlowState last;
  private int stride = 1;
  private int sinceKept;

  void add(FlowState state) {
    last = state;
    sinceKept++;
    if (kept.isEmpty() || sinceKept >= stride) {
      kept.add(state);
      sinceKept = 0;
      if (kept.size() > capacity(state)) {
        thin();
      }
    }
  }

  private static int capacity(FlowState state) {
    return Math.max(LEAST, Math.min(CAPACITY, NUMBERS / state.product().length));
  }

  private void thin() {
    List<FlowState> half = new ArrayList<>();
    for (int k = 0; k < kept.size(); k += 2) {
      half.add(kept.get(k));
    }
    kept.clear();
    kept.addAll(half);
    stride *= 2;
  }

  List<FlowState> states() {
    List<FlowState> all = new ArrayList<>(kept);
    if (last != null && all.get(all.size() - 1).time() < last.time()) {
      all.add(last);
    }
    return all;
  }
}
