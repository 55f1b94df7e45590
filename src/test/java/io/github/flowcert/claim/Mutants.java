package io.github.flowcert.claim;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Statements and terms with one sign flipped. */
final class Mutants {
  private static final Term MINUS_ONE = new Term.Literal(BigDecimal.ONE.negate(), -1);

  private Mutants() {}

  /** Every formula that differs in one relation, or in the sign of one summand. */
  static Stream<Formula> of(Formula formula) {
    if (formula instanceof Formula.All all) {
      return replaced(all.parts(), Mutants::of).map(Formula.All::new);
    }
    if (formula instanceof Formula.Any any) {
      return replaced(any.parts(), Mutants::of).map(Formula.Any::new);
    }
    if (formula instanceof Formula.Not not) {
      return of(not.part()).map(Formula.Not::new);
    }
    return ofRelated((Formula.Related) formula).map(each -> each);
  }

  /** The same for a single comparison. */
  static Stream<Formula.Related> ofRelated(Formula.Related related) {
    Relation relation = related.relation();
    Term left = related.left();
    Term right = related.right();
    return Stream.of(
            Stream.of(new Formula.Related(left, flipped(relation), right)),
            of(left).map(term -> new Formula.Related(term, relation, right)),
            of(right).map(term -> new Formula.Related(left, relation, term)))
        .flatMap(each -> each);
  }

  private static Relation flipped(Relation relation) {
    return switch (relation) {
      case LESS -> Relation.GREATER;
      case LESS_OR_EQUAL -> Relation.GREATER_OR_EQUAL;
      case GREATER -> Relation.LESS;
      case GREATER_OR_EQUAL -> Relation.LESS_OR_EQUAL;
    };
  }

  private static Stream<Term> of(Term term) {
    if (term instanceof Term.Sum sum) {
      return replaced(sum.terms(), each -> Stream.concat(Stream.of(negated(each)), of(each)))
          .map(Term.Sum::new);
    }
    if (term instanceof Term.Product product) {
      return replaced(product.factors(), Mutants::ofFactor).map(Term.Product::new);
    }
    if (term instanceof Term.Quotient quotient) {
      return replaced(List.of(quotient.dividend(), quotient.divisor()), Mutants::of)
          .map(parts -> new Term.Quotient(parts.get(0), parts.get(1)));
    }
    if (term instanceof Term.Application application) {
      return replaced(application.arguments(), Mutants::of)
          .map(arguments -> new Term.Application(application.function(), arguments));
    }
    return term instanceof Term.Choice choice ? ofChoice(choice) : Stream.empty();
  }

  /** A negative factor is a sign of its own; negated summands are flipped as summands. */
  private static Stream<Term> ofFactor(Term factor) {
    return factor instanceof Term.Literal literal && literal.nearest() < -1
        ? Stream.of(new Term.Literal(literal.exact().negate(), -literal.nearest()))
        : of(factor);
  }

  private static Stream<Term> ofChoice(Term.Choice choice) {
    return Stream.concat(
        of(choice.condition()).map(each -> new Term.Choice(each, choice.yes(), choice.no())),
        replaced(List.of(choice.yes(), choice.no()), Mutants::of)
            .map(parts -> new Term.Choice(choice.condition(), parts.get(0), parts.get(1))));
  }

  private static Term negated(Term term) {
    if (term instanceof Term.Product product && product.factors().get(0).equals(MINUS_ONE)) {
      return new Term.Product(
          product.factors().size() == 1
              ? product.factors()
              : product.factors().subList(1, product.factors().size()));
    }
    return new Term.Product(List.of(MINUS_ONE, term));
  }

  /** The list with one of its elements replaced, in all ways. */
  private static <T> Stream<List<T>> replaced(List<T> list, Function<T, Stream<? extends T>> ways) {
    List<List<T>> results = new ArrayList<>();
    for (int k = 0; k < list.size(); k++) {
      int place = k;
      ways.apply(list.get(k))
          .forEach(
              each -> {
                List<T> changed = new ArrayList<>(list);
                changed.set(place, each);
                results.add(List.copyOf(changed));
              });
    }
    return results.stream();
  }
}
