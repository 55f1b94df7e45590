package io.github.flowcert.compare;

import io.github.flowcert.compare.Followed.Place;
import io.github.flowcert.descent.DescentGoals;
import io.github.flowcert.descent.DescentLog;
import io.github.flowcert.descent.DescentPoint;
import io.github.flowcert.descent.Precision;
import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.Factors;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Sharpness;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.result.CompareDocument.Experiment;
import io.github.flowcert.result.CompareDocument.Parting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells why a descent parts from the flow, by repeating it up to the loss at which it does, with
 * half the step, in a higher precision, and from exactly balanced factors of the same product
 * matrix. A cause is named only if its own experiment, and no other, accounts for most of the
 * deviation.
 */
final class Attribution {
  /** A repetition may take so many times the iterations of the original. */
  private static final long PATIENCE = 4;

  private static final double SAME = 1e-6;

  private final Network network;
  private final ReferenceFlow flow;
  private final ReferenceFlow own;
  private final Curves curves;
  private final Descents descents;
  private final FactorsCoordinates coordinates;

  /**
   * Attribution of one case.
   *
   * @param flow the flow from exactly balanced factors
   * @param own the flow from the descents' own start
   * @param curves the balanced flow's curve at the losses of the descents
   */
  Attribution(
      ReferenceFlow flow,
      ReferenceFlow own,
      Curves curves,
      Descents descents,
      FactorsCoordinates coordinates) {
    this.network = flow.network();
    this.flow = flow;
    this.own = own;
    this.curves = curves;
    this.descents = descents;
    this.coordinates = coordinates;
  }

  /**
   * The cause, with its evidence.
   *
   * @param start the start of the descent, which may be unbalanced
   */
  Parting explain(Parted parted, Carry start, double progressUntil) {
    List<Trial> trials = trials(parted, start, progressUntil);
    Optional<String> unstable = unstable(parted);
    Cause cause = unstable.isPresent() ? Cause.INSTABILITY : named(trials);
    return new Parting(
        parted.place().state().loss(),
        parted.place().point().iteration(),
        cause.word(),
        evidence(parted, start, trials, unstable, cause),
        trials.stream()
            .map(
                each ->
                    new Experiment(
                        each.change(), each.shown().orElse(null), each.explains().orElse(null)))
            .toList());
  }

  static Cause named(List<Trial> trials) {
    List<Cause> causes = trials.stream().filter(Trial::names).map(Trial::cause).toList();
    return causes.size() == 1 ? causes.get(0) : Cause.NONE;
  }

  /**
   * First the higher precision; then, in that precision, one more change at a time: rounding would
   * hide what half a step or balanced factors do.
   */
  private List<Trial> trials(Parted parted, Carry start, double until) {
    DescentOrder order = parted.descent().order();
    Precision higher = order.precision().higher();
    List<Trial> trials = new ArrayList<>();
    Optional<double[]> exact = Optional.of(parted.deviation());
    if (higher != order.precision()) {
      DescentOrder again = again(parted, "higher", order.rate(), higher, order.factors());
      Trial trial =
          trial(parted, higher.word() + " precision", Cause.ROUNDING, exact, again, 1, until);
      trials.add(trial);
      exact = trial.deviation();
    }
    DescentOrder half = again(parted, "half", order.rate() / 2, higher, order.factors());
    trials.add(
        trial(
            parted,
            "half the step in " + higher.word() + " precision",
            Cause.STEP_SIZE,
            exact,
            half,
            0.5,
            until));
    if (!start.balanced()) {
      DescentOrder balanced =
          again(parted, "balanced", order.rate(), higher, flow.start().factors());
      String change = "exactly balanced factors in " + higher.word() + " precision";
      Trial trial = trial(parted, change, Cause.UNBALANCEDNESS, exact, balanced, 1, until);
      trials.add(trial.deviation().isPresent() ? trial : ownFlow(parted));
    }
    return List.copyOf(trials);
  }

  /**
   * Balanced factors may take far longer to that loss. Then the flow of the same, unbalanced start
   * tells: it has neither steps nor rounding, so that it is off for want of balance alone.
   */
  private Trial ownFlow(Parted parted) {
    double loss = parted.place().state().loss();
    FlowState there = own.atLosses(List.of(loss)).states().get(loss);
    Optional<double[]> deviation =
        Optional.ofNullable(there)
            .flatMap(state -> curves.flowAt(loss).map(f -> curves.entries().difference(state, f)));
    return Trial.inPlace(
        "the flow of the same start in place of the descent",
        Cause.UNBALANCEDNESS,
        parted.deviation(),
        deviation,
        curves.entries());
  }

