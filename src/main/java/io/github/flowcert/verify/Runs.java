package io.github.flowcert.verify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.FlowOptions;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.simulate.DenseStep;
import io.github.flowcert.simulate.FlowRun;
import io.github.flowcert.simulate.FlowSettings;
import io.github.flowcert.simulate.Trajectory;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The runs by which a case is judged: the one asked for, a tighter one, and another formulation.
 */
final class Runs {
  private static final double TIGHTER = 1e-2;

  /** Methods of low order, as large problems need, pay dearly for a tighter tolerance. */
  private static final double TIGHTER_FOR_MANY = 1e-1;

  private static final double TIGHTEST = 1e-13;

  /** A hundredth of the tolerance takes 100^(1/p) times the steps of a method of order p. */
  private static final int MORE_STEPS = 20;

  private static final int SMALL = 60;

  private final StartingPoint start;
  private final FlowSettings settings;

  Runs(Case from, StartingPoint start) {
    this.start = start;
    FlowOptions options = from.flow();
    this.settings =
        new FlowSettings(
            options.formulation(),
            options.integrator(),
            options.relative(),
            options.absolute(),
            options.untilLoss(),
            options.untilTime(),
            options.untilSteps(),
            options.recordLoss(),
            options.recordTime());
  }

  /** The run asked for. */
  Trajectory asked(Consumer<DenseStep> listener) {
    return FlowRun.integrate(start.network(), start.point(), settings, listener);
  }

  /** The run asked for, but only up to a time. */
  Trajectory askedUpTo(double time, Consumer<DenseStep> listener) {
    return FlowRun.integrate(
        start.network(), start.point(), settings.upTo(time, List.of()), listener);
  }

  /**
   * A second run up to the end of the first one, at a tighter tolerance, sampled at these times.
   */
  Trajectory tighter(double end, Collection<Double> times) {
    FlowSettings tight =
        settings
            .withTolerances(tighterTolerance(), settings.absolute() * tighter())
            .withSteps(moreSteps())
            .upTo(end, List.copyOf(new TreeSet<>(times)));
    return FlowRun.integrate(start.network(), start.point(), tight);
  }

  private int moreSteps() {
    return (int) Math.min(Integer.MAX_VALUE, (long) settings.untilSteps() * MORE_STEPS);
  }

  /**
   * The relative tolerance of the second run. One below rounding would make the integrator crawl:
   * then a looser run must do.
   */
  double tighterTolerance() {
    double relative = settings.relative() * tighter();
    return relative < TIGHTEST ? Math.max(TIGHTEST, settings.relative() * 10) : relative;
  }

  private double tighter() {
    return factorsAreFew() ? TIGHTER : TIGHTER_FOR_MANY;
  }

  /** The flow of least squares along singular vectors, up to a time. */
  Trajectory singularVectors(double end, Collection<Double> times) {
    FlowSettings other =
        settings
            .with(Formulation.SINGULAR_VALUES, IntegratorKind.AUTO)
            .withSteps(moreSteps())
            .upTo(end, List.copyOf(new TreeSet<>(times)));
    return FlowRun.integrate(start.network(), start.point(), other);
  }

  /** Whether the factors are few enough to be integrated implicitly beside the main run. */
  boolean factorsAreFew() {
    return start.network().parameters() <= SMALL;
  }

  /**
   * The factors formulation up to a time, or so many steps: implicitly where the factors are few.
   */
  Trajectory factors(
      double end, int steps, Collection<Double> times, Consumer<DenseStep> listener) {
    IntegratorKind integrator =
        factorsAreFew() ? IntegratorKind.RADAU : IntegratorKind.RUNGE_KUTTA_CHEBYSHEV;
    FlowSettings other =
        settings
            .with(Formulation.FACTORS, integrator)
            .withSteps(steps)
            .upTo(end, List.copyOf(new TreeSet<>(times)));
    return FlowRun.integrate(start.network(), start.point(), other, listener);
  }
}
