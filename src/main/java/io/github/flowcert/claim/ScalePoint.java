package io.github.flowcert.claim;

import io.github.flowcert.expression.Argument;
import io.github.flowcert.expression.Quantities;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.MatrixProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The quantities at the end W of the flow from alpha I, one of a sequence of such starts.
 *
 * @param problem the problem
 * @param alpha the scale of the initial product matrix
 * @param matrix the end W
 * @param least the least nuclear norm of a positive semidefinite solution
 * @param previous the end from the scale before; null at the first
 */
public record ScalePoint(
    MatrixProblem problem, double alpha, Matrix matrix, double least, Matrix previous)
    implements Quantities {
  private static final double SHORT = 1e-6;

  /** What can be said about the ends of flows from smaller and smaller starts. */
  static Vocabulary vocabulary(MatrixProblem problem) {
    Shape shape = new Shape(problem.rows(), problem.columns());
    Map<String, List<Argument>> calls = new HashMap<>(MatrixQuantities.calls(shape));
    Argument positive = new Argument.Positive();
    calls.put("tilted", List.of(positive, positive));
    calls.put("tiltedloss", List.of(positive));
    return new Vocabulary(
        Set.of("alpha", "loss", "nuclearexcess", "previousexcess"), calls, Map.of());
  }

  @Override
  public double symbol(String name) {
    return switch (name) {
      case "alpha" -> alpha;
      case "loss" -> problem.loss(matrix.entries());
      case "nuclearexcess" -> excess(matrix);
      case "previousexcess" -> previous == null ? Double.NaN : excess(previous);
      default -> throw new IllegalArgumentException("no quantity '" + name + "'");
    };
  }

  /**
   * How far the nuclear norm exceeds the least one, relative to that; NaN where it falls short of
   * it by more than an end can miss the labels, for then one of the two is wrong.
   */
  private double excess(Matrix end) {
    double excess = (new Schatten("nuclear", 1).of(end) - least) / least;
    return excess < -SHORT ? Double.NaN : excess;
  }

  @Override
  public double call(String name, double[] arguments) {
    return switch (name) {
      case "tilted" -> new Schatten(name, arguments[0]).of(tilted(arguments[1]));
      case "tiltedloss" -> problem.loss(tilted(arguments[0]).entries());
      default -> new MatrixQuantities(matrix).call(name, arguments);
    };
  }

  /** W with a number added to its entries (1, 2) and (2, 1). */
  private Matrix tilted(double by) {
    double[] entries = matrix.entries().clone();
    if (matrix.shape().rank() < 2) {
      return matrix;
    }
    entries[1] += by;
    entries[matrix.shape().columns()] += by;
    return Matrix.of(matrix.shape(), entries);
  }

  @Override
  public double callWithName(String name, String argument) {
    return new MatrixQuantities(matrix).callWithName(name, argument);
  }
}
