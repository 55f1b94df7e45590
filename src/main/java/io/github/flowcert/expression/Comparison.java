package io.github.flowcert.expression;

import java.util.Map;

/**
 * A single comparison of two expressions.
 *
 * @param text as written
 * @param formula what it means
 */
public record Comparison(String text, Formula.Related formula) {

  /**
   * Reads a comparison in which some names stand for terms.
   *
   * @param definitions those terms, by name in lower case
   * @throws ExpressionException if it is none, is a chain or an equality, or mentions what the
   *     vocabulary does not have
   */
  public static Comparison parse(String text, Vocabulary vocabulary, Map<String, Term> definitions)
      throws ExpressionException {
    TermReader terms = new TermReader(new Scope(text, vocabulary, definitions));
    return new Comparison(text, new FormulaReader(terms).comparison(Syntax.parse(text)));
  }

  /** The relation between the two sides. */
  public Relation relation() {
    return formula.relation();
  }

  /** The left side in doubles. */
  public double left(Quantities quantities) {
    return formula.left().evaluate(quantities);
  }

  /** The right side in doubles. */
  public double right(Quantities quantities) {
    return formula.right().evaluate(quantities);
  }

  /**
   * Left minus right or right minus left, so that it is positive where the comparison holds. NaN
   * where a side is NaN or both are the same infinity.
   */
  public double margin(Quantities quantities) {
    return relation().margin(left(quantities), right(quantities));
  }

  /** Whether the comparison holds in doubles; it does not where a side is NaN. */
  public boolean holds(Quantities quantities) {
    return formula.holds(quantities);
  }
}
