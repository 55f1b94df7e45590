package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Functions;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Term;
import java.math.BigDecimal;
import java.util.List;

/** Terms and statements made in the program. */
final class Formulas {
  static final Term ZERO = number(0);

  private Formulas() {}

  static Term number(long value) {
    return new Term.Literal(BigDecimal.valueOf(value), value);
  }

  static Formula atMost(Term left, Term right) {
    return new Formula.Related(left, Relation.LESS_OR_EQUAL, right);
  }

  static Formula positive(Term term) {
    return new Formula.Related(term, Relation.GREATER, ZERO);
  }

  static Formula negative(Term term) {
    return new Formula.Related(term, Relation.LESS, ZERO);
  }

  static Term absolute(Term term) {
    return new Term.Application(Functions.absolute(), List.of(term));
  }

  static Term logarithm(Term term) {
    return new Term.Application(Functions.logarithm(), List.of(term));
  }

  static Term minus(Term one, Term other) {
    return new Term.Sum(List.of(one, times(number(-1), other)));
  }

  static Term times(Term one, Term other) {
    return new Term.Product(List.of(one, other));
  }

  /** What an implication from some of these suppositions says where they are true. */
  static Formula where(List<Formula> given, Formula statement) {
    if (!(statement instanceof Formula.Any any)) {
      return statement;
    }
    List<Formula> open =
        any.parts().stream()
            .filter(part -> !(part instanceof Formula.Not not && given.contains(not.part())))
            .toList();
    return open.size() == 1 ? where(given, open.get(0)) : new Formula.Any(open);
  }
}
