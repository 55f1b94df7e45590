package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.taylor.Node;
import io.github.flowcert.taylor.Tape;
import io.github.flowcert.taylor.TapeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gradient flow of balanced factors of depth L &gt;= 2 with a 2-by-2 product matrix W that is not
 * singular, Lemma 1 of Razin and Cohen's preprint. The unknowns are the entries of W and {@code l =
 * ln |det W|}, which tells a determinant apart from 0 when the entries no longer do.
 *
 * <p>With singular values s_r of W, Q its orthogonal polar factor and T = (W^T W)^(1/(2L)), which
 * has the eigenvalues s_r^(1/L), and likewise S = (W W^T)^(1/(2L)) on the left,
 *
 * <pre>
 *   W' = -sum_l S^(2(L-l)) G T^(2(l-1)),    l' = -L tr(T^(L-2) Q^T G),
 *   q' = -q tr(T^(L-2) Q^T G),              z' = -tr(T^(L-1) Q^T G)
 * </pre>
 *
 * for q = det T and z = tr T. Nothing is divided by the determinant: with a = s_1 + s_2 =
 * sqrt(|W|^2 + 2 q^L) it is Q = (W + sign cof W) / a and T^L = (W^T W + q^L I) / a, and by the
 * theorem of Cayley and Hamilton T^k = u_k T - q u_{k-1} I with u_{k+1} = z u_k - q u_{k-1}, which
 * gives T from T^L.
 */
final class BalancedField {
  /** The unknowns w11, w12, w21, w22 and l. */
  static final int UNKNOWNS = 5;

  private final TapeBuilder tape = new TapeBuilder(UNKNOWNS);
  private final int depth;
  private final Nodes product;
  private final Node q;
  private final Node diagonal;
  private final Node offDiagonal;
  private final Nodes polar;
  private final Node sum;
  private final Nodes turned;
  private final Nodes gradient;

  private BalancedField(int depth, int sign, Residuals problem) {
    this.depth = depth;
    this.product = Nodes.of(2, 2, (i, j) -> Optional.of(tape.state(2 * i + j)));
    this.q = tape.exponential(tape.times(tape.state(4), inverse(depth)));
    this.diagonal = sign > 0 ? tape.plus(w(0), w(3)) : tape.minus(w(0), w(3));
    this.offDiagonal = sign > 0 ? tape.minus(w(1), w(2)) : tape.plus(w(1), w(2));
    this.sum = tape.sqrt(tape.plus(tape.square(diagonal), tape.square(offDiagonal)));
    this.polar = polar(sign);
    this.gradient = problem.on(tape, product);
    this.turned = polar.transpose().times(tape, gradient);
  }

  /**
   * The right-hand side.
   *
   * @param depth L, at least 2
   * @param sign the sign of the determinant
   */
  static Tape of(int depth, int sign, Residuals problem) {
    BalancedField field = new BalancedField(depth, sign, problem);
    return depth == 2 ? field.ofDepth2() : field.deeper();
  }

  private static Interval inverse(int n) {
    return Interval.ONE.dividedBy(Interval.of(n));
  }

  private Node w(int k) {
    return tape.state(k);
  }

  /** Q = (W + sign cof W) / a, a rotation or a reflection. */
  private Nodes polar(int sign) {
    Node x = tape.over(diagonal, sum);
    Node y = tape.over(offDiagonal, sum);
    Node[] flat =
        sign > 0 ? new Node[] {x, y, tape.minus(y), x} : new Node[] {x, y, y, tape.minus(x)};
    return Nodes.of(2, 2, (i, j) -> Optional.of(flat[2 * i + j]));
  }

  /** At depth 2, T^2 and S^2 are there already. */
  private Tape ofDepth2() {
    Nodes right = symmetric(polar.transpose().times(tape, product));
    Nodes left = symmetric(product.times(tape, polar.transpose()));
    setSlopes(left.times(tape, gradient).plus(tape, gradient.times(tape, right)));
    return withDeterminant(trace(turned));
  }

  private Tape deeper() {
    Node z = tape.rootSum(sum, q, depth);
    List<Node> u = geometric(z);
    Nodes right = root(symmetric(polar.transpose().times(tape, product)), u);
    Nodes left = root(symmetric(product.times(tape, polar.transpose())), u);
    tape.auxiliarySlope(z, tape.minus(traceWithPower(right, u, depth - 1)));
    setSlopes(sum(evenPowers(left, z), evenPowers(right, z)));
    return withDeterminant(traceWithPower(right, u, depth - 2));
  }

