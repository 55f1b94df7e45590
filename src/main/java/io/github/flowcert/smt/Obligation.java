package io.github.flowcert.smt;

import io.github.flowcert.expression.Term;

/**
 * A condition under which a term has a value, to be proved or assumed by whoever uses it.
 *
 * @param reason in words, as in "the divisor is not zero"
 * @param term the quotient, root or other term in question
 * @param condition the condition, where the term is reached through the conditions of choices
 */
public record Obligation(String reason, Term term, SmtTerm condition) {}
