package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.flow.Network;
import io.github.flowcert.verify.CaseVerifier;
import io.github.flowcert.yaml.InputException;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;

/**
 * The starts among which is searched.
 *
 * @param from the case
 * @param shape which products
 * @param sign sign of the determinant, 1 or -1
 * @param balanced whether their factors are balanced
 */
record Starts(Case from, Shape shape, int sign, boolean balanced) {

  /** Which products a start may have. */
  enum Shape {
    ANY("a product"),
    LEADING_BLOCK("a product that is 0 outside of its leading square block");

    private final String words;

    Shape(String words) {
      this.words = words;
    }
  }

  /** The balanced starts to which the most claims of a case apply. */
  static Starts within(Case from, CaseVerifier verifier, long seed) throws InputException {
    Starts best = null;
    int most = -1;
    for (Shape shape : isSquare(from) ? List.of(Shape.ANY) : List.of(Shape.values())) {
      for (int sign : new int[] {1, -1}) {
        Starts starts = new Starts(from, shape, sign, true);
        int applicable = starts.applicable(verifier, seed);
        best = applicable > most ? starts : best;
        most = Math.max(most, applicable);
      }
    }
    return best;
  }

  private int applicable(CaseVerifier verifier, long seed) throws InputException {
    StartSpace space = space();
    double[] numbers = space.draw(new Well19937c(seed));
    return verifier.applicable(from.startingAt(space.start(numbers), from.flow())).size();
  }

  /** The same with the other sign of the determinant. */
  Starts ofOtherSign() {
    return new Starts(from, shape, -sign, balanced);
  }

  /** The same with unbalanced factors, which may have any product. */
  Starts unbalanced() {
    return new Starts(from, Shape.ANY, sign, false);
  }

  /** As a space for the search. */
  StartSpace space() {
    int rows = from.problem().rows();
    int columns = from.problem().columns();
    if (!balanced) {
      return new UnbalancedStarts(new Network(from.problem(), from.factorization().hidden()), sign);
    }
    return switch (shape) {
      case ANY -> new BalancedStarts(rows, columns, sign);
      case LEADING_BLOCK -> new LeadingBlockStarts(rows, columns, sign);
    };
  }

  /** In words. */
  String words() {
    boolean hasSign = isSquare(from) || shape == Shape.LEADING_BLOCK;
    String determinant = sign > 0 ? " of positive determinant" : " of negative determinant";
    return (balanced ? "balanced factors of " : "independent unbalanced factors of ")
        + shape.words
        + (hasSign ? determinant : "");
  }

  private static boolean isSquare(Case from) {
    return from.problem().rows() == from.problem().columns();
  }
}
