package io.github.flowcert.kernel;

import io.github.flowcert.expression.Term;
import java.util.List;

/**
 * The value of a norm or quasi-norm at a matrix; within one proof all of these are of the same
 * norm.
 *
 * @param value a symbol that stands for the value and nothing else
 * @param entries the entries of the matrix, row by row
 */
public record NormTerm(Term.Symbol value, List<Term> entries) {
  /** Keeps the list from changing. */
  public NormTerm {
    entries = List.copyOf(entries);
  }
}