  /** A matrix that is symmetric, of which the entry (2, 1) need not be computed. */
  private static Nodes symmetric(Nodes matrix) {
    return symmetric(entry(matrix, 0, 0), entry(matrix, 0, 1), entry(matrix, 1, 1));
  }

  private static Nodes symmetric(Node first, Node off, Node last) {
    Node[] flat = {first, off, off, last};
    return Nodes.of(2, 2, (i, j) -> Optional.of(flat[2 * i + j]));
  }

  private static Node entry(Nodes matrix, int i, int j) {
    return matrix.at(i, j).orElseThrow();
  }

  /** u_0 = 0 has no node; the list starts with an absent one, and u_1 = 1 is a constant. */
  private List<Node> geometric(Node z) {
    Node one = tape.plus(tape.times(z, Interval.ZERO), Interval.ONE);
    List<Node> u = new ArrayList<>(List.of(tape.times(z, Interval.ZERO), one, z));
    for (int k = 2; k < depth; k++) {
      u.add(tape.minus(tape.times(z, u.get(k)), tape.times(q, u.get(k - 1))));
    }
    return u;
  }

  /** T = (T^L + q u_{L-1} I) / u_L. */
  private Nodes root(Nodes power, List<Node> u) {
    Node shift = tape.times(q, u.get(depth - 1));
    Node divisor = u.get(depth);
    return symmetric(
        tape.over(tape.plus(entry(power, 0, 0), shift), divisor),
        tape.over(entry(power, 0, 1), divisor),
        tape.over(tape.plus(entry(power, 1, 1), shift), divisor));
  }

  /** T^2, T^4 .. T^(2L-2); by T^2 = z T - q I, and T^(2k) = v_k T^2 - q^2 v_{k-1} I likewise. */
  private List<Nodes> evenPowers(Nodes root, Node z) {
    Nodes square = affine(z, root, q);
    Node trace = tape.minus(tape.square(z), tape.times(q, Interval.of(2)));
    Node product2 = tape.square(q);
    List<Nodes> powers = new ArrayList<>(List.of(square));
    Node before = null;
    Node here = null;
    for (int k = 2; k < depth; k++) {
      Node next = here == null ? trace : next(trace, here, product2, before);
      Node constant = here == null ? product2 : tape.times(product2, here);
      powers.add(affine(next, square, constant));
      before = here;
      here = next;
    }
    return powers;
  }

  private Node next(Node trace, Node here, Node product2, Node before) {
    return tape.minus(
        tape.times(trace, here), before == null ? product2 : tape.times(product2, before));
  }

  /** factor * matrix - constant * I. */
  private Nodes affine(Node factor, Nodes matrix, Node constant) {
    return symmetric(
        tape.minus(tape.times(factor, entry(matrix, 0, 0)), constant),
        tape.times(factor, entry(matrix, 0, 1)),
        tape.minus(tape.times(factor, entry(matrix, 1, 1)), constant));
  }

  /** S^(2L-2) G + S^(2L-4) G T^2 + .. + G T^(2L-2). */
  private Nodes sum(List<Nodes> left, List<Nodes> right) {
    Nodes sum = left.get(depth - 2).times(tape, gradient);
    for (int k = 1; k < depth - 1; k++) {
      Nodes part = left.get(depth - 2 - k).times(tape, gradient);
      sum = sum.plus(tape, part.times(tape, right.get(k - 1)));
    }
    return sum.plus(tape, gradient.times(tape, right.get(depth - 2)));
  }

  /** tr(T^k Q^T G). */
  private Node traceWithPower(Nodes root, List<Node> u, int k) {
    Node first = trace(root.times(tape, turned));
    return k == 1
        ? first
        : tape.minus(
            tape.times(u.get(k), first), tape.times(tape.times(q, u.get(k - 1)), trace(turned)));
  }

  private Node trace(Nodes matrix) {
    return tape.plus(entry(matrix, 0, 0), entry(matrix, 1, 1));
  }

  private void setSlopes(Nodes falling) {
    for (int k = 0; k < 4; k++) {
      tape.slope(tape.state(k), tape.minus(entry(falling, k / 2, k % 2)));
    }
  }

  private Tape withDeterminant(Node trace) {
    tape.slope(tape.state(4), tape.times(trace, Interval.of(-depth)));
    tape.auxiliarySlope(q, tape.minus(tape.times(q, trace)));
    return tape.build();
  }
}
