package io.github.flowcert.enclose;

import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.lohner.Integrator;
import io.github.flowcert.lohner.LohnerSet;
import io.github.flowcert.lohner.Orders;
import io.github.flowcert.lohner.Step;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Validated integrations of the analysed problem from 0.1 times the identity: a row of the README's
 * table each, in seconds of its thread. Boxes that need parts are left to {@code verify}.
 */
public final class EnclosureTable {
  private static final Interval TENTH = Interval.of(new BigDecimal("0.1"));

  private static final Residuals PROBLEM =
      new Residuals(
          2,
          2,
          List.of(
              Optional.empty(),
              Optional.of(Interval.ONE),
              Optional.of(Interval.ONE),
              Optional.of(Interval.ZERO)));

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final TubeSetting SETTING =
      new TubeSetting(PROBLEM, 0, 1, 1, Interval.ZERO, Interval.ZERO);

  private EnclosureTable() {}

  /** Prints the table. */
  public static void main(String[] arguments) {
    System.out.println("| unknowns | depth | radius | to t | steps | CPU seconds | w11 | width | det |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (int depth = 2; depth <= 3; depth++) {
      row("factors", depth, "0", 50, factors(depth));
    }
    row("balanced", 2, "0", 2000, balanced(2, "0"));
    row("balanced", 3, "0", 200, balanced(3, "0"));
    row("balanced", 4, "0", 200, balanced(4, "0"));
    for (int depth = 2; depth <= 3; depth++) {
      row("balanced", depth, "1e-4", 50, balanced(depth, "1e-4"));
    }
  }

  private static TubeStart factors(int depth) {
    Interval root = Interval.ONE.dividedBy(Interval.of(depth));
    return TubeStarts.identity(
        Collections.nCopies(depth + 1, 2), PROBLEM, Elementary.power(TENTH, root));
  }

  private static TubeStart balanced(int depth, String radius) {
    double half = Interval.of(new BigDecimal(radius)).upper();
    Interval[] product = {TENTH, Interval.ZERO, Interval.ZERO, TENTH};
    return TubeStarts.balanced(depth, PROBLEM, product, Interval.of(0 - half, half)).orElseThrow();
  }

  private static void row(String unknowns, int depth, String radius, double until, TubeStart start) {
    Interval[] found = new Interval[2];
    long begin = THREADS.getCurrentThreadCpuTime();
    Integrator.End end = integrate(start, until, found);
    double seconds = (THREADS.getCurrentThreadCpuTime() - begin) * 1e-9;
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %s | %.6g%s | %d | %.1f | %.12g | %.1e | [%.6g, %.6g] |%n",
        unknowns,
        depth,
        radius,
        end.time(),
        end.stuck() ? " (stuck)" : "",
        end.steps(),
        seconds,
        found[0].lower() / 2 + found[0].upper() / 2,
        found[0].width(),
        found[1].lower(),
        found[1].upper());
  }

  private static Integrator.End integrate(TubeStart start, double until, Interval[] found) {
    LohnerSet set = start.set();
    Orders orders = Pass.orders(set);
    return new Integrator(start.coordinates().tape(), orders, Pass.TOLERANCE)
        .integrate(set, until, step -> step.to() < until || look(step, start.coordinates(), found));
  }

  private static boolean look(Step step, Coordinates coordinates, Interval[] found) {
    Window end = new Window(step, step.to(), step.to(), coordinates, SETTING);
    double[] first = {1, 1};
    found[0] = end.bound(end.whole().call("w", first), end.center().call("w", first));
    found[1] = end.bound(end.whole().symbol("det"), end.center().symbol("det"));
    return true;
  }
}
