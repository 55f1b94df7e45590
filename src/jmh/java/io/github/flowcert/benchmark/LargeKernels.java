package io.github.flowcert.benchmark;

import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.RandomStarts;
import io.github.flowcert.linalg.Block;
import io.github.flowcert.problem.RandomCompletion;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One right-hand side of the completion of a 100-by-100 matrix, and one product of that size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LargeKernels {
  private static final int SIZE = 100;

  /** Depth L. */
  @Param({"2", "3", "4"})
  public int depth;

  /** Number of observed entries. */
  @Param({"500", "2000", "10000"})
  public int observed;

  private FactorsCoordinates field;
  private double[] point;
  private Block left;
  private Block right;
  private Block product;

  /** Made by JMH. */
  public LargeKernels() {}

  /** A random start of size 1. */
  @Setup
  public void prepare() {
    Network network =
        new Network(
            RandomCompletion.of(SIZE, SIZE, 5, observed, 1), Collections.nCopies(depth - 1, SIZE));
    field = new FactorsCoordinates(network, RandomStarts.gaussian(network, 1, 1, 0), 1e-8, 1e-12);
    point = field.start();
    left = Block.of(point, 0, SIZE, SIZE);
    right = Block.of(point, SIZE * SIZE, SIZE, SIZE);
    product = Block.zeros(SIZE, SIZE);
  }

  /** The vector field. */
  @Benchmark
  public double[] rightHandSide() {
    return field.computeDerivatives(0, point);
  }

  /** A product of two matrices. */
  @Benchmark
  public double[] product() {
    product.setProduct(left, right);
    return product.data();
  }
}
