package io.github.flowcert.compare;

import io.github.flowcert.compare.Followed.Place;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.integrate.Integrators;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.result.CompareDocument.Distance;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** How far descents are from the flow of the same start at equal time. */
final class Distances {
  private static final double TOLERANCE = 1e-10;

  /** The factors have left their flow once their product differs by so much. */
  private static final double LOST = 1e-5;

  private final Curves curves;
  private final NavigableMap<Double, FlowState> states;
  private final NavigableMap<Double, double[]> factors;
  private final FactorsCoordinates coordinates;

  /**
   * Integrates the flow to these times.
   *
   * @param own the flow of the descents' own start
   * @param curves the flow's curve, for differences at equal loss
   */
  Distances(ReferenceFlow own, Curves curves, FactorsCoordinates coordinates, Set<Double> times) {
    this.curves = curves;
    this.coordinates = coordinates;
    this.states = own.atTimes(times).states();
    FactorsCoordinates field =
        new FactorsCoordinates(own.network(), own.start(), TOLERANCE, TOLERANCE);
    boolean few = field.getDimension() <= 100;
    this.factors =
        FactorPath.at(
            states.keySet().stream().filter(time -> time > 0).toList(),
            field,
            field.start(),
            Integrators.of(
                few ? IntegratorKind.RADAU : IntegratorKind.RUNGE_KUTTA_CHEBYSHEV,
                field.start(),
                TOLERANCE,
                field,
                field));
  }

  /** The distances at an iterate; empty where the flow is not known at its time. */
  Optional<Distance> at(double loss, Place place) {
    FlowState here = place.state();
    FlowState flow = states.get(here.time());
    if (flow == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Distance(
            loss,
            place.point().iteration(),
            here.time(),
            factorDistance(place, flow),
            norm(here.product(), flow.product()),
            curves.deviation(here).map(curves.entries()::shown).orElse(null),
            spectral(here, flow),
            finite(here.effectiveRank() - flow.effectiveRank()),
            here.unbalancedness()));
  }

  private Double factorDistance(Place place, FlowState flow) {
    double[] there = factors.get(flow.time());
    if (there == null) {
      return null;
    }
    double[] product = coordinates.observe(flow.time(), there).product();
    double off = norm(product, flow.product());
    return off > LOST * Flat.maxAbs(product) ? null : norm(place.point().parameters(), there);
  }

  private static Double spectral(FlowState here, FlowState flow) {
    double largest = 0;
    for (int r = 0; r < here.logSingularValues().length; r++) {
      double difference = here.logSingularValues()[r] - flow.logSingularValues()[r];
      largest = Math.max(largest, Math.abs(difference));
    }
    return finite(largest);
  }

  private static double norm(double[] one, double[] other) {
    double[] difference = one.clone();
    for (int k = 0; k < difference.length; k++) {
      difference[k] -= other[k];
    }
    return Math.sqrt(Flat.squaredNorm(difference));
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** All distances at the recorded losses that a descent reached. */
  List<Distance> of(Followed descent, List<Double> losses) {
    List<Distance> all = new ArrayList<>();
    for (double loss : losses) {
      descent.firstAtOrBelow(loss).flatMap(place -> at(loss, place)).ifPresent(all::add);
    }
    return List.copyOf(all);
  }
}
