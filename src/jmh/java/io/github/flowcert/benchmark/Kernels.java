package io.github.flowcert.benchmark;

import io.github.flowcert.flow.Coordinates;
import io.github.flowcert.flow.DeterminantCoordinates;
import io.github.flowcert.flow.FactorsCoordinates;
import io.github.flowcert.flow.GradedCoordinates;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.ProductCoordinates;
import io.github.flowcert.flow.RandomStarts;
import io.github.flowcert.problem.MatrixCompletion;
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

/** One right-hand side and one Jacobian of the 2-by-2 flow, by coordinates and depth. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Kernels {
  /** Which coordinates. */
  @Param({"determinant", "graded", "product", "factors"})
  public String coordinates;

  /** Depth L. */
  @Param({"2", "3", "4"})
  public int depth;

  private Coordinates field;
  private double[] point;
  private double[] slope;
  private double[] jacobian;

  /** Made by JMH. */
  public Kernels() {}

  /** A random balanced start. */
  @Setup
  public void prepare() {
    MatrixCompletion problem = MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}});
    Network network = new Network(problem, Collections.nCopies(depth - 1, 2));
    var start = RandomStarts.balancedGaussian(network, 1, 1, 1);
    field =
        switch (coordinates) {
          case "determinant" -> new DeterminantCoordinates(network, start, 1e-8);
          case "graded" -> new GradedCoordinates(network, start, 1e-8);
          case "product" -> new ProductCoordinates(network, start, 1e-8, 1e-12);
          default -> new FactorsCoordinates(network, start, 1e-8, 1e-12);
        };
    point = field.start();
    slope = field.computeDerivatives(0, point);
    jacobian = new double[point.length * point.length];
  }

  /** The vector field. */
  @Benchmark
  public double[] rightHandSide() {
    return field.computeDerivatives(0, point);
  }

  /** The Jacobian. */
  @Benchmark
  public double[] jacobian() {
    field.fill(0, point, slope, jacobian);
    return jacobian;
  }
}
