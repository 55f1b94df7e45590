package io.github.flowcert.benchmark;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.simulate.FlowRun;
import io.github.flowcert.simulate.FlowSettings;
import io.github.flowcert.simulate.Trajectory;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Whole runs on the analysed problem from scaled identities: a row of the README's table each. */
public final class WholeRuns {
  private static final int STEP_LIMIT = 20_000;
  private static final int REPEATS = 3;

  private WholeRuns() {}

  private record Method(Formulation formulation, IntegratorKind integrator) {}

  private static final List<Method> METHODS =
      List.of(
          new Method(Formulation.AUTO, IntegratorKind.AUTO),
          new Method(Formulation.SINGULAR_VALUES, IntegratorKind.ROSENBROCK),
          new Method(Formulation.PRODUCT, IntegratorKind.RADAU),
          new Method(Formulation.FACTORS, IntegratorKind.RADAU),
          new Method(Formulation.FACTORS, IntegratorKind.DORMAND_PRINCE_853));

  /** Prints the rows. */
  public static void main(String[] arguments) {
    for (int depth = 2; depth <= 5; depth++) {
      for (double alpha : new double[] {1e-1, 1e-3, 1e-6}) {
        for (double loss : new double[] {1e-4, 1e-8, 1e-12}) {
          for (Method method : METHODS) {
            row(depth, alpha, loss, method);
          }
        }
      }
    }
  }

  private static void row(int depth, double alpha, double loss, Method method) {
    Trajectory trajectory = run(depth, alpha, loss, method);
    double seconds = Double.POSITIVE_INFINITY;
    for (int k = 0; k < REPEATS; k++) {
      long begin = System.nanoTime();
      trajectory = run(depth, alpha, loss, method);
      seconds = Math.min(seconds, (System.nanoTime() - begin) * 1e-9);
    }
    FlowState end = trajectory.end();
    String stop = trajectory.stop() == Trajectory.Stop.LOSS ? "" : gaveUp(trajectory, end);
    System.out.printf(
        Locale.ROOT,
        "| %d | %.0e | %.0e | %s | %s | %d | %d | %.3f | %.7g | %s%s |%n",
        depth,
        alpha,
        loss,
        method.formulation().word(),
        method.integrator().word(),
        trajectory.evaluations(),
        trajectory.steps(),
        seconds,
        end.entry(1, 1),
        end.determinantSign() > 0 ? "+" : "-",
        stop);
  }

  private static String gaveUp(Trajectory trajectory, FlowState end) {
    return String.format(
        Locale.ROOT, " (%s at loss %.1e)", trajectory.stop().word(), end.loss());
  }

  private static Trajectory run(int depth, double alpha, double loss, Method method) {
    MatrixCompletion problem = MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}});
    Network network = new Network(problem, Collections.nCopies(depth - 1, 2));
    Carry start = Starts.identity(network, alpha);
    FlowSettings settings =
        new FlowSettings(
            method.formulation(),
            method.integrator(),
            1e-8,
            1e-12,
            loss,
            1e30,
            STEP_LIMIT,
            List.of(),
            List.of());
    return FlowRun.integrate(network, start, settings);
  }
}
