package io.github.flowcert.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Derivatives of terms by the rules of calculus. Where a term and the one made here both have
 * values, the term is differentiable and that is its derivative: a root or a power that is no whole
 * number gets a quotient that has no value where the function ends.
 */
public final class Derivative {
  private static final int LARGEST_POWER = 1000;
  private static final Term ZERO = number(0);
  private static final Term ONE = number(1);

  private final String variable;

  private Derivative(String variable) {
    this.variable = variable;
  }

  /**
   * The derivative by a variable; everything else is constant.
   *
   * @param term of sums, products, quotients, powers, roots, exponentials and natural logarithms
   * @throws NoDerivativeException if it has other functions of the variable
   */
  public static Term of(Term term, String variable) throws NoDerivativeException {
    return new Derivative(variable).by(term);
  }

  private Term by(Term term) throws NoDerivativeException {
    if (!term.quantities().contains(variable)) {
      return ZERO;
    }
    if (term instanceof Term.Sum sum) {
      return sum(each(sum.terms()));
    }
    if (term instanceof Term.Product product) {
      return product(product.factors());
    }
    if (term instanceof Term.Quotient quotient) {
      return quotient(quotient.dividend(), quotient.divisor());
    }
    if (term instanceof Term.Application application) {
      return application(application);
    }
    if (term instanceof Term.Symbol) {
      return ONE;
    }
    throw new NoDerivativeException("a choice, or a quantity with arguments");
  }

  private List<Term> each(List<Term> terms) throws NoDerivativeException {
    List<Term> derivatives = new ArrayList<>();
    for (Term term : terms) {
      derivatives.add(by(term));
    }
    return derivatives;
  }

  private Term product(List<Term> factors) throws NoDerivativeException {
    List<Term> sum = new ArrayList<>();
    for (int k = 0; k < factors.size(); k++) {
      List<Term> product = new ArrayList<>(factors);
      product.set(k, by(factors.get(k)));
      sum.add(times(product));
    }
    return sum(sum);
  }

  private Term quotient(Term above, Term below) throws NoDerivativeException {
    if (!below.quantities().contains(variable)) {
      return over(by(above), below);
    }
    Term change = sum(List.of(times(by(above), below), negative(times(above, by(below)))));
    return over(change, times(below, below));
  }

  private Term application(Term.Application application) throws NoDerivativeException {
    String name = application.function().functionName();
    List<Term> arguments = application.arguments();
    Term argument = arguments.get(0);
    if (name.equals("power")) {
      return power(application, argument, arguments.get(1));
    }
    if (arguments.size() > 1) {
      throw new NoDerivativeException(name + " of several arguments");
    }
    return switch (name) {
      case "sqrt" -> over(by(argument), times(number(2), application));
      case "exp" -> times(application, by(argument));
      case "log" -> over(by(argument), argument);
      default -> throw new NoDerivativeException(name);
    };
  }

  private Term power(Term.Application power, Term base, Term exponent)
      throws NoDerivativeException {
    Optional<BigFraction> whole =
        RationalValue.of(exponent, Map.of())
            .filter(
                number -> number.isInteger() && Math.abs(number.doubleValue()) <= LARGEST_POWER);
    if (whole.isPresent()) {
      int count = whole.get().getNumeratorAsInt();
      Term less = new Term.Application(power.function(), List.of(base, number(count - 1)));
      return times(List.of(number(count), count == 2 ? base : less, by(base)));
    }
    Term growth = over(times(exponent, by(base)), base);
    if (!exponent.quantities().contains(variable)) {
      return times(power, growth);
    }
    Term logarithm = new Term.Application(KnownFunction.LOG, List.of(base));
    return times(power, sum(List.of(times(by(exponent), logarithm), growth)));
  }

  private static Term sum(List<Term> terms) {
    List<Term> open = terms.stream().filter(term -> !term.equals(ZERO)).toList();
    if (open.isEmpty()) {
      return ZERO;
    }
    return open.size() == 1 ? open.get(0) : new Term.Sum(open);
  }

  private static Term times(Term one, Term other) {
    return times(List.of(one, other));
  }

  private static Term times(List<Term> factors) {
    if (factors.contains(ZERO)) {
      return ZERO;
    }
    List<Term> open = factors.stream().filter(factor -> !factor.equals(ONE)).toList();
    if (open.isEmpty()) {
      return ONE;
    }
    return open.size() == 1 ? open.get(0) : new Term.Product(open);
  }

  private static Term negative(Term term) {
    return times(number(-1), term);
  }

  private static Term over(Term above, Term below) {
    return above.equals(ZERO) ? ZERO : new Term.Quotient(above, below);
  }

  private static Term number(int value) {
    return new Term.Literal(BigDecimal.valueOf(value), value);
  }
}
