package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.taylor.Node;
import io.github.flowcert.taylor.Tape;
import io.github.flowcert.taylor.TapeBuilder;
import java.util.Optional;

/**
 * Gradient flow of balanced factors of depth 2, in the unknowns of {@link BalancedField}. With the
 * orthogonal polar factor {@code Q = (W + sign cof W) / a} of W, where a is the sum of the singular
 * values,
 *
 * <pre>
 *   W' = -(W Q^T G + G Q^T W),    l' = -2 tr(Q^T G).
 * </pre>
 *
 * <p>Here W' does not depend on l, and boxes stay narrower than with the formulas for any depth.
 */
final class PolarField {
  private final TapeBuilder tape = new TapeBuilder(BalancedField.UNKNOWNS);
  private final Nodes product = Nodes.of(2, 2, (i, j) -> Optional.of(tape.state(2 * i + j)));
  private final Nodes polar;
  private final Nodes gradient;

  private PolarField(int sign, Residuals problem) {
    this.polar = polar(sign);
    this.gradient = problem.on(tape, product);
  }

  /**
   * The right-hand side.
   *
   * @param sign the sign of the determinant
   */
  static Tape of(int sign, Residuals problem) {
    return new PolarField(sign, problem).build();
  }

  private Node w(int k) {
    return tape.state(k);
  }

  /** A rotation or a reflection. */
  private Nodes polar(int sign) {
    Node diagonal = sign > 0 ? tape.plus(w(0), w(3)) : tape.minus(w(0), w(3));
    Node off = sign > 0 ? tape.minus(w(1), w(2)) : tape.plus(w(1), w(2));
    Node sum = tape.sqrt(tape.plus(tape.square(diagonal), tape.square(off)));
    Node x = tape.over(diagonal, sum);
    Node y = tape.over(off, sum);
    Node[] flat =
        sign > 0 ? new Node[] {x, y, tape.minus(y), x} : new Node[] {x, y, y, tape.minus(x)};
    return Nodes.of(2, 2, (i, j) -> Optional.of(flat[2 * i + j]));
  }

  private Tape build() {
    Nodes right = symmetric(polar.transpose().times(tape, product));
    Nodes left = symmetric(product.times(tape, polar.transpose()));
    Nodes falling = left.times(tape, gradient).plus(tape, gradient.times(tape, right));
    for (int k = 0; k < 4; k++) {
      tape.slope(w(k), tape.minus(falling.at(k / 2, k % 2).orElseThrow()));
    }
    Nodes turned = polar.transpose().times(tape, gradient);
    Node trace = tape.plus(turned.at(0, 0).orElseThrow(), turned.at(1, 1).orElseThrow());
    tape.slope(w(4), tape.times(trace, Interval.of(-2)));
    return tape.build();
  }

  /** A matrix that is symmetric, of which the entry (2, 1) need not be computed. */
  private static Nodes symmetric(Nodes matrix) {
    return Nodes.of(2, 2, (i, j) -> matrix.at(Math.min(i, j), Math.max(i, j)));
  }
}
