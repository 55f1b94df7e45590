package io.github.flowcert.prove;

import io.github.flowcert.kernel.Point;
import io.github.flowcert.proof.ProofFile;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/** Points at which a proof's names have values. */
final class Points {
  private Points() {}

  /** Values of the variables, and what follows for the definitions. */
  static Point of(ProofFile proof, Map<String, BigFraction> variables) {
    Point point = Point.of(variables);
    for (ProofFile.Definition definition : proof.definitions()) {
      point = point.with(definition.name(), definition.term());
    }
    return point;
  }
}
