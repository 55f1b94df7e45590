package io.github.flowcert.kernel;

import io.github.flowcert.expression.Term;

/**
 * A function of one variable between two points, {@code from < to}.
 *
 * @param function a term over the variable and others
 * @param variable its name
 */
public record Stretch(Term function, String variable, Term from, Term to) {}
