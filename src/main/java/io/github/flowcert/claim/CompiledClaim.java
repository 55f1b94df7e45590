package io.github.flowcert.claim;

import io.github.flowcert.expression.Comparison;
import io.github.flowcert.expression.Condition;
import io.github.flowcert.expression.Expression;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Term;
import io.github.flowcert.expression.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A claim whose texts have been read.
 *
 * @param definition the texts
 * @param comparison the statement
 * @param when the condition; null for none
 * @param let the named parts, in order
 */
public record CompiledClaim(
    ClaimDefinition definition, Comparison comparison, Condition when, Map<String, Term> let) {
  private static final Set<String> CONSTANT = Set.of("unitnorm", "c", "reltol", "abstol");

  /**
   * Reads a claim's texts.
   *
   * @param vocabulary the quantities of the problem
   * @throws ExpressionException if a text is no expression, or mentions what does not exist
   */
  public static CompiledClaim of(ClaimDefinition definition, Vocabulary vocabulary)
      throws ExpressionException {
    Vocabulary known =
        definition.perNorm() ? TrajectoryVocabulary.withNorm(vocabulary) : vocabulary;
    Map<String, Term> let = new LinkedHashMap<>();
    for (ClaimDefinition.Let each : definition.let()) {
      let.put(each.name(), Expression.parse(each.expression(), known, let).term());
    }
    Condition when =
        definition.when() == null ? null : Condition.parse(definition.when(), known, let);
    return new CompiledClaim(
        definition, Comparison.parse(definition.statement(), known, let), when, let);
  }

  /** The named parts that are constants of a case, with their values. */
  public Map<String, Double> constants(TrajectoryQuantities anywhere) {
    Map<String, Double> constants = new LinkedHashMap<>();
    let.forEach(
        (name, term) -> {
          if (CONSTANT.containsAll(term.quantities())) {
            constants.put(name, term.evaluate(anywhere));
          }
        });
    return constants;
  }

  /** Whether the statement mentions a quantity. */
  public boolean mentions(String quantity) {
    return comparison.formula().terms().anyMatch(term -> term.quantities().contains(quantity));
  }
}
