package io.github.flowcert.compare;

import io.github.flowcert.compare.Followed.Place;
import io.github.flowcert.descent.DescentGoals;
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

  private final Network network;
  private final ReferenceFlow flow;
  private final Curves curves;
  private final Descents descents;
  private final FactorsCoordinates coordinates;

  /**
   * Attribution of one case.
   *
   * @param flow the flow from exactly balanced factors
   * @param curves its curve at the losses of the descents
   */
  Attribution(
      ReferenceFlow flow, Curves curves, Descents descents, FactorsCoordinates coordinates) {
    this.network = flow.network();
    this.flow = flow;
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

  private static Cause named(List<Trial> trials) {
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
      trials.add(
          trial(
              parted,
              "exactly balanced factors in " + higher.word() + " precision",
              Cause.UNBALANCEDNESS,
              exact,
              balanced,
              1,
              until));
    }
    return List.copyOf(trials);
  }

  private DescentOrder again(
      Parted parted, String name, double rate, Precision precision, List<double[]> factors) {
    DescentOrder order = parted.descent().order();
    double level = parted.place().state().loss();
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

  /** What is to be said where the step was beyond the stability limit before the parting. */
  private Optional<String> unstable(Parted parted) {
    double rate = parted.descent().order().rate();
    List<Place> before =
        parted.descent().falling().stream()
            .filter(place -> place.state().loss() >= parted.place().state().loss())
            .toList();
    for (Place place : before) {
      Optional<FlowState> there = curves.flowAt(place.state().loss());
      double sharpness = there.map(this::sharpness).orElse(0.0);
      double limit = parted.descent().order().method().stableRate(sharpness);
      if (sharpness > 0 && rate > limit) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "at loss %.4g the flow's largest Hessian eigenvalue is %.4g, beyond which a step of"
                    + " %.4g is stable and %.4g is not",
                place.state().loss(),
                sharpness,
                limit,
                rate));
      }
    }
    return Optional.empty();
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
            "the descent is off the flow's curve by %.3g %%",
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
