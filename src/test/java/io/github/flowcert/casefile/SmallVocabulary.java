package io.github.flowcert.casefile;

import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.NamedNorms;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The identifiers that the shipped cases use, and comparisons told by their sign. */
final class SmallVocabulary implements ClaimVocabulary {
  @Override
  public boolean knows(String id) {
    return identifiers().contains(id);
  }

  @Override
  public List<String> identifiers() {
    return List.of(
        "determinant-sign",
        "balancedness",
        "loss-nonincreasing",
        "theorem-1",
        "lemma-10",
        "theorem-1/sharp");
  }

  @Override
  public Optional<String> problemWith(String expression, MatrixCompletion problem) {
    return expression.matches(".*[<>].*")
        ? Optional.empty()
        : Optional.of("'" + expression + "' compares nothing; expected <, <=, > or >=");
  }

  @Override
  public Optional<String> problemWithCondition(String condition, MatrixCompletion problem) {
    return problemWith(condition, problem);
  }

  /** Knows {@code w11}, which is no norm, and {@code frobenius}, which is one. */
  @Override
  public Optional<String> problemWithNorm(String expression, Shape shape) {
    return expression.equals("w11") || expression.equals("frobenius")
        ? Optional.empty()
        : Optional.of("unknown quantity '" + expression + "'; known are w11, frobenius");
  }

  @Override
  public ToDoubleFunction<Matrix> norm(String expression, Shape shape) {
    return expression.equals("w11")
        ? w -> Math.abs(w.entry(1, 1))
        : w -> NamedNorms.all().get(expression).of(w);
  }
}
