package io.github.flowcert.benchmark;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.RandomStarts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.problem.RandomCompletion;
import io.github.flowcert.simulate.FlowRun;
import io.github.flowcert.simulate.FlowSettings;
import io.github.flowcert.simulate.Trajectory;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * Completion of a random 100-by-100 matrix of rank 5 and Frobenius norm 100 from 2,000 entries, depth
 * 3, small Gaussian layers, as in the experiments of Arora et al. (2019): right-hand sides and
 * processor time, by integrator and tolerance.
 */
public final class LargeRuns {
  private static final int SIZE = 100;
  private static final int RANK = 5;
  private static final int OBSERVED = 2000;
  private static final long SEED = 1;
  private static final double SCALE = 1e-4;

  private LargeRuns() {}

  /**
   * Prints a row a run.
   *
   * @param arguments target loss (default 1e-6) and step limit (default 20000)
   */
  public static void main(String[] arguments) {
    double loss = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 1e-6;
    int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
    System.out.println("seed " + SEED);
    System.out.println(
        "| integrator | tolerance | right-hand sides | steps | CPU seconds | t | loss |"
            + " unbalancedness | largest factor norm |");
    row(IntegratorKind.AUTO, 1e-8, loss, steps);
    row(IntegratorKind.AUTO, 1e-5, loss, steps);
    row(IntegratorKind.RUNGE_KUTTA_CHEBYSHEV, 1e-4, loss, steps);
  }

  private static void row(IntegratorKind integrator, double tolerance, double loss, int steps) {
    Network network = new Network(RandomCompletion.of(SIZE, SIZE, RANK, OBSERVED, SEED), List.of(SIZE, SIZE));
    FlowSettings settings =
        new FlowSettings(
            Formulation.AUTO,
            integrator,
            tolerance,
            1e-12,
            loss,
            1e30,
            steps,
            List.of(),
            List.of());
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Trajectory run =
        FlowRun.integrate(
            network,
            RandomStarts.gaussian(network, SCALE, SEED, 0),
            settings);
    double seconds =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) * 1e-9;
    FlowState end = run.end();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0e | %d | %d | %.0f | %.4g | %.1e | %.1e | %.3g |%n",
        integrator.word(),
        tolerance,
        run.evaluations(),
        run.steps(),
        seconds,
        end.time(),
        end.loss(),
        end.unbalancedness(),
        Math.sqrt(end.factorScale()));
  }
}
