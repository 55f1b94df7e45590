package io.github.flowcert.smt;

import io.github.flowcert.expression.Term;

/**
 * A real constant of a query.
 *
 * @param name in SMT-LIB's syntax
 * @param term what it stands for
 * @param role how much the query says of it
 * @param domain where the term has a value
 * @param facts what holds of the constant there: for {@link Role#DEFINED} exactly that it is the
 *     term's value
 */
public record Variable(String name, Term term, Role role, SmtTerm domain, SmtTerm facts) {

  /** How much a query says of a constant. */
  public enum Role {
    /** A quantity: nothing is said of it. */
    QUANTITY,
    /** The facts have one solution, the value of the term. */
    DEFINED,
    /** The value of the term satisfies the facts, but so may other numbers. */
    OPAQUE
  }

  /**
   * The facts where the term has a value. Outside its domain they may contradict each other, and a
   * query that asserts them there proves anything.
   */
  public SmtTerm definition() {
    return facts.given(domain);
  }

  /** The constant as a term. */
  public SmtTerm symbol() {
    return new SmtTerm(name);
  }
}
