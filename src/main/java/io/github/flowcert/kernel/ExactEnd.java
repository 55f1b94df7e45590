package io.github.flowcert.kernel;

import io.github.flowcert.expression.RationalValue;
import io.github.flowcert.expression.Rewriting;
import io.github.flowcert.expression.Term;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Exact values at a point, where logarithms of 1 and exponentials of 0 may stand too. */
final class ExactEnd {
  private final Map<String, BigFraction> point;

  ExactEnd(String variable, BigFraction value) {
    point = Map.of(variable, value);
  }

  /** The value; empty where there is none, or it is not found to be rational. */
  Optional<BigFraction> value(Term term) {
    return RationalValue.of(Rewriting.by(this::plain).apply(term), point);
  }

  private Term plain(Term term) {
    if (term instanceof Term.Application application && application.arguments().size() == 1) {
      Optional<BigFraction> argument = RationalValue.of(application.arguments().get(0), point);
      String name = application.function().functionName();
      if (name.equals("log") && argument.equals(Optional.of(BigFraction.ONE))) {
        return Formulas.ZERO;
      }
      if (name.equals("exp") && argument.equals(Optional.of(BigFraction.ZERO))) {
        return Formulas.number(1);
      }
    }
    return term;
  }
}
