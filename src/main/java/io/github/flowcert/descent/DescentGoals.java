package io.github.flowcert.descent;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a descent goes, and which of its iterates are kept.
 *
 * @param iterations most iterations
 * @param untilLoss it ends at the first iterate with a loss at or below this
 * @param levels losses, falling, of which the first iterate at or below each is kept
 * @param perDecade so many iterates a decade of iterations are kept besides; at least 1
 */
public record DescentGoals(long iterations, double untilLoss, List<Double> levels, int perDecade) {

  /** Keeps the list from changing. */
  public DescentGoals {
    levels = List.copyOf(levels);
  }

  /** The first iteration after this one that is kept for its number, the last one at the latest. */
  long nextKept(long iteration) {
    double place = Math.floor(Math.log10(Math.max(1.0, (double) iteration)) * perDecade + 1e-9);
    long next = iteration;
    for (double step = place; next <= iteration; step++) {
      next = (long) Math.ceil(Math.pow(10, step / perDecade) - 1e-9);
    }
    return Math.min(next, iterations);
  }

  /** The levels strictly below a loss, and the loss at which to end, falling. */
  List<Double> levelsBelow(double loss) {
    List<Double> below = new ArrayList<>(levels.stream().filter(each -> each < loss).toList());
    below.removeIf(each -> each <= untilLoss);
    if (untilLoss < loss) {
      below.add(untilLoss);
    }
    return below;
  }
}
