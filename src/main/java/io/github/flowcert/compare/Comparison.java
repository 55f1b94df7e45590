package io.github.flowcert.compare;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.compare.Followed.Place;
import io.github.flowcert.descent.DescentGoals;
import io.github.flowcert.descent.DescentMethod;
import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.result.CompareDocument.Order;
import io.github.flowcert.result.CompareDocument.Parting;
import io.github.flowcert.verify.PreparedCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/** The work on one case: its descents, the flow beside them, and what separates the two. */
final class Comparison {
  private static final int PER_DECADE = 40;
  private static final int ITERATES_PER_DECADE = 20;

  /** Large factors are kept less often: a checkpoint holds them all. */
  private static final int MANY = 1000;

  private static final int PER_DECADE_OF_MANY = 4;
  private static final double SHARE_OF_DESCENTS = 0.6;
  private static final double SHARE_OF_TRIALS = 0.9;

  private final PreparedCase prepared;
  private final Case from;
  private final Network network;
  private final Carry start;
  private final FactorsCoordinates coordinates;
  private final Descents descents;
  private final ReferenceFlow own;
  private final ReferenceFlow reference;
  private final UnobservedEntries entries;
  private final DoubleConsumer progress;

  /** One descent, and where it parts from the flow: null where it does not. */
  record Outcome(Followed descent, Parting parting) {}

  Comparison(PreparedCase prepared, Checkpoint checkpoint, DoubleConsumer progress) {
    this.prepared = prepared;
    this.from = prepared.source();
    this.network = prepared.start().network();
    this.start = prepared.start().point();
    this.coordinates =
        new FactorsCoordinates(network, start, from.flow().relative(), from.flow().absolute());
    this.descents = new Descents(network, checkpoint, progress);
    this.own = new ReferenceFlow(network, start, from.flow());
    this.reference =
        start.balanced()
            ? own
            : new ReferenceFlow(network, Starts.product(network, start.product()), from.flow());
    this.entries = new UnobservedEntries(from.problem());
    this.progress = progress;
  }

  PreparedCase prepared() {
    return prepared;
  }

  ReferenceFlow own() {
    return own;
  }

  FactorsCoordinates coordinates() {
    return coordinates;
  }

  /** The descents, one for each learning rate. */
  List<Followed> descents() {
    List<Followed> followed = new ArrayList<>();
    List<Double> rates = from.descent().learningRates();
    for (int k = 0; k < rates.size(); k++) {
      DescentOrder order = order(rates.get(k));
      double until = SHARE_OF_DESCENTS * (k + 1) / rates.size();
      followed.add(Followed.of(order, descents.run(order, until), coordinates));
    }
    return List.copyOf(followed);
  }

  private DescentOrder order(double rate) {
    return new DescentOrder(
        String.format(Locale.ROOT, "learning rate %s", rate),
        from.descent().method(),
        from.descent().precision(),
        rate,
        start.factors(),
        goals());
  }

  private DescentGoals goals() {
    boolean many = network.parameters() > MANY;
    int levels = many ? PER_DECADE_OF_MANY : PER_DECADE;
    TreeSet<Double> losses = new TreeSet<>(from.flow().recordLoss());
    double begin = prepared.initial().loss();
    for (int k = 0; begin * Math.pow(10, -(double) k / levels) > from.flow().untilLoss(); k++) {
      losses.add(begin * Math.pow(10, -(double) k / levels));
    }
    return new DescentGoals(
        from.descent().iterations(),
        from.flow().untilLoss(),
        List.copyOf(losses.descendingSet()),
        many ? PER_DECADE_OF_MANY : ITERATES_PER_DECADE);
  }

  /** The curve of the flow from exactly balanced factors, at all losses of these descents. */
  Curves curves(List<Followed> followed) {
    TreeSet<Double> losses = new TreeSet<>();
    for (Followed each : followed) {
      each.falling().forEach(place -> losses.add(place.state().loss()));
    }
    return new Curves(entries, reference.atLosses(losses));
  }

  /** Where each descent parts from the flow, and why. */
  List<Outcome> outcomes(List<Followed> followed, Curves curves) {
    Attribution attribution = new Attribution(reference, own, curves, descents, coordinates);
    List<Outcome> outcomes = new ArrayList<>();
    for (int k = 0; k < followed.size(); k++) {
      Followed each = followed.get(k);
      double share = (double) (k + 1) / followed.size();
      double until = SHARE_OF_DESCENTS + (SHARE_OF_TRIALS - SHARE_OF_DESCENTS) * share;
      Parting parting =
          curves
              .parting(each)
              .or(() -> curves.stuck(each).filter(attribution::isUnstable))
              .map(parted -> attribution.explain(parted, start, until))
              .orElse(null);
      outcomes.add(new Outcome(each, parting));
    }
    return List.copyOf(outcomes);
  }

  /** The orders in the learning rate, at the time when the flow has the first recorded loss. */
  Order order(List<Followed> followed) {
    if (!(from.descent().method() instanceof DescentMethod.GradientDescent)) {
      return new Order(null, null, "not measured: only of plain gradient descent", List.of());
    }
    double begin = prepared.initial().loss();
    Optional<Double> wanted =
        from.flow().recordLoss().stream().filter(loss -> loss < begin).findFirst();
    Place end = followed.get(0).falling().get(followed.get(0).falling().size() - 1);
    double loss = wanted.orElse(end.state().loss());
    FlowState at = own.atLosses(List.of(loss)).states().get(loss);
    return at == null || at.time() == 0
        ? new Order(null, null, "not measured: the flow does not get to loss " + loss, List.of())
        : new OrderStudy(
                network,
                start,
                share -> progress.accept(SHARE_OF_TRIALS + (1 - SHARE_OF_TRIALS) * share))
            .at(at);
  }
}
