package io.github.flowcert.casefile;

import io.github.flowcert.problem.MatrixCompletion;
import java.util.List;
import java.util.Optional;

/** The identifiers that the shipped cases use, and comparisons told by their sign. */
final class SmallVocabulary implements ClaimVocabulary {
  @Override
  public boolean knows(String id) {
    return identifiers().contains(id);
  }

  @Override
  public List<String> identifiers() {
    return List.of(
        "determinant-sign", "balancedness", "loss-nonincreasing", "theorem-1", "lemma-10");
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
}
