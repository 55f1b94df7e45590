package io.github.flowcert.claim;

import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.Shape;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Functions of a matrix in the language of claims, restricted to what a matrix alone has. */
public final class MatrixExpression {
  private MatrixExpression() {}

  /**
   * Reads an expression over {@code w(i,j)}, {@code sigma(r)}, {@code schatten(p)}, {@code
   * entrywise(p)} and {@code norm(name)}.
   *
   * @return its value, NaN outside the domain of a function
   * @throws ExpressionException if it is none, or mentions anything else
   */
  public static ToDoubleFunction<Matrix> parse(String text, Shape shape)
      throws ExpressionException {
    Vocabulary vocabulary = new Vocabulary(Set.of(), MatrixQuantities.calls(shape), Map.of());
    Expression expression = Expression.parse(text, vocabulary);
    return matrix -> expression.evaluate(new MatrixQuantities(matrix));
  }
}
