package io.github.flowcert.descent;

import io.github.flowcert.descent.Descent.Halt;
import io.github.flowcert.descent.DescentLog.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Follows a descent and keeps the iterates that are asked for. One object is one run. */
public final class DescentRun {
  /** So many iterations, over the number of parameters, between two reports. */
  private static final long REPORT_EVERY = 40_000_000;

  private final Descent descent;
  private final DescentGoals goals;
  private final Consumer<DescentLog> listener;
  private final long stride;
  private final List<DescentPoint> points = new ArrayList<>();
  private List<Double> levels;
  private Long firstRise;
  private Stop stop;
  private long keptAt;
  private double[] keptMemory;

  private DescentRun(Descent descent, DescentGoals goals, Consumer<DescentLog> listener) {
    this.descent = descent;
    this.goals = goals;
    this.listener = listener;
    this.stride = Math.max(1, REPORT_EVERY / descent.parameters().length);
  }

  /**
   * Runs a descent from its start to its end.
   *
   * @param descent at its start
   * @param goals how far, and what to keep
   * @param listener is told now and then how far it is; what it is given can be stored
   */
  public static DescentLog run(Descent descent, DescentGoals goals, Consumer<DescentLog> listener) {
    DescentRun run = new DescentRun(descent, goals, listener);
    Halt halt = descent.advance(0, 0, false);
    run.keep();
    run.levels = goals.levelsBelow(descent.loss());
    if (halt == Halt.DIVERGED || run.levels.isEmpty()) {
      run.stop = halt == Halt.DIVERGED ? Stop.DIVERGED : Stop.LOSS;
    }
    return run.toTheEnd();
  }

  /**
   * Goes on with a descent that was stored on its way; the result is that of a run without a break.
   *
   * @param descent another one for the same descent; its place is taken from the log
   * @param log what the listener was given last
   */
  public static DescentLog resume(
      Descent descent, DescentGoals goals, DescentLog log, Consumer<DescentLog> listener) {
    DescentRun run = new DescentRun(descent, goals, listener);
    descent.restore(log.iteration(), log.memory());
    run.points.addAll(log.points());
    run.firstRise = log.firstRise();
    run.stop = log.stop();
    double lowest = log.points().stream().mapToDouble(DescentPoint::loss).min().orElseThrow();
    run.levels = goals.levelsBelow(lowest);
    run.remember();
    return run.toTheEnd();
  }

  private DescentLog toTheEnd() {
    while (stop == null) {
      long next = goals.nextKept(end());
      long until = Math.min(next, descent.iteration() + stride);
      step(descent.advance(until, levels.get(0), firstRise == null), next);
      listener.accept(log());
    }
    return log();
  }

  private long end() {
    return Math.max(descent.iteration(), points.get(points.size() - 1).iteration());
  }

  private void step(Halt halt, long next) {
    switch (halt) {
      case LEVEL -> {
        keep();
        levels = goals.levelsBelow(descent.loss());
        stop = levels.isEmpty() ? Stop.LOSS : null;
      }
      case ROSE -> rose();
      case DIVERGED -> stop = Stop.DIVERGED;
      case ITERATION -> {
        if (descent.iteration() == next) {
          keep();
          stop = next >= goals.iterations() ? Stop.ITERATIONS : null;
        }
      }
    }
  }

  /** Keeps the iterate whose loss rose and, going back for it, the one before. */
  private void rose() {
    firstRise = descent.iteration();
    double[] memory = descent.memory();
    if (firstRise - 1 > keptAt) {
      descent.restore(keptAt, keptMemory);
      descent.advance(firstRise - 1, 0, false);
      keep();
      descent.restore(firstRise, memory);
      descent.advance(firstRise, 0, false);
    }
    keep();
  }

  private void keep() {
    if (points.isEmpty() || descent.iteration() > keptAt) {
      points.add(
          new DescentPoint(
              descent.iteration(), descent.time(), descent.loss(), descent.parameters()));
    }
    remember();
  }

  private void remember() {
    keptAt = descent.iteration();
    keptMemory = descent.memory();
  }

  private DescentLog log() {
    return new DescentLog(points, stop, firstRise, descent.iteration(), descent.memory());
  }
}
