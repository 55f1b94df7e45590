package io.github.flowcert.compare;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.compare.Comparison.Outcome;
import io.github.flowcert.compare.Followed.Place;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.CompareDocument.Bound;
import io.github.flowcert.result.CompareDocument.EntryCurve;
import io.github.flowcert.result.CompareDocument.LossReached;
import io.github.flowcert.result.CompareDocument.Order;
import io.github.flowcert.result.CompareDocument.Run;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.verify.PreparedCase;
import io.github.flowcert.yaml.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/** Compares the flow of a case with gradient descent, and writes down what was found. */
public final class CaseComparer {
  private final CaseVerifier verifier;

  /** A comparer that starts cases and judges their claims as this verifier does. */
  public CaseComparer(CaseVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * Refuses a case that cannot be compared, before any work is done.
   *
   * @throws InputException if it has no learning rates
   */
  public static void check(Case from) throws InputException {
    CaseReader.require(from, "descent", "a map of learning-rates and iterations");
  }

  /**
   * Compares a case.
   *
   * @param checkpoint where its descents are stored on the way, and taken up again
   * @param progress is told the share of the work that is done, from 0 to 1
   * @throws InputException if the case has no learning rates, a claim's expression does not fit its
   *     problem, or there is no such start in double precision
   */
  public CompareDocument compare(Case from, Checkpoint checkpoint, DoubleConsumer progress)
      throws InputException {
    check(from);
    PreparedCase prepared = verifier.prepare(from);
    Comparison comparison = new Comparison(prepared, checkpoint, progress);
    List<Followed> descents = comparison.descents();
    Curves curves = comparison.curves(descents);
    List<Outcome> outcomes = comparison.outcomes(descents, curves);
    Distances distances =
        new Distances(comparison.own(), curves, comparison.coordinates(), times(from, descents));
    List<Run> runs = outcomes.stream().map(each -> run(prepared, each, curves, distances)).toList();
    Order order = comparison.order(descents);
    progress.accept(1);
    return new CompareDocument(
        CompareDocument.SCHEMA,
        from.name(),
        from.about(),
        status(runs),
        prepared.setting(),
        from.descent().figure(),
        runs,
        order,
        flowCurve(curves),
        bounds(prepared, curves),
        prepared.provenance(),
        from.source().text());
  }

  private static Verdict status(List<Run> runs) {
    return Verdict.worstOf(
        runs.stream().flatMap(run -> run.claims().stream()).map(ClaimResult::status).toList());
  }

  /** The losses of which a document tells when they were reached: all that the case names. */
  private static List<Double> recorded(Case from) {
    TreeSet<Double> losses = new TreeSet<>(Comparator.reverseOrder());
    losses.addAll(from.flow().recordLoss());
    losses.removeIf(loss -> loss < from.flow().untilLoss());
    losses.add(from.flow().untilLoss());
    return List.copyOf(losses);
  }

  private static Set<Double> times(Case from, List<Followed> descents) {
    TreeSet<Double> times = new TreeSet<>();
    for (Followed descent : descents) {
      for (double loss : recorded(from)) {
        descent.firstAtOrBelow(loss).ifPresent(place -> times.add(place.state().time()));
      }
    }
    return times;
  }

  private static Run run(
      PreparedCase prepared, Outcome outcome, Curves curves, Distances distances) {
    Followed descent = outcome.descent();
    DescentOrder order = descent.order();
    List<Double> losses = recorded(prepared.source());
    String along =
        String.format(
            Locale.ROOT,
            "this descent (%s, learning rate %s, %s precision, %d of %d iterates)",
            order.method().word(),
            order.rate(),
            order.precision().word(),
            descent.states().size(),
            descent.log().iteration() + 1);
    return new Run(
        order.method().word(),
        order.rate(),
        order.precision().word(),
        descent.log().iteration(),
        descent.log().stop().word(),
        reached(descent, losses),
        outcome.parting(),
        prepared.judgeAlong(descent.states(), along),
        descent.log().firstRise(),
        distances.of(descent, losses),
        curve(descent, curves));
  }

  private static List<LossReached> reached(Followed descent, List<Double> losses) {
    List<LossReached> all = new ArrayList<>();
    for (double loss : losses) {
      descent.firstAtOrBelow(loss).ifPresent(place -> all.add(reached(loss, place)));
    }
    return List.copyOf(all);
  }

  private static LossReached reached(double loss, Place place) {
    FlowState state = place.state();
    return new LossReached(
        loss,
        place.point().iteration(),
        PreparedCase.rows(state),
        state.isSquare() ? state.determinantSign() : null);
  }

  private static EntryCurve curve(Followed descent, Curves curves) {
    List<Long> iterations = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    for (Place place : descent.falling()) {
      iterations.add(place.point().iteration());
      losses.add(place.state().loss());
      sizes.add(curves.entries().norm(place.state()));
    }
    return new EntryCurve(iterations, losses, sizes);
  }

  private static EntryCurve flowCurve(Curves curves) {
    List<FlowState> states = curves.flow();
    return new EntryCurve(
        null,
        states.stream().map(FlowState::loss).toList(),
        states.stream().map(curves.entries()::norm).toList());
  }

  private static List<Bound> bounds(PreparedCase prepared, Curves curves) {
    return prepared.boundsAt(curves.flow()).stream()
        .map(bound -> new Bound(bound.claim(), bound.loss(), bound.value()))
        .toList();
  }
}
