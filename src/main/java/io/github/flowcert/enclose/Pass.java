package io.github.flowcert.enclose;

import io.github.flowcert.lohner.Integrator;
import io.github.flowcert.lohner.LohnerSet;
import io.github.flowcert.lohner.Orders;
import io.github.flowcert.lohner.Step;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Follows one set of starts and watches claims along it. */
final class Pass {
  private static final Orders FOR_POINTS = new Orders(8, 22);

  /**
   * Of a box, coefficients of higher order are mostly overestimated: short steps with few of them
   * keep it narrow.
   */
  private static final Orders FOR_BOXES = new Orders(2, 3);

  /** The remainder of a step, beside the size of the unknowns. */
  static final double TOLERANCE = 0x1p-57;

  private final Coordinates coordinates;
  private final TubeSetting setting;
  private final Horizon horizon;
  private final List<ClaimWatch> watches;
  private final Integrator.End end;
  private int steps;
  private boolean lossReached;

  Pass(
      Coordinates coordinates,
      TubeSetting setting,
      LohnerSet start,
      Horizon horizon,
      List<TubeClaim> claims,
      DoubleConsumer progress) {
    this.coordinates = coordinates;
    this.setting = setting;
    this.horizon = horizon;
    this.watches = claims.stream().map(ClaimWatch::new).toList();
    this.end =
        new Integrator(coordinates.tape(), orders(start), TOLERANCE)
            .integrate(start, horizon.limit(), step -> follow(step, progress));
  }

  /** The orders that suit a set of starts. */
  static Orders orders(LohnerSet start) {
    return start.isWide() ? FOR_BOXES : FOR_POINTS;
  }

  private boolean follow(Step step, DoubleConsumer progress) {
    steps++;
    examine(step, step.from(), step.to(), watches, 0);
    Window last = new Window(step, step.to(), step.to(), coordinates, setting);
    lossReached = last.whole().symbol("loss").values().upper() < horizon.loss();
    progress.accept(step.to());
    boolean open = watches.stream().anyMatch(watch -> !watch.isDecided());
    return open && !lossReached && steps < horizon.steps();
  }

  private void examine(Step step, double from, double to, List<ClaimWatch> active, int halvings) {
    Window window = new Window(step, from, to, coordinates, setting);
    List<ClaimWatch> again =
        active.stream()
            .filter(watch -> !watch.isDecided() && watch.look(window, halvings))
            .toList();
    if (!again.isEmpty()) {
      double middle = from / 2 + to / 2;
      examine(step, from, middle, again, halvings + 1);
      examine(step, middle, to, again, halvings + 1);
    }
  }

  /** Whether the tube was followed to its horizon. */
  boolean reached() {
    return lossReached || (!end.stuck() && horizon.isEnd(end.time()));
  }

  Integrator.End end() {
    return end;
  }

  List<TubeFinding> findings() {
    return watches.stream().map(watch -> watch.finding(reached(), end.time())).toList();
  }
}
