package io.github.flowcert.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Both sides of a claim at one point.
 *
 * @param left left side
 * @param right right side
 * @param margin positive where the claim holds
 * @param tightness how close the claim comes to its bound in proportion; see {@link
 *     io.github.flowcert.expression.Relation#tightness}
 */
record Sides(double left, double right, double margin, double tightness) {
  private static final double ULP = 0x1p-52;

  /**
   * What rounding of the two results may do to the margin. Norms and singular values are made from
   * logarithms, whose own rounding counts once the number is far from 1.
   */
  double rounding() {
    return 16 * ULP * (spread(left) + spread(right));
  }

  private static double spread(double side) {
    double size = Math.abs(side);
    return size == 0 ? 0 : size * Math.max(1, Math.abs(Math.log(size)));
  }

  /**
   * How far the margin moves with the point: what cancels inside a side shows here.
   *
   * @param moved the point, moved by what rounding may have done to it
   * @param sides both sides at such a point
   */
  <P> double furthestOf(List<P> moved, Function<P, Optional<Sides>> sides) {
    double most = 0;
    for (P each : moved) {
      double change = sides.apply(each).map(s -> Math.abs(s.margin - margin)).orElse(0.0);
      most = Double.isNaN(change) ? most : Math.max(most, change);
    }
    return most;
  }

  /**
   * The same with the margin in units of the sizes of both sides, from -1 to 1; NaN for none. Where
   * the sides have different signs, or one is 0, that is 1 or -1 whatever they are: the margin
   * itself, squeezed below 1, is then added, so that such points still differ.
   */
  Sides relative() {
    double size = Math.abs(left) + Math.abs(right);
    double relative = margin == 0 ? 0 : margin / size;
    boolean saturated = Math.signum(left) * Math.signum(right) <= 0;
    double beyond = saturated ? margin / (1 + Math.abs(margin)) : 0;
    return new Sides(left, right, relative + beyond, tightness);
  }
}
