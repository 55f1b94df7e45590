package io.github.flowcert.verify;

import io.github.flowcert.casefile.ClaimRequest.Let;
import io.github.flowcert.casefile.ClaimVocabulary;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.MatrixExpression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.MatrixProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What case files may claim, for their reader. */
public final class Vocabularies {
  private static final String ANY_COMPARISON = "loss > 0";

  private Vocabularies() {}

  /** The claims of a catalogue, and the language of claims of a user's own. */
  public static ClaimVocabulary of(Catalogue catalogue) {
    return new ClaimVocabulary() {
      @Override
      public boolean knows(String id) {
        return !catalogue.resolve(id).isEmpty();
      }

      @Override
      public List<String> identifiers() {
        return catalogue.identifiers();
      }

      @Override
      public Optional<String> problemWith(String expression, MatrixProblem problem, List<Let> let) {
        return wrong(expression, null, problem, let);
      }

      @Override
      public Optional<String> problemWithCondition(
          String condition, MatrixProblem problem, List<Let> let) {
        return wrong(ANY_COMPARISON, condition, problem, let);
      }

      @Override
      public Optional<String> problemWithLet(
          String expression, MatrixProblem problem, List<Let> earlier) {
        List<Let> all = new ArrayList<>(earlier);
        all.add(new Let("defined", expression));
        return wrong(ANY_COMPARISON, null, problem, all)
            .or(() -> withoutValue(expression, problem, all));
      }

      @Override
      public boolean isTaken(String name, MatrixProblem problem) {
        return Catalogue.isTaken(name, problem);
      }

      @Override
      public Optional<String> problemWithNorm(String expression, Shape shape) {
        try {
          MatrixExpression.parse(expression, shape);
          return Optional.empty();
        } catch (ExpressionException e) {
          return Optional.of(e.getMessage());
        }
      }

      @Override
      public ToDoubleFunction<Matrix> norm(String expression, Shape shape) {
        try {
          return MatrixExpression.parse(expression, shape);
        } catch (ExpressionException e) {
          throw new IllegalArgumentException(e);
        }
      }
    };
  }

  /** Definitions of a case as claims have them. */
  static List<ClaimDefinition.Let> definitions(List<Let> lets) {
    return lets.stream().map(let -> new ClaimDefinition.Let(let.name(), let.expression())).toList();
  }

  private static Optional<String> withoutValue(
      String expression, MatrixProblem problem, List<Let> let) {
    ClaimDefinition claim = ClaimDefinition.custom("claim", ANY_COMPARISON, null, definitions(let));
    return Catalogue.withoutValue(claim, problem)
        .map(name -> "'" + expression + "' is no finite number here; expected one that is");
  }

  private static Optional<String> wrong(
      String expression, String condition, MatrixProblem problem, List<Let> let) {
    ClaimDefinition claim =
        ClaimDefinition.custom("claim", expression, condition, definitions(let));
    return Catalogue.problemWith(claim, problem);
  }
}
