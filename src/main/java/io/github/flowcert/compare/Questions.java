package io.github.flowcert.compare;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.simulate.DenseStep;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** Answers, while a flow is integrated, what its state is at given times and at given losses. */
final class Questions {
  private static final double RELATIVE = 1e-13;
  private static final int ORDER = 5;
  private static final int MOST_EVALUATIONS = 200;

  private final TreeSet<Double> losses = new TreeSet<>(Comparator.reverseOrder());
  private final TreeSet<Double> times = new TreeSet<>();
  private final NavigableMap<Double, FlowState> byLoss = new TreeMap<>();
  private final NavigableMap<Double, FlowState> byTime = new TreeMap<>();

  /**
   * Questions to a flow.
   *
   * @param losses losses of which the state is wanted; those above the start's have none
   * @param times times of which the state is wanted
   */
  Questions(FlowState start, Collection<Double> losses, Collection<Double> times) {
    this.losses.addAll(losses);
    this.times.addAll(times);
    this.losses.removeIf(loss -> loss > start.loss() || !(loss > 0));
    if (this.losses.remove(start.loss())) {
      byLoss.put(start.loss(), start);
    }
    if (this.times.remove(0.0)) {
      byTime.put(0.0, start);
    }
  }

  /** Looks at a step of the flow; steps come in order. */
  void see(DenseStep step) {
    List<FlowState> points = step.points();
    for (int k = 1; k < points.size(); k++) {
      FlowState before = points.get(k - 1);
      FlowState after = points.get(k);
      while (!losses.isEmpty() && losses.first() >= after.loss()) {
        double loss = losses.pollFirst();
        byLoss.put(loss, atLoss(loss, before, after, step.at()));
      }
      while (!times.isEmpty() && times.first() <= after.time()) {
        double time = times.pollFirst();
        byTime.put(time, step.at().time(time));
      }
    }
  }

  private static FlowState atLoss(
      double loss, FlowState before, FlowState after, DenseStep.StateAt at) {
    if (!(before.loss() > loss)) {
      return before;
    }
    BracketingNthOrderBrentSolver solver =
        new BracketingNthOrderBrentSolver(RELATIVE, Double.MIN_NORMAL, Double.MIN_NORMAL, ORDER);
    double time =
        after.loss() == loss
            ? after.time()
            : solver.solve(
                MOST_EVALUATIONS,
                t -> Math.log(at.time(t).loss() / loss),
                before.time(),
                after.time());
    return at.time(time);
  }

  NavigableMap<Double, FlowState> byLoss() {
    return byLoss;
  }

  NavigableMap<Double, FlowState> byTime() {
    return byTime;
  }
}
