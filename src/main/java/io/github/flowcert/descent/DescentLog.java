package io.github.flowcert.descent;

import java.util.List;
import java.util.Optional;

/**
 * What is kept of a descent, and what is needed to go on with it.
 *
 * @param points iterates, in order, the start first
 * @param stop why it ended; null while it is on its way
 * @param firstRise the first iterate whose loss exceeds that of the one before; null where none did
 * @param iteration iterations done
 * @param memory see {@link Descent#memory}
 */
public record DescentLog(
    List<DescentPoint> points, Stop stop, Long firstRise, long iteration, double[] memory) {

  /** Why a descent ended. */
  public enum Stop {
    /** The loss fell to where it was to end. */
    LOSS("loss"),
    /** It took as many iterations as it was allowed. */
    ITERATIONS("iterations"),
    /** The loss was no finite number any more. */
    DIVERGED("diverged");

    private final String word;

    Stop(String word) {
      this.word = word;
    }

    /** The word used in documents. */
    public String word() {
      return word;
    }
  }

  /** Keeps the list from changing. */
  public DescentLog {
    points = List.copyOf(points);
  }

  /** The last iterate that was kept. */
  public DescentPoint end() {
    return points.get(points.size() - 1);
  }

  /** The first iterate with a loss at or below a level; it was kept if that level was a goal. */
  public Optional<DescentPoint> firstAtOrBelow(double level) {
    return points.stream().filter(point -> point.loss() <= level).findFirst();
  }
}
