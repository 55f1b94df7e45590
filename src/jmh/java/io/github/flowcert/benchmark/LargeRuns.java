package io.github.flowcert.benchmark;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.RandomStarts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.simulate.FlowRun;
import io.github.flowcert.simulate.FlowSettings;
import io.github.flowcert.simulate.Trajectory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Completion of a random 100-by-100 matrix of rank 5 and Frobenius norm 100 from 2,000 entries, depth
 * 3, balanced Gaussian start: right-hand sides and balancedness, by integrator.
 */
public final class LargeRuns {
  private static final int SIZE = 100;
  private static final int RANK = 5;
  private static final int OBSERVED = 2000;
  private static final long SEED = 1;

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
        "| integrator | tolerance | right-hand sides | steps | seconds | t | loss | unbalancedness |"
            + " largest factor norm |");
    row(IntegratorKind.AUTO, 5e-9, loss, steps);
    row(IntegratorKind.RUNGE_KUTTA_CHEBYSHEV, 1e-4, loss, steps);
    row(IntegratorKind.DORMAND_PRINCE_853, 5e-9, loss, steps);
    row(IntegratorKind.DORMAND_PRINCE_54, 5e-9, loss, steps);
  }

  private static void row(IntegratorKind integrator, double tolerance, double loss, int steps) {
    Network network = new Network(problem(), List.of(SIZE, SIZE));
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
    long begin = System.nanoTime();
    Trajectory run =
        FlowRun.integrate(
            network,
            RandomStarts.balancedGaussian(network, 1e-3, SEED, 0),
            settings);
    double seconds = (System.nanoTime() - begin) * 1e-9;
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

  private static MatrixCompletion problem() {
    Random random = new Random(SEED);
    double[][] truth = truth(random);
    List<Integer> places = new ArrayList<>();
    for (int k = 0; k < SIZE * SIZE; k++) {
      places.add(k);
    }
    Collections.shuffle(places, random);
    Double[][] observed = new Double[SIZE][SIZE];
    for (int place : places.subList(0, OBSERVED)) {
      observed[place / SIZE][place % SIZE] = truth[place / SIZE][place % SIZE];
    }
    return MatrixCompletion.of(observed);
  }

  private static double[][] truth(Random random) {
    double[][] left = gaussian(random);
    double[][] right = gaussian(random);
    double[][] truth = new double[SIZE][SIZE];
    double squares = 0;
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        for (int r = 0; r < RANK; r++) {
          truth[i][j] += left[i][r] * right[j][r];
        }
        squares += truth[i][j] * truth[i][j];
      }
    }
    for (double[] row : truth) {
      for (int j = 0; j < SIZE; j++) {
        row[j] *= SIZE / Math.sqrt(squares);
      }
    }
    return truth;
  }

  private static double[][] gaussian(Random random) {
    double[][] entries = new double[SIZE][RANK];
    for (double[] row : entries) {
      for (int r = 0; r < RANK; r++) {
        row[r] = random.nextGaussian();
      }
    }
    return entries;
  }
}
