package io.github.flowcert.benchmark;

import io.github.flowcert.descent.Descent;
import io.github.flowcert.descent.DescentMethod;
import io.github.flowcert.descent.Precision;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One iteration of 2-by-2 gradient descent, by depth and precision. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DescentKernels {
  private static final int ITERATIONS = 10_000;

  /** Depth L. */
  @Param({"2", "3", "4"})
  public int depth;

  /** The numbers computed in. */
  @Param({"SINGLE", "DOUBLE", "DOUBLE_DOUBLE"})
  public String precision;

  private Descent descent;

  /** Made by JMH. */
  public DescentKernels() {}

  /** The analysed problem from a scaled identity. */
  @Setup
  public void prepare() {
    Network network =
        new Network(
            MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}}),
            Collections.nCopies(depth - 1, 2));
    descent =
        new DescentMethod.GradientDescent()
            .start(
                network,
                Starts.identity(network, 1e-3).factors(),
                1e-3,
                Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
  }

  /** Many iterations at a stretch. */
  @Benchmark
  @OperationsPerInvocation(ITERATIONS)
  public double iterate() {
    descent.advance(descent.iteration() + ITERATIONS, 0, true);
    return descent.loss();
  }
}
