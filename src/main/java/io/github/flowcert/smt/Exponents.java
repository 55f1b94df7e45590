package io.github.flowcert.smt;

import io.github.flowcert.expression.Term;
import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** The value of a constant term, exactly. */
public final class Exponents {
  private Exponents() {}

  /** The term's value, if it is made of numbers by products and quotients alone. */
  static Optional<BigFraction> of(Term term) {
    if (term instanceof Term.Literal literal) {
      return Optional.of(fraction(literal));
    }
    if (term instanceof Term.Quotient quotient) {
      return of(quotient.dividend())
          .flatMap(
              dividend ->
                  of(quotient.divisor())
                      .filter(divisor -> divisor.signum() != 0)
                      .map(dividend::divide));
    }
    if (term instanceof Term.Product product) {
      return product.factors().stream()
          .map(Exponents::of)
          .reduce(
              Optional.of(BigFraction.ONE),
              (one, other) -> one.flatMap(a -> other.map(a::multiply)));
    }
    return Optional.empty();
  }

  /** The term itself, if it has such a value. */
  public static Optional<Term> constant(Term term) {
    return of(term).map(value -> term);
  }

  private static BigFraction fraction(Term.Literal literal) {
    int scale = Math.max(0, literal.exact().scale());
    return new BigFraction(
        literal.exact().setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
  }
}
