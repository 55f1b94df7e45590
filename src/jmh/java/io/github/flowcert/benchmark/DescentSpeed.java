package io.github.flowcert.benchmark;

import io.github.flowcert.descent.Descent;
import io.github.flowcert.descent.DescentGoals;
import io.github.flowcert.descent.DescentMethod;
import io.github.flowcert.descent.DescentRun;
import io.github.flowcert.descent.Precision;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Iterations a second of whole descents, iterates kept included: the rows of the README's table. */
public final class DescentSpeed {
  private static final long ITERATIONS = 5_000_000;
  private static final int REPEATS = 5;

  private DescentSpeed() {}

  /** Prints depth, best iterations a second, and w11 at the end. */
  public static void main(String[] arguments) {
    for (int depth = 2; depth <= 4; depth++) {
      double best = Double.POSITIVE_INFINITY;
      double entry = 0;
      for (int repeat = 0; repeat < REPEATS; repeat++) {
        Network network =
            new Network(
                MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}}),
                Collections.nCopies(depth - 1, 2));
        Descent descent =
            new DescentMethod.GradientDescent()
                .start(
                    network, Starts.identity(network, 1e-3).factors(), 1e-3, Precision.DOUBLE);
        DescentGoals goals = new DescentGoals(ITERATIONS, 1e-12, List.of(), 20);
        long begin = System.nanoTime();
        DescentRun.run(descent, goals, log -> {});
        best = Math.min(best, (System.nanoTime() - begin) * 1e-9);
        entry = descent.parameters()[0];
      }
      System.out.printf(
          Locale.ROOT, "flowcert %d %.4g %.9f%n", depth, ITERATIONS / best, entry);
    }
  }
}
