package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Rewriting;
import java.util.List;

/**
 * What a query may take to be true.
 *
 * @param valued whether every term in it is known to have a value
 */
record Supposition(Formula formula, boolean valued) {

  /** A fact where some statements are given. */
  static Supposition of(Fact fact, List<Formula> given) {
    Formula there = Formulas.where(given, fact.statement());
    // Of an implication whose premises are open, the conclusion's terms need not have values.
    return new Supposition(there, fact.valued() && !(there instanceof Formula.Any));
  }

  /** The same with its terms rewritten to equal ones. */
  Supposition rewritten(Rewriting rewriting) {
    return new Supposition(rewriting.apply(formula), false);
  }
}