  private DescentOrder again(
      Parted parted, String name, double rate, Precision precision, List<double[]> factors) {
    DescentOrder order = parted.descent().order();
    // Rounding must not decide whether the same iterate counts as there.
    double level = parted.place().state().loss() * (1 + SAME);
    long most = PATIENCE * parted.place().point().iteration() + 1000;
    return new DescentOrder(
        order.name() + ", " + name,
        order.method(),
        precision,
        rate,
        factors,
        new DescentGoals(most, level, List.of(), 1));
  }

  private Trial trial(
      Parted parted,
      String change,
      Cause cause,
      Optional<double[]> without,
      DescentOrder order,
      double removed,
      double until) {
    Followed followed = Followed.of(order, descents.run(order, until), coordinates);
    Optional<double[]> with =
        followed.firstAtOrBelow(order.goals().untilLoss()).flatMap(this::deviation);
    return Trial.of(change, cause, parted.deviation(), without, with, removed, curves.entries());
  }

  /** The deviation of another descent, at a loss of its own. */
  private Optional<double[]> deviation(Place place) {
    double loss = place.state().loss();
    return new Curves(curves.entries(), flow.atLosses(List.of(loss))).deviation(place.state());
  }

  /** Whether the step was beyond the stability limit of the flow before a point. */
  boolean isUnstable(Parted parted) {
    return unstable(parted).isPresent();
  }

  /** What is to be said where the step was beyond the stability limit before the parting. */
  private Optional<String> unstable(Parted parted) {
    double until = parted.place().state().loss();
    List<Place> falling = parted.descent().falling();
    for (int k = 0; k < falling.size() && falling.get(k).state().loss() >= until; k++) {
      double rate = k == 0 ? firstRate(parted.descent()) : rate(parted.descent(), falling, k);
      Optional<String> beyond =
          curves
              .flowAt(falling.get(k).state().loss())
              .flatMap(state -> beyondLimit(parted.descent().order(), rate, state));
      if (beyond.isPresent()) {
        return beyond;
      }
    }
    return falling.get(falling.size() - 1).equals(parted.place())
        ? blownUp(parted.descent())
        : Optional.empty();
  }

  /** The same of a descent that blew up from its lowest point: the flow at its last time. */
  private Optional<String> blownUp(Followed descent) {
    if (descent.log().stop() != DescentLog.Stop.DIVERGED) {
      return Optional.empty();
    }
    double rate = descent.order().rate();
    return flow.atTimes(List.of(descent.log().end().time())).states().values().stream()
        .findFirst()
        .flatMap(state -> beyondLimit(descent.order(), rate, state));
  }

  private static double rate(Followed descent, List<Place> falling, int k) {
    return rate(descent, falling.get(k - 1).point(), falling.get(k).point());
  }

  private static double firstRate(Followed descent) {
    List<DescentPoint> points = descent.log().points();
    return points.size() < 2 ? descent.order().rate() : rate(descent, points.get(0), points.get(1));
  }

  private static double rate(Followed descent, DescentPoint before, DescentPoint after) {
    double time = after.time() - before.time();
    double iterations = (double) (after.iteration() - before.iteration());
    return descent.order().method().rateOf(time / iterations);
  }

  private Optional<String> beyondLimit(DescentOrder order, double rate, FlowState state) {
    double sharpness = sharpness(state);
    double limit = sharpness > 0 ? order.method().stableRate(sharpness) : rate;
    return rate > limit * (1 + SAME)
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "at loss %.4g the flow's largest Hessian eigenvalue is %.4g, at which a step of"
                    + " %.4g is stable and %.4g is not",
                state.loss(),
                sharpness,
                limit,
                rate))
        : Optional.empty();
  }

  /** Of balanced factors of the product matrix: the Hessian's spectrum is that of any such. */
  private double sharpness(FlowState state) {
    List<double[]> factors = Starts.product(network, state.product()).factors();
    return Sharpness.at(coordinates, Factors.flattened(factors));
  }

  private String evidence(
      Parted parted, Carry start, List<Trial> trials, Optional<String> unstable, Cause cause) {
    String off =
        String.format(
            Locale.ROOT,
            curves.isApart(parted.deviation())
                ? "the descent is off the flow's curve by %.3g %%"
                : "the descent comes no lower, off the flow's curve by %.3g %%",
            100 * curves.entries().shown(parted.deviation()));
    String tried = trials.stream().map(Trial::words).collect(Collectors.joining(", "));
    String balance = start.balanced() ? "; the start is balanced" : "";
    String verdict =
        switch (cause) {
          case INSTABILITY -> unstable.orElseThrow();
          case NONE -> "these experiments do not separate the causes";
          default -> "only that of " + cause.word() + " accounts for most of it";
        };
    return off + ", " + tried + balance + "; " + verdict;
  }
}
