package io.github.flowcert.compare;

import io.github.flowcert.casefile.FlowOptions;
import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.StartState;
import io.github.flowcert.simulate.FlowRun;
import io.github.flowcert.simulate.FlowSettings;
import io.github.flowcert.simulate.Trajectory;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A flow that can be asked for its state at losses and times. It is integrated twice, the second
 * time at a tighter tolerance; from where the two differ, there are no answers.
 */
final class ReferenceFlow {
  private static final double LOOSEST = 1e-8;
  private static final double TIGHTER = 1e-2;
  private static final double TIGHTEST = 1e-13;

  /** How much further than to the last answer a flow is integrated. */
  private static final double BEYOND = 1e-9;

  /** A tenth of the difference at which curves count as parted. */
  private static final double AGREEMENT = 1e-3;

  private final Network network;
  private final Carry start;
  private final FlowOptions options;
  private final UnobservedEntries entries;

  ReferenceFlow(Network network, Carry start, FlowOptions options) {
    this.network = network;
    this.start = start;
    this.options = options;
    this.entries = new UnobservedEntries(network.problem());
  }

  /**
   * States, as far as two runs agree on them.
   *
   * @param states by loss or by time
   * @param leastLoss where the flow stands still, the loss at which it does; else 0
   */
  record Answers(NavigableMap<Double, FlowState> states, double leastLoss) {}

  Network network() {
    return network;
  }

  Carry start() {
    return start;
  }

  /** The states at these losses. */
  Answers atLosses(Collection<Double> losses) {
    Questions first = questions(losses, List.of());
    double begin = StartState.of(network, start).loss();
    if (losses.isEmpty() || Collections.min(losses) >= begin) {
      return new Answers(first.byLoss(), 0);
    }
    double until = Collections.min(losses) * (1 - BEYOND);
    Trajectory run = integrate(first, relative(), until, options.untilTime());
    Questions second = questions(losses, List.of());
    integrate(second, tighter(), until, options.untilTime());
    double least = run.stop() == Trajectory.Stop.STALLED ? run.end().loss() : 0;
    return new Answers(
        agreed(first.byLoss().descendingMap(), second.byLoss()).descendingMap(), least);
  }

  /** The states at these times. */
  Answers atTimes(Collection<Double> times) {
    if (times.isEmpty()) {
      return new Answers(new TreeMap<>(), 0);
    }
    double until = Collections.max(times) * (1 + BEYOND);
    Questions first = questions(List.of(), times);
    integrate(first, relative(), 0, until);
    Questions second = questions(List.of(), times);
    integrate(second, tighter(), 0, until);
    return new Answers(agreed(first.byTime(), second.byTime()), 0);
  }

  private Questions questions(Collection<Double> losses, Collection<Double> times) {
    return new Questions(StartState.of(network, start), losses, times);
  }

  private double relative() {
    return Math.min(options.relative(), LOOSEST);
  }

  private double tighter() {
    return Math.max(TIGHTEST, relative() * TIGHTER);
  }

  private Trajectory integrate(Questions questions, double relative, double loss, double time) {
    FlowSettings settings =
        new FlowSettings(
            options.formulation(),
            options.integrator(),
            relative,
            options.absolute(),
            loss,
            time,
            options.untilSteps(),
            List.of(),
            List.of());
    return FlowRun.integrate(network, start, settings, questions::see);
  }

  /** The states of the second run, in the first one's order, as long as both agree. */
  private NavigableMap<Double, FlowState> agreed(
      NavigableMap<Double, FlowState> first, NavigableMap<Double, FlowState> second) {
    NavigableMap<Double, FlowState> agreed = new TreeMap<>(first.comparator());
    for (double key : first.keySet()) {
      FlowState there = second.get(key);
      if (there == null || entries.size(entries.difference(first.get(key), there)) > AGREEMENT) {
        return agreed;
      }
      agreed.put(key, there);
    }
    return agreed;
  }
}
