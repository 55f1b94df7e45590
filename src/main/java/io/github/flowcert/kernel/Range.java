package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Term;
import java.math.BigDecimal;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * A compact interval in which a variable lies.
 *
 * @param from the lower end, which is less than the upper end
 * @param to the upper end
 */
public record Range(String variable, BigFraction from, BigFraction to) {

  /** That the variable lies there. */
  Formula formula() {
    Term symbol = new Term.Symbol(variable);
    return new Formula.All(
        List.of(Formulas.atMost(number(from), symbol), Formulas.atMost(symbol, number(to))));
  }

  static Term number(BigFraction value) {
    return new Term.Quotient(
        literal(new BigDecimal(value.getNumerator())),
        literal(new BigDecimal(value.getDenominator())));
  }

  private static Term literal(BigDecimal value) {
    return new Term.Literal(value, value.doubleValue());
  }
}
