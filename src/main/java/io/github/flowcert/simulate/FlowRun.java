package io.github.flowcert.simulate;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.Coordinates;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Network;
import io.github.flowcert.integrate.CountsRejections;
import io.github.flowcert.integrate.CrossingDetector;
import io.github.flowcert.integrate.Integrators;
import io.github.flowcert.simulate.Trajectory.SegmentSummary;
import io.github.flowcert.simulate.Trajectory.Stop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEIntegrator;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;

/**
 * Follows gradient flow from a start to a stop, changing coordinates on the way where that is
 * needed. One object is one run.
 */
public final class FlowRun {
  private static final int MAX_SEGMENTS = 200;
  private static final double STALL_DECADES = 1e3;
  private static final double STALL_CHANGE = 1e-6;
  private static final double SLIVER = 1e-12;

  private final Network network;
  private final FlowSettings settings;

  /** From what is followed to the matrix that is shown. */
  private final UnaryOperator<FlowState> shown;

  /** Added to the reasons for coordinates. */
  private final String remark;

  /** Null where nobody listens. */
  private final Consumer<DenseStep> listener;

  private final Curve curve = new Curve();
  private final List<FlowState> samples = new ArrayList<>();
  private final List<SegmentSummary> segments = new ArrayList<>();
  private final TreeSet<Double> lossesToCome;
  private final TreeSet<Double> timesToCome;
  private int steps;
  private int evaluations;
  private Integer rejected = 0;
  private Stop stop;
  private String stopReason;

  private FlowRun(
      Network network,
      FlowSettings settings,
      Consumer<DenseStep> listener,
      Optional<SquareBlock> block) {
    this.network = block.map(SquareBlock::network).orElse(network);
    this.settings = settings;
    this.shown = state -> block.map(each -> each.whole(state)).orElse(state);
    this.remark = block.isPresent() ? "; zeros outside the leading square block stay" : "";
    this.listener = listener;
    this.lossesToCome = new TreeSet<>(settings.recordLoss());
    this.timesToCome = new TreeSet<>(settings.recordTime());
  }

  /**
   * Integrates the flow.
   *
   * @param network the factorization
   * @param start the start; balanced by construction, or with factors
   * @param settings how, how far, and where to sample
   * @param listener sees every accepted step with its dense output, in order; null for none
   */
  public static Trajectory integrate(
      Network network, Carry start, FlowSettings settings, Consumer<DenseStep> listener) {
    Optional<SquareBlock> block = SquareBlock.of(network, start, settings);
    return new FlowRun(network, settings, listener, block)
        .run(block.map(SquareBlock::start).orElse(start));
  }

  /**
   * Integrates the flow for its samples and its curve alone, which saves looking between the steps.
   */
  public static Trajectory integrate(Network network, Carry start, FlowSettings settings) {
    return integrate(network, start, settings, null);
  }

  private Trajectory run(Carry start) {
    Carry from = start;
    double time = 0;
    begin(start);
    while (stop == null) {
      CoordinatePlan plan = CoordinatePlan.choose(network, settings, from);
      Segment segment = new Segment(plan, time);
      double[] end = segment.integrate();
      time = segment.endTime;
      from = end == null ? null : plan.coordinates().carry(end);
      if (stop == null && segments.size() >= MAX_SEGMENTS) {
        finish(Stop.FAILED, "coordinates changed " + MAX_SEGMENTS + " times");
      }
    }
    List<FlowState> states = curve.states();
    FlowState last = states.get(states.size() - 1);
    if (samples.stream().noneMatch(sample -> sample.time() >= last.time() * (1 - 1e-12))) {
      samples.add(last);
    }
    samples.sort(Comparator.comparingDouble(FlowState::time));
    return new Trajectory(
        List.copyOf(segments),
        stop,
        stopReason,
        steps,
        rejected,
        evaluations,
        List.copyOf(samples),
        states);
  }

  /** Records losses that lie above the start, and stops at once if nothing is left to do. */
  private void begin(Carry start) {
    Coordinates first = CoordinatePlan.choose(network, settings, start).coordinates();
    FlowState state = shown.apply(first.observe(0, first.start()));
    curve.add(state);
    lossesToCome.tailSet(state.loss(), true).clear();
    timesToCome.headSet(0.0, true).clear();
    if (state.loss() <= settings.untilLoss()) {
      finish(Stop.LOSS, "the start has loss " + state.loss() + " already");
    } else if (isStationary(first)) {
      finish(Stop.STALLED, "the start is a stationary point of loss " + state.loss());
    }
    if (stop != null) {
      segments.add(
          new SegmentSummary(
              first.formulation().word(),
              first.description(),
              "none",
              0,
              0,
              0,
              "nothing to do",
              0));
    }
  }

  private static boolean isStationary(Coordinates coordinates) {
    double[] slope = coordinates.computeDerivatives(0, coordinates.start());
    return Arrays.stream(slope).allMatch(each -> each == 0);
  }

  private void finish(Stop why, String sentence) {
    if (stop == null) {
      stop = why;
      stopReason = sentence;
    }
  }

  /** A stretch of the run in one set of coordinates. */
  private final class Segment {
    private final CoordinatePlan plan;
    private final Coordinates coordinates;
    private final double from;
    private int ownSteps;

    /** A flow at rest is followed for samples only: what it does there is rounding. */
    private boolean resting;

    private double endTime;
    private FlowState previous;
    private FlowState seen;
    private double[] seenUnknowns;

    Segment(CoordinatePlan plan, double from) {
      this.plan = plan;
      this.coordinates = plan.coordinates();
      this.from = from;
      this.endTime = from;
    }

