package io.github.flowcert.expression;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Replaces parts of terms and statements; what stands inside is replaced first. */
public final class Rewriting {
  private final UnaryOperator<Term> rule;

  private Rewriting(UnaryOperator<Term> rule) {
    this.rule = rule;
  }

  /** Replaces every term by what the rule makes of it, from the inside out. */
  public static Rewriting by(UnaryOperator<Term> rule) {
    return new Rewriting(rule);
  }

  /** Puts terms in the place of quantities without arguments. */
  public static Rewriting substitution(Map<String, Term> terms) {
    return by(
        term ->
            term instanceof Term.Symbol symbol ? terms.getOrDefault(symbol.name(), term) : term);
  }

  /** The term with its parts replaced. */
  public Term apply(Term term) {
    return rule.apply(inside(term));
  }

  /** The statement with the terms in it replaced. */
  public Formula apply(Formula formula) {
    if (formula instanceof Formula.Related related) {
      return new Formula.Related(apply(related.left()), related.relation(), apply(related.right()));
    }
    if (formula instanceof Formula.Equal equal) {
      return new Formula.Equal(apply(equal.left()), apply(equal.right()));
    }
    if (formula instanceof Formula.All all) {
      return new Formula.All(all.parts().stream().map(this::apply).toList());
    }
    if (formula instanceof Formula.Any any) {
      return new Formula.Any(any.parts().stream().map(this::apply).toList());
    }
    return new Formula.Not(apply(((Formula.Not) formula).part()));
  }

  private Term inside(Term term) {
    if (term instanceof Term.Sum sum) {
      return new Term.Sum(each(sum.terms()));
    }
    if (term instanceof Term.Product product) {
      return new Term.Product(each(product.factors()));
    }
    if (term instanceof Term.Quotient quotient) {
      return new Term.Quotient(apply(quotient.dividend()), apply(quotient.divisor()));
    }
    if (term instanceof Term.Application application) {
      return new Term.Application(application.function(), each(application.arguments()));
    }
    if (term instanceof Term.Choice choice) {
      return new Term.Choice(apply(choice.condition()), apply(choice.yes()), apply(choice.no()));
    }
    return term;
  }

  private List<Term> each(List<Term> terms) {
    return terms.stream().map(this::apply).toList();
  }
}
