package io.github.flowcert.expression;

import java.util.Map;

/**
 * Comparisons joined with {@code &&}, {@code ||} and {@code !}.
 *
 * @param text as written
 * @param formula what it means
 */
public record Condition(String text, Formula formula) {

  /**
   * Reads a condition in which some names stand for terms.
   *
   * @param definitions those terms, by name in lower case
   * @throws ExpressionException if it is none, or mentions what the vocabulary does not have
   */
  public static Condition parse(String text, Vocabulary vocabulary, Map<String, Term> definitions)
      throws ExpressionException {
    TermReader terms = new TermReader(new Scope(text, vocabulary, definitions));
    return new Condition(text, new FormulaReader(terms).read(Syntax.parse(text)));
  }

  /** Whether it is true in doubles; a comparison with NaN is not. */
  public boolean holds(Quantities quantities) {
    return formula.holds(quantities);
  }
}
