package io.github.flowcert.norm;

import java.util.function.ToDoubleFunction;

/**
 * A norm or quasi-norm of a user's own. That it is one, with this triangle constant, is what the
 * user states: it can be refuted, and nothing here proves it.
 *
 * @param name name in case files and documents
 * @param text the expression, as written
 * @param value its value
 * @param triangle the triangle constant that is stated, at least 1
 */
public record StatedNorm(String name, String text, ToDoubleFunction<Matrix> value, double triangle)
    implements Norm {

  /**
   * Checks the constant.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public StatedNorm {
    if (!(triangle >= 1)) {
      throw new IllegalArgumentException("triangle constant " + triangle + " is below 1");
    }
  }

  @Override
  public double of(Matrix matrix) {
    return value.applyAsDouble(matrix);
  }

  @Override
  public double triangleConstant(Shape shape) {
    return triangle;
  }
}
