package io.github.flowcert.compare;

import io.github.flowcert.compare.Followed.Place;
import io.github.flowcert.descent.DescentLog;
import io.github.flowcert.descent.DescentPoint;
import io.github.flowcert.flow.Factors;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Sharpness;
import io.github.flowcert.flow.Starts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The stability limit of a descent's step, for plain gradient descent 2 over the largest eigenvalue
 * of the Hessian, along the flow and along the descent.
 */
final class Stability {
  private static final double SAME = 1e-6;

  private final ReferenceFlow flow;
  private final Curves curves;
  private final FactorsCoordinates coordinates;

  Stability(ReferenceFlow flow, Curves curves, FactorsCoordinates coordinates) {
    this.flow = flow;
    this.curves = curves;
    this.coordinates = coordinates;
  }

  /** What is to be said where the step was beyond the flow's limit before the parting. */
  Optional<String> beyondBefore(Parted parted) {
    double until = parted.place().state().loss();
    List<Place> falling = parted.descent().falling();
    Optional<String> along =
        beyondFlow(parted.descent(), Double.POSITIVE_INFINITY, until).findFirst();
    return along.isPresent() || !falling.get(falling.size() - 1).equals(parted.place())
        ? along
        : blownUp(parted.descent());
  }

  /**
   * What is to be said of a descent that blows up, or comes no lower, after the parting, the step
   * being beyond the limit: the flow's down to the descent's lowest loss or, where it had left the
   * flow, that at its own iterates, or the flow's at the end.
   */
  Optional<String> beyondAfter(Parted parted) {
    Followed descent = parted.descent();
    boolean diverged = descent.log().stop() == DescentLog.Stop.DIVERGED;
    if (!diverged && curves.stuck(descent).isEmpty()) {
      return Optional.empty();
    }
    double from = parted.place().state().loss();
    return beyondFlow(descent, from, 0)
        .findFirst()
        .or(() -> beyondItself(descent, from))
        .or(() -> blownUp(descent))
        .map(words -> (diverged ? "it blows up: " : "it comes no lower in the end: ") + words);
  }

  /** What is to be said where the step was within the flow's limit at the parting. */
  Optional<String> within(Parted parted) {
    return Optional.ofNullable(parted.flow())
        .map(
            state -> {
              double limit = limit(parted.descent(), sharpness(state));
              return String.format(
                  Locale.ROOT, "there a step is stable up to %.4g along the flow", limit);
            });
  }

  private Stream<String> beyondFlow(Followed descent, double from, double until) {
    List<Place> falling = descent.falling();
    return IntStream.range(0, falling.size())
        .filter(k -> between(falling.get(k), from, until))
        .boxed()
        .flatMap(
            k ->
                curves
                    .flowAt(falling.get(k).state().loss())
                    .flatMap(
                        state ->
                            beyond(
                                descent,
                                rate(descent, falling, k),
                                sharpness(state),
                                String.format(
                                    Locale.ROOT, "at loss %.4g the flow's", state.loss())))
                    .stream());
  }

  private Optional<String> beyondItself(Followed descent, double from) {
    List<Place> falling = descent.falling();
    for (int k = 0; k < falling.size(); k++) {
      Place place = falling.get(k);
      if (between(place, from, 0)) {
        double own = Sharpness.at(coordinates, place.point().parameters());
        String whose =
            String.format(
                Locale.ROOT,
                "at iteration %d, loss %.4g, the descent's own",
                place.point().iteration(),
                place.state().loss());
        Optional<String> words = beyond(descent, rate(descent, falling, k), own, whose);
        if (words.isPresent()) {
          return words;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean between(Place place, double from, double until) {
    double loss = place.state().loss();
    return loss <= from && loss >= until;
  }

  /** Of a descent that blew up from its lowest point: the flow at its last time. */
  private Optional<String> blownUp(Followed descent) {
    if (descent.log().stop() != DescentLog.Stop.DIVERGED) {
      return Optional.empty();
    }
    return flow.atTimes(List.of(descent.log().end().time())).states().values().stream()
        .findFirst()
        .flatMap(
            state ->
                beyond(
                    descent,
                    descent.order().rate(),
                    sharpness(state),
                    String.format(Locale.ROOT, "at loss %.4g the flow's", state.loss())));
  }

  private static double rate(Followed descent, List<Place> falling, int k) {
    if (k > 0) {
      return rate(descent, falling.get(k - 1).point(), falling.get(k).point());
    }
    List<DescentPoint> points = descent.log().points();
    return points.size() < 2 ? descent.order().rate() : rate(descent, points.get(0), points.get(1));
  }

  private static double rate(Followed descent, DescentPoint before, DescentPoint after) {
    double time = after.time() - before.time();
    double iterations = (double) (after.iteration() - before.iteration());
    return descent.order().method().rateOf(time / iterations);
  }

  private static double limit(Followed descent, double sharpness) {
    return sharpness > 0
        ? descent.order().method().stableRate(sharpness)
        : Double.POSITIVE_INFINITY;
  }

  private static Optional<String> beyond(
      Followed descent, double rate, double sharpness, String whose) {
    double limit = limit(descent, sharpness);
    return rate > limit * (1 + SAME)
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s largest Hessian eigenvalue is %.4g, at which a step of %.4g is stable and %.4g"
                    + " is not",
                whose,
                sharpness,
                limit,
                rate))
        : Optional.empty();
  }

  /** Of balanced factors of the product matrix: the Hessian's spectrum is that of any such. */
  private double sharpness(FlowState state) {
    List<double[]> factors = Starts.product(flow.network(), state.product()).factors();
    return Sharpness.at(coordinates, Factors.flattened(factors));
  }
}
