package io.github.flowcert.claim;

import io.github.flowcert.expression.Comparison;
import io.github.flowcert.expression.Condition;
import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Quantities;
import io.github.flowcert.expression.Term;
import io.github.flowcert.expression.Vocabulary;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.result.ClaimResult;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A claim whose expressions have been read, for one problem.
 *
 * @param definition the claim
 * @param comparison its statement, with the definitions put in
 * @param when the condition on the point; empty where it is claimed always
 * @param constants those definitions that are the same at every point, in order
 */
public record CompiledClaim(
    ClaimDefinition definition,
    Comparison comparison,
    Optional<Condition> when,
    List<Named> constants) {

  /** A name and the term for which it stands. */
  public record Named(String name, Term term) {}

  /**
   * Reads a claim about a problem.
   *
   * @throws ExpressionException if an expression is none, or mentions what there is not
   */
  public static CompiledClaim of(ClaimDefinition definition, MatrixProblem problem)
      throws ExpressionException {
    Vocabulary vocabulary = vocabulary(definition, problem);
    Map<String, Term> terms = new HashMap<>();
    for (ClaimDefinition.Let let : definition.let()) {
      terms.put(lower(let.name()), Expression.parse(let.expression(), vocabulary, terms).term());
    }
    Optional<Condition> when =
        definition.when() == null
            ? Optional.empty()
            : Optional.of(Condition.parse(definition.when(), vocabulary, terms));
    Comparison comparison = Comparison.parse(definition.statement(), vocabulary, terms);
    return new CompiledClaim(definition, comparison, when, constants(definition, terms));
  }

  private static Vocabulary vocabulary(ClaimDefinition definition, MatrixProblem problem) {
    return switch (definition.along()) {
      case TRAJECTORY -> ClaimVocabulary.of(problem, definition.perNorm());
      case SOLUTION_SET -> SolutionPoint.vocabulary(problem, definition.perNorm());
      case INITIALIZATION -> InitializationPoint.VOCABULARY;
      case SCALES -> ScalePoint.vocabulary(problem);
    };
  }

  /** Whether the claim says anything about this point. */
  public boolean appliesAt(Quantities point) {
    return when.isEmpty() || when.get().holds(point);
  }

  /** The constants of the statement, as computed; null for one that is not finite. */
  public List<ClaimResult.Parameter> parameters(Quantities point) {
    return constants.stream()
        .map(each -> new ClaimResult.Parameter(each.name(), finite(each.term().evaluate(point))))
        .toList();
  }

  /** A definition that a problem alone gives a value, which is no finite number; or empty. */
  Optional<String> withoutValue(MatrixProblem problem) {
    TrajectoryPoint nowhere =
        new TrajectoryPoint(null, Double.NaN, new Setting(problem, 0, 0, 0, 0, null));
    return constants.stream()
        .filter(each -> ClaimVocabulary.OF_PROBLEM.containsAll(each.term().quantities()))
        .filter(each -> finite(each.term().evaluate(nowhere)) == null)
        .map(Named::name)
        .findFirst();
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** Expressions look names up in lower case. */
  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static List<Named> constants(ClaimDefinition definition, Map<String, Term> terms) {
    return definition.let().stream()
        .map(let -> new Named(let.name(), terms.get(lower(let.name()))))
        .filter(named -> ClaimVocabulary.CONSTANT.containsAll(named.term().quantities()))
        .toList();
  }
}