    /** The unknowns at its end; null where the integrator failed. */
    double[] integrate() {
      double[] start = coordinates.start();
      ODEIntegrator integrator =
          Integrators.of(plan.integrator(), start, plan.relative(), coordinates, coordinates);
      previous = shown.apply(coordinates.observe(from, start));
      watch(integrator);
      double[] end = null;
      try {
        ODEStateAndDerivative last =
            integrator.integrate(
                new ExpandableODE(coordinates), new ODEState(from, start), settings.untilTime());
        end = last.getPrimaryState();
        endTime = last.getTime();
        if (endTime >= settings.untilTime()) {
          endOfTime();
        }
      } catch (MathRuntimeException failure) {
        finish(Stop.FAILED, plan.integrator().word() + " gave up: " + failure.getMessage());
      }
      summarise(integrator);
      return end;
    }

    private void watch(ODEIntegrator integrator) {
      integrator.addStepHandler(
          interpolator ->
              seeStep(
                  interpolator.getPreviousState().getTime(),
                  interpolator.getCurrentState().getTime(),
                  t -> observe(interpolator.getInterpolatedState(t)),
                  observe(interpolator.getCurrentState())));
      integrator.addStepEndHandler((state, forward) -> stepEnd(state));
      watchForTheEnd(integrator);
      lossesToCome.tailSet(settings.untilLoss(), false).forEach(l -> record(integrator, l));
      integrator.addEventDetector(
          new CrossingDetector(
              state -> plan.validity(state.getPrimaryState()), state -> Action.STOP));
    }

    /** A run to loss 0 goes on to its time: rounding may well reach 0, and means nothing. */
    private void watchForTheEnd(ODEIntegrator integrator) {
      if (settings.untilLoss() == 0) {
        return;
      }
      double logUntil = Math.log(settings.untilLoss());
      integrator.addEventDetector(
          new CrossingDetector(
              state -> logLoss(state) - logUntil,
              state -> {
                finish(Stop.LOSS, "the loss fell to " + settings.untilLoss());
                samples.add(observe(state));
                lossesToCome.clear();
                return Action.STOP;
              }));
    }

    private void record(ODEIntegrator integrator, double loss) {
      double log = Math.log(loss);
      integrator.addEventDetector(
          new CrossingDetector(
              state -> logLoss(state) - log,
              state -> {
                if (lossesToCome.remove(loss)) {
                  samples.add(observe(state));
                }
                return Action.CONTINUE;
              }));
    }

    /** Several events and the step's end ask for the same state, one after the other. */
    private FlowState observe(ODEStateAndDerivative state) {
      double[] unknowns = state.getPrimaryState();
      if (seen == null
          || seen.time() != state.getTime()
          || !Arrays.equals(unknowns, seenUnknowns)) {
        seen = shown.apply(coordinates.observe(state.getTime(), unknowns));
        seenUnknowns = unknowns;
      }
      return seen;
    }

    private double logLoss(ODEStateAndDerivative state) {
      return Math.log(Math.max(observe(state).loss(), Double.MIN_VALUE));
    }

    private void seeStep(double begin, double end, DenseStep.StateAt at, FlowState current) {
      sampleTimes(begin, end, at);
      // Two events at nearly one time leave a sliver in which differences are rounding errors.
      if (end - previous.time() <= SLIVER * end) {
        return;
      }
      if (listener != null && !resting) {
        listener.accept(DenseSampling.of(previous, current, at));
      }
      curve.add(current);
      previous = current;
    }

    /** Times are known beforehand: the dense output is read there, no event has to be found. */
    private void sampleTimes(double begin, double end, DenseStep.StateAt at) {
      while (!timesToCome.isEmpty() && timesToCome.first() <= end) {
        double time = timesToCome.pollFirst();
        if (time >= begin) {
          samples.add(at.time(time));
        }
      }
    }

    private Action stepEnd(ODEStateAndDerivative state) {
      steps++;
      ownSteps++;
      resting = coordinates.settled(state.getPrimaryState());
      if (resting && timesToCome.isEmpty()) {
        finish(
            Stop.STALLED,
            "the flow rests, up to rounding, at a stationary point of loss "
                + observe(state).loss());
        return Action.STOP;
      }
      if (steps >= settings.untilSteps()) {
        finish(Stop.STEPS, "reached the limit of " + settings.untilSteps() + " steps");
        return Action.STOP;
      }
      return Action.CONTINUE;
    }

    /** At the end of time, a loss that has not moved for decades has stalled. */
    private void endOfTime() {
      FlowState end = curve.states().get(curve.states().size() - 1);
      double since = end.time() / STALL_DECADES;
      boolean still =
          steps > 0
              && curve.states().stream()
                  .filter(state -> state.time() >= since)
                  .allMatch(state -> state.loss() <= end.loss() * (1 + STALL_CHANGE));
      boolean seen =
          curve.states().stream().anyMatch(s -> s.time() >= since && s.time() < end.time());
      if (still && seen && end.loss() > settings.untilLoss() && settings.untilTime() >= 1e12) {
        finish(Stop.STALLED, "the loss stands at " + end.loss() + " since t = " + since);
      } else {
        finish(Stop.TIME, "reached t = " + settings.untilTime());
      }
    }

    private void summarise(ODEIntegrator integrator) {
      evaluations += integrator.getEvaluations();
      if (integrator instanceof CountsRejections counts && rejected != null) {
        rejected += counts.rejectedSteps();
      } else {
        rejected = null;
      }
      segments.add(
          new SegmentSummary(
              coordinates.formulation().word(),
              coordinates.description(),
              plan.integrator().word(),
              from,
              Math.max(endTime, previous.time()),
              ownSteps,
              plan.why() + remark,
              coordinates.representableRatio()));
    }
  }
}
