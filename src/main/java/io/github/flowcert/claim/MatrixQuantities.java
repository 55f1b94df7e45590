package io.github.flowcert.claim;

import io.github.flowcert.expression.Argument;
import io.github.flowcert.expression.Quantities;
import io.github.flowcert.norm.Entrywise;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.NamedNorms;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.norm.Shape;
import java.util.List;
import java.util.Map;

/**
 * The quantities that a matrix alone has: entries, singular values and norms.
 *
 * @param matrix the matrix
 */
record MatrixQuantities(Matrix matrix) implements Quantities {

  /** What they are called, and what they take as arguments. */
  static Map<String, List<Argument>> calls(Shape shape) {
    List<Argument> exponent = List.of(new Argument.Positive());
    return Map.of(
        "w",
        List.of(new Argument.Index(1, shape.rows()), new Argument.Index(1, shape.columns())),
        "sigma",
        List.of(new Argument.Index(1, shape.rank())),
        "schatten",
        exponent,
        "entrywise",
        exponent,
        "norm",
        List.of(new Argument.Name(NamedNorms.all().keySet())));
  }

  @Override
  public double symbol(String name) {
    throw new IllegalArgumentException("no quantity '" + name + "'");
  }

  @Override
  public double call(String name, double[] arguments) {
    double first = arguments[0];
    return switch (name) {
      case "w" -> matrix.entry((int) first, (int) arguments[1]);
      case "sigma" -> Math.exp(matrix.logSingularValues()[(int) first - 1]);
      case "schatten" -> new Schatten(name, first).of(matrix);
      case "entrywise" -> new Entrywise(name, first).of(matrix);
      default -> throw new IllegalArgumentException("no quantity '" + name + "'");
    };
  }

  @Override
  public double callWithName(String name, String argument) {
    return NamedNorms.all().get(argument).of(matrix);
  }
}
