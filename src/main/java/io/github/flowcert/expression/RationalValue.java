package io.github.flowcert.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** The exact value of a term at a rational point, where that is rational and easily found. */
public final class RationalValue {
  /** Powers of larger exponents are not written out. */
  private static final int LARGEST_POWER = 4096;

  private RationalValue() {}

  /**
   * The value of a term.
   *
   * @param point values of its symbols
   * @return empty where there is no value, or it is not found to be rational
   */
  public static Optional<BigFraction> of(Term term, Map<String, BigFraction> point) {
    if (term instanceof Term.Literal literal) {
      return Optional.of(fraction(literal.exact()));
    }
    if (term instanceof Term.Symbol symbol) {
      return Optional.ofNullable(point.get(symbol.name()));
    }
    if (term instanceof Term.Sum sum) {
      return sum.terms().stream()
          .map(each -> of(each, point))
          .reduce(Optional.of(BigFraction.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
    }
    if (term instanceof Term.Product product) {
      return product.factors().stream()
          .map(each -> of(each, point))
          .reduce(Optional.of(BigFraction.ONE), (a, b) -> a.flatMap(x -> b.map(x::multiply)));
    }
    if (term instanceof Term.Quotient quotient) {
      Optional<BigFraction> divisor =
          of(quotient.divisor(), point).filter(value -> value.signum() != 0);
      return of(quotient.dividend(), point).flatMap(x -> divisor.map(x::divide));
    }
    return term instanceof Term.Application application
        ? application(application, point)
        : Optional.empty();
  }

  /** A decimal as a fraction. */
  public static BigFraction fraction(BigDecimal decimal) {
    int scale = Math.max(0, decimal.scale());
    return new BigFraction(decimal.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
  }

  private static Optional<BigFraction> application(
      Term.Application application, Map<String, BigFraction> point) {
    Optional<BigFraction> first = of(application.arguments().get(0), point);
    return switch (application.function().functionName()) {
      case "abs" -> first.map(BigFraction::abs);
      case "sqrt" -> first.flatMap(RationalValue::root);
      case "power" ->
          first.flatMap(
              base -> of(application.arguments().get(1), point).flatMap(exp -> power(base, exp)));
      default -> Optional.empty();
    };
  }

  private static Optional<BigFraction> power(BigFraction base, BigFraction exponent) {
    boolean known =
        exponent.getDenominator().equals(BigInteger.ONE)
            && exponent.abs().compareTo(new BigFraction(LARGEST_POWER)) <= 0
            && (base.signum() != 0 || exponent.signum() > 0);
    return known ? Optional.of(base.pow(exponent.getNumeratorAsInt())) : Optional.empty();
  }

  private static Optional<BigFraction> root(BigFraction square) {
    if (square.signum() < 0) {
      return Optional.empty();
    }
    BigInteger above = square.getNumerator().sqrt();
    BigInteger below = square.getDenominator().sqrt();
    BigFraction root = new BigFraction(above, below);
    return root.multiply(root).equals(square) ? Optional.of(root) : Optional.empty();
  }
}
