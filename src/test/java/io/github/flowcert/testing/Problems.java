package io.github.flowcert.testing;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.problem.MatrixSensing;
import io.github.flowcert.simulate.FlowRun;
import io.github.flowcert.simulate.FlowSettings;
import io.github.flowcert.simulate.Trajectory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Completion problems and runs that several tests use. */
public final class Problems {
  private static final double ALL_TIME = 1e30;

  private Problems() {}

  /** The completion problem with these rows; null is an unobserved entry. */
  public static MatrixCompletion completion(Double[]... rows) {
    return MatrixCompletion.of(rows);
  }

  /** Everything observed. */
  public static MatrixCompletion observed(double[] target, int rows, int columns) {
    Double[][] entries = new Double[rows][columns];
    for (int k = 0; k < target.length; k++) {
      entries[k / columns][k % columns] = target[k];
    }
    return MatrixCompletion.of(entries);
  }

  /** Gaussian targets, each observed with probability 3/4. */
  public static MatrixCompletion random(Random random, int rows, int columns) {
    Double[][] entries = new Double[rows][columns];
    for (int k = 0; k < rows * columns; k++) {
      entries[k / columns][k % columns] = random.nextInt(4) == 0 ? null : random.nextGaussian();
    }
    return MatrixCompletion.of(entries);
  }

  /** Gaussian measurement matrices and labels. */
  public static MatrixSensing sensing(Random random, int rows, int columns, int count) {
    double[][] matrices = new double[count][];
    for (int i = 0; i < count; i++) {
      matrices[i] = gaussian(random, rows * columns);
    }
    return MatrixSensing.of(rows, columns, matrices, gaussian(random, count));
  }

  private static double[] gaussian(Random random, int entries) {
    double[] numbers = new double[entries];
    Arrays.setAll(numbers, k -> random.nextGaussian());
    return numbers;
  }

  /** The problem that Razin and Cohen analyse, eq. (6), with b22 = epsilon. */
  public static MatrixCompletion analysed(double epsilon) {
    return completion(new Double[] {null, 1.0}, new Double[] {1.0, epsilon});
  }

  /** Their Appendix A: only (1,1) is free; ones at (1,2), (2,1) and (i,i) from i = 3 on. */
  public static MatrixCompletion appendixA(int d) {
    Double[][] entries = new Double[d][d];
    for (int k = 1; k < d * d; k++) {
      int i = k / d;
      int j = k % d;
      entries[i][j] = (i == j && i >= 2) || (i + j == 1) ? 1.0 : 0.0;
    }
    return MatrixCompletion.of(entries);
  }

  /** Only (1,1) is unobserved, all else is observed to be 0. */
  public static MatrixCompletion zeroButFirst(int rows, int columns) {
    Double[][] entries = new Double[rows][columns];
    for (int k = 1; k < rows * columns; k++) {
      entries[k / columns][k % columns] = 0.0;
    }
    return MatrixCompletion.of(entries);
  }

  /** A network with hidden layers as wide as the smaller side. */
  public static Network network(MatrixProblem problem, int depth) {
    int width = Math.min(problem.rows(), problem.columns());
    return new Network(problem, Collections.nCopies(depth - 1, width));
  }

  /** A point with balanced factors. */
  public static Carry at(Network network, double[] product) {
    return Starts.product(network, product);
  }

  /** The gradient of the loss. */
  public static double[] gradient(Network network, double[] product) {
    double[] gradient = new double[product.length];
    network.problem().gradient(product, gradient);
    return gradient;
  }

  /** Settings with automatic choices, which stop at a loss and record others. */
  public static FlowSettings until(double loss, Double... recorded) {
    return new FlowSettings(
        Formulation.AUTO,
        IntegratorKind.AUTO,
        1e-8,
        1e-12,
        loss,
        ALL_TIME,
        200_000,
        List.of(recorded),
        List.of());
  }

  /** Runs, and lets nobody listen. */
  public static Trajectory run(Network network, Carry start, FlowSettings settings) {
    return FlowRun.integrate(network, start, settings, step -> {});
  }
}
