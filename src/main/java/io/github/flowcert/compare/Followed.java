package io.github.flowcert.compare;

import io.github.flowcert.descent.DescentLog;
import io.github.flowcert.descent.DescentPoint;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.FlowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A descent with what is measured at the iterates kept of it.
 *
 * @param order what was asked for
 * @param log what was kept
 * @param states one for each point of the log; the loss is that of the factors, in doubles
 */
record Followed(DescentOrder order, DescentLog log, List<FlowState> states) {

  static Followed of(DescentOrder order, DescentLog log, FactorsCoordinates coordinates) {
    return new Followed(
        order,
        log,
        log.points().stream()
            .map(point -> coordinates.observe(point.time(), point.parameters()))
            .toList());
  }

  /** An iterate and what is measured there. */
  record Place(DescentPoint point, FlowState state) {}

  Place place(int k) {
    return new Place(log.points().get(k), states.get(k));
  }

  /** The iterates whose loss is below that of all kept before them: the curve against the loss. */
  List<Place> falling() {
    List<Place> falling = new ArrayList<>();
    double lowest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < states.size(); k++) {
      if (states.get(k).loss() < lowest) {
        lowest = states.get(k).loss();
        falling.add(place(k));
      }
    }
    return falling;
  }

  /** The first iterate whose loss, as the descent computes it, is at or below a level. */
  Optional<Place> firstAtOrBelow(double level) {
    return IntStream.range(0, states.size())
        .filter(k -> log.points().get(k).loss() <= level)
        .boxed()
        .findFirst()
        .map(this::place);
  }
}
