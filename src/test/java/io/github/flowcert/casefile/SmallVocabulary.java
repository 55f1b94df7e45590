package io.github.flowcert.casefile;

import io.github.flowcert.casefile.ClaimRequest.Let;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.NamedNorms;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.MatrixProblem;
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
        "theorem-1/norm",
        "theorem-2",
        "appendix-a",
        "lemma-10",
        "lemma-11",
        "theorem-1/sharp",
        "lemma-17",
        "lemma-18",
        "proposition-1",
        "proposition-2",
        "proposition-3",
        "proposition-4",
        "closed-form",
        "least-norm-limit",
        "singular-value-dynamics",
        "singular-vector-dynamics",
        "alignment",
        "depth-gap",
        "commuting-nuclear-norm",
        "schatten-not-minimal",
        "reconstruction-beats-nuclear");
  }

  @Override
  public Optional<String> problemWith(String expression, MatrixProblem problem, List<Let> let) {
    return expression.matches(".*[<>].*")
        ? Optional.empty()
        : Optional.of("'" + expression + "' compares nothing; expected <, <=, > or >=");
  }

  @Override
  public Optional<String> problemWithCondition(
      String condition, MatrixProblem problem, List<Let> let) {
    return problemWith(condition, problem, let);
  }

  @Override
  public Optional<String> problemWithLet(
      String expression, MatrixProblem problem, List<Let> earlier) {
    return expression.isBlank() ? Optional.of("nothing; expected something") : Optional.empty();
  }

  @Override
  public boolean isTaken(String name, MatrixProblem problem) {
    return name.equalsIgnoreCase("loss");
  }

  /**
   * Knows {@code w11}, which is no norm, {@code frobenius}, which is one, and takes what has
   * absolute values in it for the Frobenius norm too.
   */
  @Override
  public Optional<String> problemWithNorm(String expression, Shape shape) {
    return expression.matches("w11|frobenius|.*Abs.*")
        ? Optional.empty()
        : Optional.of("unknown quantity '" + expression + "'; known are w11, frobenius");
  }

  @Override
  public ToDoubleFunction<Matrix> norm(String expression, Shape shape) {
    return expression.equals("w11")
        ? w -> Math.abs(w.entry(1, 1))
        : w -> NamedNorms.all().get("frobenius").of(w);
  }
}
