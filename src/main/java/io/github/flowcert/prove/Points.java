package io.github.flowcert.prove;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Term;
import io.github.flowcert.kernel.Point;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.smt.RealPowers;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/** Points at which a proof's names have values. */
final class Points {
  private static final Term ZERO = new Term.Literal(BigDecimal.ZERO, 0);

  private Points() {}

  /** Values of the variables, and what follows for the definitions. */
  static Point of(ProofFile proof, Map<String, BigFraction> variables) {
    Point point = Point.of(variables);
    for (ProofFile.Definition definition : proof.definitions()) {
      point = point.with(definition.name(), definition.term());
    }
    return point;
  }

  /** Whether powers by symbols have values: their bases must be positive. */
  static boolean hasPowers(Point point, Collection<Formula> formulas) {
    return formulas.stream()
        .flatMap(formula -> RealPowers.in(formula).stream())
        .map(power -> power.arguments().get(0))
        .allMatch(base -> point.isTrue(new Formula.Related(base, Relation.GREATER, ZERO)));
  }
}
