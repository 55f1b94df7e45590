package io.github.flowcert.smt;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.RationalValue;
import io.github.flowcert.expression.Term;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * Powers by an exponent that is no small number: {@code Power(x, p)} is {@code Exp(p Log(x))}, and
 * has a value where x is positive. With a number in the place of p it may have values elsewhere.
 */
public final class RealPowers {
  private static final int LARGEST_DEGREE = 64;

  private RealPowers() {}

  /** Those in a statement. */
  public static Set<Term.Application> in(Formula formula) {
    return formula
        .terms()
        .flatMap(RealPowers::within)
        .filter(RealPowers::isReal)
        .map(Term.Application.class::cast)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<Term> within(Term term) {
    return Stream.concat(Stream.of(term), term.parts().flatMap(RealPowers::within));
  }

  /** Whether a term is one. */
  public static boolean isReal(Term term) {
    return term instanceof Term.Application application
        && application.function().functionName().equals("power")
        && application.arguments().get(0) != Term.Constant.E
        && degree(application).isEmpty();
  }

  /** The exponent, if it is a small number. */
  static Optional<BigFraction> degree(Term.Application power) {
    return RationalValue.of(power.arguments().get(1), Map.of()).filter(RealPowers::isSmall);
  }

  private static boolean isSmall(BigFraction exponent) {
    return Math.abs(exponent.getNumerator().doubleValue()) <= LARGEST_DEGREE
        && exponent.getDenominator().doubleValue() <= LARGEST_DEGREE;
  }
}
