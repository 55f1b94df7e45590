package io.github.flowcert.algebra;

import io.github.flowcert.expression.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Terms in Symja's input syntax, with every number exact. */
public final class SymjaText {
  private SymjaText() {}

  /**
   * A term over symbols.
   *
   * @throws IllegalArgumentException if it mentions a quantity with arguments, or a choice
   */
  public static String of(Term term) {
    if (term instanceof Term.Literal literal) {
      return number(literal.exact());
    }
    if (term instanceof Term.Symbol symbol) {
      return symbol.name();
    }
    if (term instanceof Term.Sum sum) {
      return joined(sum.terms(), "+");
    }
    if (term instanceof Term.Product product) {
      return joined(product.factors(), "*");
    }
    if (term instanceof Term.Quotient quotient) {
      return "(" + of(quotient.dividend()) + "/" + of(quotient.divisor()) + ")";
    }
    if (term instanceof Term.Application application) {
      String arguments =
          application.arguments().stream().map(SymjaText::of).collect(Collectors.joining(","));
      return application.function().functionName() + "(" + arguments + ")";
    }
    throw new IllegalArgumentException("no algebra with " + term);
  }

  private static String joined(List<Term> terms, String operator) {
    return terms.stream().map(SymjaText::of).collect(Collectors.joining(operator, "(", ")"));
  }

  private static String number(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    if (bare.scale() <= 0) {
      return "(" + bare.toBigIntegerExact() + ")";
    }
    return "(" + bare.unscaledValue() + "/" + BigDecimal.TEN.pow(bare.scale()).toBigInteger() + ")";
  }
}
