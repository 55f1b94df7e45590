package io.github.flowcert.verify;

/**
 * Both sides of a claim at one point.
 *
 * @param left left side
 * @param right right side
 * @param margin positive where the claim holds
 */
record Sides(double left, double right, double margin) {

  /** The same with the margin in units of the sizes of both sides, from -1 to 1; NaN for none. */
  Sides relative() {
    double size = Math.abs(left) + Math.abs(right);
    return new Sides(left, right, margin == 0 ? 0 : margin / size);
  }
}
