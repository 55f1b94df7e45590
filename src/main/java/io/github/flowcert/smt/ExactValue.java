package io.github.flowcert.smt;

import io.github.flowcert.expression.Term;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.hipparchus.fraction.BigFraction;

/** Terms that are rational numbers. */
final class ExactValue {
  /** Powers of larger exponents are not written out. */
  private static final int LARGEST_EXPONENT = 4096;

  private ExactValue() {}

  /** The number that a term of literals and rational operations is; empty for other terms. */
  static Optional<BigFraction> of(Term term) {
    if (term instanceof Term.Literal literal) {
      return Optional.of(of(literal.exact()));
    }
    if (term instanceof Term.Sum sum) {
      return folded(sum.terms(), BigFraction::add);
    }
    if (term instanceof Term.Product product) {
      return folded(product.factors(), BigFraction::multiply);
    }
    if (term instanceof Term.Quotient quotient) {
      Optional<BigFraction> divisor = of(quotient.divisor()).filter(each -> each.signum() != 0);
      return divisor.flatMap(each -> of(quotient.dividend()).map(number -> number.divide(each)));
    }
    return term instanceof Term.Application application
            && application.function().functionName().equals("power")
        ? power(of(application.arguments().get(0)), of(application.arguments().get(1)))
        : Optional.empty();
  }

  /** The rational number that a decimal is. */
  static BigFraction of(BigDecimal decimal) {
    BigInteger digits = decimal.unscaledValue();
    return decimal.scale() <= 0
        ? new BigFraction(digits.multiply(BigInteger.TEN.pow(-decimal.scale())))
        : new BigFraction(digits, BigInteger.TEN.pow(decimal.scale()));
  }

  private static Optional<BigFraction> folded(
      List<Term> terms, BinaryOperator<BigFraction> operation) {
    Optional<BigFraction> result = of(terms.get(0));
    for (Term term : terms.subList(1, terms.size())) {
      Optional<BigFraction> next = of(term);
      result = result.flatMap(one -> next.map(other -> operation.apply(one, other)));
    }
    return result;
  }

  private static Optional<BigFraction> power(
      Optional<BigFraction> base, Optional<BigFraction> exponent) {
    return exponent
        .filter(each -> each.isInteger() && Math.abs(each.doubleValue()) <= LARGEST_EXPONENT)
        .flatMap(
            each ->
                base.filter(number -> number.signum() != 0 || each.signum() >= 0)
                    .map(number -> number.pow(each.getNumeratorAsInt())));
  }
}
