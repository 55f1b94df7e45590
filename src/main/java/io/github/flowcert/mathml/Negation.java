package io.github.flowcert.mathml;

import io.github.flowcert.expression.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Terms that are written with a minus sign before them. */
final class Negation {
  private Negation() {}

  /** What stands behind the minus sign; empty for a term that is written without one. */
  static Optional<Term> of(Term term) {
    if (term instanceof Term.Literal literal && literal.exact().signum() < 0) {
      return Optional.of(new Term.Literal(literal.exact().negate(), -literal.nearest()));
    }
    if (term instanceof Term.Product product) {
      return of(product.factors().get(0)).map(first -> product(first, product.factors()));
    }
    if (term instanceof Term.Quotient quotient) {
      return of(quotient.dividend()).map(part -> new Term.Quotient(part, quotient.divisor()));
    }
    return Optional.empty();
  }

  private static Term product(Term first, List<Term> factors) {
    List<Term> rest = new ArrayList<>(factors.subList(1, factors.size()));
    if (!isOne(first)) {
      rest.add(0, first);
    }
    return rest.size() == 1 ? rest.get(0) : new Term.Product(rest);
  }

  private static boolean isOne(Term term) {
    return term instanceof Term.Literal literal && literal.exact().compareTo(BigDecimal.ONE) == 0;
  }
}
