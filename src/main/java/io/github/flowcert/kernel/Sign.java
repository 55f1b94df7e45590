package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Term;

/** The sign of a derivative. */
public enum Sign {
  /** More than 0. */
  POSITIVE(Relation.GREATER),
  /** At least 0. */
  NONNEGATIVE(Relation.GREATER_OR_EQUAL),
  /** Less than 0. */
  NEGATIVE(Relation.LESS),
  /** At most 0. */
  NONPOSITIVE(Relation.LESS_OR_EQUAL);

  private final Relation relation;

  Sign(Relation relation) {
    this.relation = relation;
  }

  /** That a term has this sign. */
  Formula of(Term term) {
    return new Formula.Related(term, relation, Formulas.ZERO);
  }

  /** How a later value relates to an earlier one where the derivative has this sign. */
  Relation change() {
    return relation;
  }

  /** How a value relates to the chord where the second derivative has this sign. */
  Relation chord() {
    return this == POSITIVE || this == NONNEGATIVE
        ? Relation.LESS_OR_EQUAL
        : Relation.GREATER_OR_EQUAL;
  }
}
