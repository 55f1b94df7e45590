package io.github.flowcert.expression;

import java.util.Map;

/**
 * A statement of a proof: comparisons and equalities joined with {@code &&}, {@code ||} and {@code
 * !}.
 *
 * @param text as written
 * @param formula what it means
 */
public record Statement(String text, Formula formula) {

  /**
   * Reads a statement.
   *
   * @throws ExpressionException if it is none, or mentions what the vocabulary does not have
   */
  public static Statement parse(String text, Vocabulary vocabulary) throws ExpressionException {
    TermReader terms = new TermReader(new Scope(text, vocabulary, Map.of()));
    return new Statement(text, new FormulaReader(terms, true).read(Syntax.parse(text)));
  }
}
