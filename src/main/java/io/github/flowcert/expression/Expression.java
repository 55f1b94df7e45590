package io.github.flowcert.expression;

import java.util.Map;

/**
 * A real-valued expression in Symja's input syntax.
 *
 * @param text as written
 * @param term what it means
 */
public record Expression(String text, Term term) {

  /**
   * Reads an expression.
   *
   * @throws ExpressionException if it is none, or mentions what the vocabulary does not have
   */
  public static Expression parse(String text, Vocabulary vocabulary) throws ExpressionException {
    return parse(text, vocabulary, Map.of());
  }

  /**
   * Reads an expression in which some names stand for terms.
   *
   * @param definitions those terms, by name in lower case
   * @throws ExpressionException if it is none, or mentions what the vocabulary does not have
   */
  public static Expression parse(String text, Vocabulary vocabulary, Map<String, Term> definitions)
      throws ExpressionException {
    TermReader reader = new TermReader(new Scope(text, vocabulary, definitions));
    return new Expression(text, reader.read(Syntax.parse(text)));
  }

  /** The value in doubles; NaN outside the domain of a function. */
  public double evaluate(Quantities quantities) {
    return term.evaluate(quantities);
  }
}
