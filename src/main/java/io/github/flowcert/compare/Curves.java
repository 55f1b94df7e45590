package io.github.flowcert.compare;

import io.github.flowcert.compare.Followed.Place;
import io.github.flowcert.compare.ReferenceFlow.Answers;
import io.github.flowcert.descent.DescentLog;
import io.github.flowcert.flow.FlowState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Descents beside the flow's curve of the unobserved entries against the loss. */
final class Curves {
  /** Curves count as parted from this relative difference on. */
  private static final double APART = 0.01;

  private final UnobservedEntries entries;
  private final Answers flow;

  /**
   * Curves beside a flow.
   *
   * @param flow its states by loss, among them all those that are asked for
   */
  Curves(UnobservedEntries entries, Answers flow) {
    this.entries = entries;
    this.flow = flow;
  }

  /** The flow's states, loss falling. */
  List<FlowState> flow() {
    return List.copyOf(flow.states().descendingMap().values());
  }

  /** The flow at a loss, where it was computed. */
  Optional<FlowState> flowAt(double loss) {
    return Optional.ofNullable(flow.states().get(loss));
  }

  /**
   * The difference at a state of a descent from the flow at equal loss; as large as the entry
   * itself where the flow never gets to that loss; empty where it is not known.
   */
  Optional<double[]> deviation(FlowState state) {
    Optional<double[]> known = flowAt(state.loss()).map(there -> entries.difference(state, there));
    return known.or(
        () -> state.loss() < flow.leastLoss() ? Optional.of(whole()) : Optional.empty());
  }

  private double[] whole() {
    double[] all = new double[entries.count()];
    Arrays.fill(all, 1 / Math.sqrt(all.length));
    return all;
  }

  /** Whether a difference counts as parting. */
  boolean isApart(double[] deviation) {
    return entries.size(deviation) >= APART;
  }

  /** Where a descent parts from the flow; empty where it does not. */
  Optional<Parted> parting(Followed descent) {
    List<Place> falling = descent.falling();
    for (Place place : falling) {
      Optional<double[]> deviation = deviation(place.state());
      if (deviation.filter(this::isApart).isPresent()) {
        FlowState there = flowAt(place.state().loss()).orElse(null);
        return Optional.of(new Parted(descent, place, there, deviation.get()));
      }
    }
    return descent.log().stop() == DescentLog.Stop.DIVERGED
        ? Optional.of(lastOf(descent))
        : Optional.empty();
  }

  /**
   * The lowest point of a descent that used up its iterations without coming lower in the end, its
   * loss having risen on the way; empty where that is not so.
   */
  Optional<Parted> stuck(Followed descent) {
    Parted last = lastOf(descent);
    boolean used = descent.log().stop() == DescentLog.Stop.ITERATIONS;
    boolean lower = last.place().point().iteration() == descent.log().end().iteration();
    return used && !lower && descent.log().firstRise() != null
        ? Optional.of(last)
        : Optional.empty();
  }

  /** A descent that leaves for elsewhere is off the flow's curve after its lowest loss. */
  private Parted lastOf(Followed descent) {
    List<Place> falling = descent.falling();
    Place lowest = falling.get(falling.size() - 1);
    double[] deviation = deviation(lowest.state()).orElseGet(this::whole);
    return new Parted(descent, lowest, flowAt(lowest.state().loss()).orElse(null), deviation);
  }

  UnobservedEntries entries() {
    return entries;
  }
}
