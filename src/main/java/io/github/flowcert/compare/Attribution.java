package io.github.flowcert.compare;

import io.github.flowcert.compare.Followed.Place;
import io.github.flowcert.descent.DescentGoals;
import io.github.flowcert.descent.DescentLog;
import io.github.flowcert.descent.DescentMethod;
import io.github.flowcert.descent.Precision;
import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.FlowState;
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
 * matrix. From the descent to the flow in three changes, each on top of the one before: without
 * rounding, then without unbalancedness, then without steps, which is the flow. What each takes of
 * the deviation adds up to all of it, and a cause is named only if its own change, and no other,
 * takes most of it.
 */
final class Attribution {
  /** A repetition may take so many times the iterations of the original. */
  private static final long PATIENCE = 4;

  private static final double SAME = 1e-6;

  private final ReferenceFlow flow;
  private final ReferenceFlow own;
  private final Curves curves;
  private final Descents descents;
  private final FactorsCoordinates coordinates;
  private final Stability stability;

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
    this.flow = flow;
    this.own = own;
    this.curves = curves;
    this.descents = descents;
    this.coordinates = coordinates;
    this.stability = new Stability(flow, curves, coordinates);
  }

  /**
   * The cause, with its evidence.
   *
   * @param start the start of the descent, which may be unbalanced
   */
  Parting explain(Parted parted, Carry start, double progressUntil) {
    List<Trial> trials = trials(parted, start, progressUntil);
    Cause named = named(trials);
    Optional<String> unstable = unstable(parted, trials, named);
    Cause cause = unstable.isPresent() ? Cause.INSTABILITY : named;
    return new Parting(
        parted.place().state().loss(),
        parted.place().point().iteration(),
        cause.word(),
        evidence(parted, start, trials, cause) + unstable.map(words -> "; " + words).orElse(""),
        trials.stream()
            .map(
                each ->
                    new Experiment(
                        each.change(), each.shown().orElse(null), each.explains().orElse(null)))
            .toList());
  }

  /**
   * What is to be said where the step, beyond its stability limit, is the cause. It magnifies
   * whatever else there is, so that this goes before what was named, but for unbalancedness that
   * half the step leaves as it was. Once the two have parted for the step, the limit may come
   * later.
   */
  private Optional<String> unstable(Parted parted, List<Trial> trials, Cause named) {
    if (named == Cause.UNBALANCEDNESS && trials.stream().anyMatch(Trial::survivesHalving)) {
      return Optional.empty();
    }
    Optional<String> before = stability.beyondBefore(parted);
    return before.isPresent() || named == Cause.ROUNDING || named == Cause.UNBALANCEDNESS
        ? before
        : stability.beyondAfter(parted);
  }

  static Cause named(List<Trial> trials) {
    List<Cause> causes = trials.stream().filter(Trial::names).map(Trial::cause).toList();
    return causes.size() == 1 ? causes.get(0) : Cause.NONE;
  }

  /**
   * First the higher precision; then, in that precision, half the step, which shows whether less of
   * it is better, balanced factors, and last the flow: rounding would hide what they do.
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
    trials.add(half(parted, exact, until));
    Optional<double[]> rest =
        start.balanced() ? exact : withoutUnbalancedness(parted, exact, until, trials);
    trials.add(
        Trial.of(
            "the flow in place of steps",
            Cause.STEP_SIZE,
            parted.deviation(),
            rest,
            Optional.of(new double[parted.deviation().length]),
            1,
            curves.entries()));
    return List.copyOf(trials);
  }

  private Trial half(Parted parted, Optional<double[]> exact, double until) {
    DescentOrder order = parted.descent().order();
    Precision higher = order.precision().higher();
    DescentOrder again = again(parted, "half", order.rate() / 2, higher, order.factors());
    String change = "half the step in " + higher.word() + " precision";
    return trial(parted, change, Cause.STEP_SIZE, exact, again, 0.5, until);
  }

  /** Adds what balanced factors show, and returns the deviation that is left without the rest. */
  private Optional<double[]> withoutUnbalancedness(
      Parted parted, Optional<double[]> exact, double until, List<Trial> trials) {
    DescentOrder order = parted.descent().order();
    Precision higher = order.precision().higher();
    DescentOrder again = again(parted, "balanced", order.rate(), higher, flow.start().factors());
    String change = "exactly balanced factors in " + higher.word() + " precision";
    Trial balanced = trial(parted, change, Cause.UNBALANCEDNESS, exact, again, 1, until);
    if (balanced.deviation().isPresent()) {
      trials.add(balanced);
      return balanced.deviation();
    }
    Trial flowing = ownFlow(parted);
    trials.add(flowing);
    return exact.flatMap(all -> flowing.deviation().map(unbalanced -> minus(all, unbalanced)));
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

  private static double[] minus(double[] one, double[] other) {
    double[] difference = one.clone();
    for (int k = 0; k < difference.length; k++) {
      difference[k] -= other[k];
    }
    return difference;
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
    return stability.beyondBefore(parted).isPresent();
  }

  private String evidence(Parted parted, Carry start, List<Trial> trials, Cause cause) {
    String off =
        String.format(
            Locale.ROOT,
            curves.isApart(parted.deviation())
                ? "the descent is off the flow's curve by %.3g %%"
                : "the descent comes no lower, off the flow's curve by %.3g %%",
            100 * curves.entries().shown(parted.deviation()));
    List<String> words = new ArrayList<>(trials.stream().map(Trial::words).toList());
    // The flow itself is off by nothing: it is there for its share.
    words.remove(words.size() - 1);
    words.add(0, off);
    List<String> parts = new ArrayList<>(List.of(String.join(", ", words)));
    if (start.balanced()) {
      parts.add("the start is balanced");
    }
    parts.add(shares(trials));
    if (cause == Cause.STEP_SIZE) {
      stability.within(parted).ifPresent(parts::add);
      if (parted.descent().log().stop() == DescentLog.Stop.DIVERGED) {
        parts.add("it blows up later, and no step was found beyond its limit");
      }
      if (trials.stream().anyMatch(Trial::failsToLessen)) {
        parts.add("half of it is no better yet: it is named as all that the others leave");
      }
    }
    if (parted.descent().order().method() instanceof DescentMethod.Stochastic drawn) {
      parts.add(
          "the draws are one sequence, of seed " + drawn.seed() + ", their noise part of the step");
    }
    return String.join("; ", parts);
  }

  private static String shares(List<Trial> trials) {
    List<Trial> whole = trials.stream().filter(Trial::isWhole).toList();
    if (whole.stream().anyMatch(each -> each.explains().isEmpty())) {
      return "the causes cannot be told apart there";
    }
    return whole.stream()
        .map(
            each ->
                String.format(
                    Locale.ROOT,
                    "%s accounts for %.1f %%",
                    each.cause().word(),
                    // Without the sign of a zero.
                    Math.rint(1000 * each.explains().orElseThrow()) / 10 + 0.0))
        .collect(Collectors.joining(", "));
  }
}
