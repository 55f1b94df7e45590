package io.github.flowcert.enclose;

import io.github.flowcert.enclose.TubeFinding.Kind;
import io.github.flowcert.lohner.LohnerSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * All trajectories of a flow from a set of starts, and what they show of claims. Where a claim is
 * not decided for all starts of a box at once, the box is halved, and both halves are followed from
 * the beginning for the claims still open.
 */
public final class Tube {
  private static final int MOST_PARTS = 4096;

  private final TubeStart start;
  private final TubeSetting setting;
  private final DoubleConsumer progress;
  private final TubeFinding[] findings;
  private final List<TubeClaim> claims;
  private final Horizon horizon;
  private int steps;
  private int parts;
  private double reached;
  private boolean stuck;

  private Tube(
      TubeStart start,
      TubeSetting setting,
      List<TubeClaim> claims,
      Horizon horizon,
      DoubleConsumer progress) {
    this.start = start;
    this.setting = setting;
    this.claims = claims;
    this.horizon = horizon;
    this.progress = progress;
    this.findings = new TubeFinding[claims.size()];
    this.reached = horizon.limit();
  }

  /**
   * What became of it.
   *
   * @param findings one for each claim
   * @param until the time up to which all trajectories were followed
   * @param steps steps taken over all parts
   * @param parts into how many parts the starts were divided
   * @param stuck whether somewhere no step could be found that goes on
   * @param coordinates the unknowns, for people
   */
  public record Outcome(
      List<TubeFinding> findings,
      double until,
      int steps,
      int parts,
      boolean stuck,
      String coordinates) {}

  /**
   * Follows all trajectories.
   *
   * @param start the starts
   * @param claims what to watch
   * @param progress is told times reached
   */
  public static Outcome follow(
      TubeStart start,
      TubeSetting setting,
      List<TubeClaim> claims,
      Horizon horizon,
      DoubleConsumer progress) {
    Tube tube = new Tube(start, setting, claims, horizon, progress);
    tube.follow(start.set(), IntStream.range(0, claims.size()).boxed().toList());
    return new Outcome(
        Arrays.asList(tube.findings),
        tube.reached,
        tube.steps,
        tube.parts,
        tube.stuck,
        start.coordinates().words());
  }

  private void follow(LohnerSet set, List<Integer> open) {
    Horizon rest =
        new Horizon(horizon.time(), horizon.loss(), Math.max(1, horizon.steps() - steps));
    List<TubeClaim> asked = open.stream().map(claims::get).toList();
    Pass pass = new Pass(start.coordinates(), setting, set, rest, asked, progress);
    steps += pass.end().steps();
    List<TubeFinding> found = pass.findings();
    List<Integer> again = new ArrayList<>();
    boolean mayDivide = mayDivide(set);
    for (int k = 0; k < open.size(); k++) {
      if (found.get(k).kind() == Kind.UNDECIDED && mayDivide) {
        again.add(open.get(k));
      } else {
        settle(open.get(k), found.get(k));
      }
    }
    if (again.size() < open.size() || again.isEmpty()) {
      // What is settled here is known up to here, even if parts are followed further.
      reached = Math.min(reached, pass.end().time());
    }
    if (again.isEmpty()) {
      parts++;
      stuck |= pass.end().stuck();
    } else {
      int direction = widest(pass.end().set());
      followIfOpen(set.half(direction, false), open(again));
      followIfOpen(set.half(direction, true), open(again));
    }
  }

  private void followIfOpen(LohnerSet half, List<Integer> open) {
    if (!open.isEmpty()) {
      follow(half, open);
    }
  }

  /** Claims that another part has refuted or left open need no more looking at. */
  private List<Integer> open(List<Integer> among) {
    return among.stream()
        .filter(
            k ->
                findings[k] == null
                    || findings[k].kind() == Kind.ENCLOSED
                    || findings[k].kind() == Kind.SILENT)
        .toList();
  }

  private boolean mayDivide(LohnerSet set) {
    return set.isWide() && parts < MOST_PARTS && steps < horizon.steps();
  }

  private void settle(int claim, TubeFinding found) {
    findings[claim] = findings[claim] == null ? found : findings[claim].and(found);
  }

  /**
   * The start that was halved least often, and among those the one along which the set has become
   * longest: what is overestimated comes of products of all of them.
   */
  private static int widest(LohnerSet set) {
    int widest = 0;
    for (int j = 1; j < set.starts().rows(); j++) {
      int order = Float.compare(radius(set, j), radius(set, widest));
      if (order > 0 || (order == 0 && length(set, j) > length(set, widest))) {
        widest = j;
      }
    }
    return widest;
  }

  /** In single precision: halving is exact but for rounding. */
  private static float radius(LohnerSet set, int start) {
    return (float) set.starts().at(start).magnitude();
  }

  private static double length(LohnerSet set, int start) {
    return set.directions().magnitudeOfColumn(start) * set.starts().at(start).magnitude();
  }
}
