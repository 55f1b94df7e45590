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
 * <p>With singular values s_r of W, let x, y be the s_r^(2/L), s = x + y the squared norm of every
 * factor, q = |det W|^(1/L), e = q^2 = x y, and u_k = (x^k - y^k) / (x - y), which is 0, 1, s and
 * so on by u_{k+1} = s u_k - e u_{k-1}. Then s solves x^L + y^L = |W|^2, and
 *
 * <pre>
 *   W' = -sum_k S_{L-1-k} G T_k,  T_k = (W^T W)^(k/L) = (u_k W^T W + e^k u_{L-k} I) / u_L,
 *   l' = -L r,  q' = -q r,  s' = -2 &lt;W, G&gt;,
 *   r = (u_{L-1} &lt;W, G&gt; + q^(L-2) sign &lt;cof W, G&gt;) / u_L,
 * </pre>
 *
 * with S_k from W W^T likewise: both sides of T_k agree on the eigenvectors of W^T W, where they
 * are powers of x and y, and r is the trace of V diag(s_r^(1-2/L)) U^T G for W = U diag(s_r) V^T.
 * Nothing is divided by the determinant, and powers are sums of positive terms, which keeps them
 * narrow over boxes.
 *
 * <p>The equations hold where l is the logarithm of the determinant; what they are elsewhere is
 * free. Read as they stand, an error in l grows there exponentially. With e^(L-1) as |det W|
 * q^(L-2), of the entries of W wherever it is no factor of W^T W or W W^T, it does not: then
 * tr(W^-1 W') is l' up to the error times the determinant.
 */
final class BalancedField {
  /** The unknowns w11, w12, w21, w22 and l. */
  static final int UNKNOWNS = 5;

  private final TapeBuilder tape = new TapeBuilder(UNKNOWNS);
  private final int depth;
  private final Nodes product;
  private final Nodes gradient;
  private final Node q;
  private final Node s;

  /** e^(L-1), as |det W| q^(L-2). */
  private final Node determinant;

  /** u_1 .. u_L; the first is absent, being 1. */
  private final List<Optional<Node>> u = new ArrayList<>();

  /** e, e^2 .. */
  private final List<Node> e = new ArrayList<>();

  private BalancedField(int depth, int sign, Residuals problem) {
    this.depth = depth;
    this.product = Nodes.of(2, 2, (i, j) -> Optional.of(tape.state(2 * i + j)));
    this.gradient = problem.on(tape, product);
    this.q = tape.exponential(tape.times(tape.state(4), inverse(depth)));
    e.add(tape.square(q));
    for (int k = 2; k < depth; k++) {
      e.add(tape.times(e.get(k - 2), e.get(0)));
    }
    this.determinant = timesPowers(tape.times(determinant(), Interval.of(sign)));
    this.s = tape.rootSum(squaredNorm(), e.get(0), depth);
    addGeometric();
  }

  /**
   * The right-hand side.
   *
   * @param depth L, at least 2
   * @param sign the sign of the determinant
   */
  static Tape of(int depth, int sign, Residuals problem) {
    if (depth == 2) {
      return PolarField.of(sign, problem);
    }
    BalancedField field = new BalancedField(depth, sign, problem);
    field.setSlopes();
    return field.withDeterminant(sign);
  }

  private static Interval inverse(int n) {
    return Interval.ONE.dividedBy(Interval.of(n));
  }

  private Node w(int k) {
    return tape.state(k);
  }

  private Node squaredNorm() {
    Node first = tape.plus(tape.square(w(0)), tape.square(w(1)));
    return tape.plus(first, tape.plus(tape.square(w(2)), tape.square(w(3))));
  }

  private void addGeometric() {
    u.add(Optional.empty());
    u.add(Optional.of(s));
    for (int k = 3; k <= depth; k++) {
      Node last = tape.times(s, u(k - 1));
      u.add(Optional.of(tape.minus(last, k == 3 ? e.get(0) : tape.times(e.get(0), u(k - 2)))));
    }
  }

  private Node u(int k) {
    return u.get(k - 1).orElseThrow();
  }

  private Node timesU(int k, Node node) {
    return k == 1 ? node : tape.times(u(k), node);
  }

  private void setSlopes() {
    Nodes right = product.transpose().times(tape, product);
    Nodes left = product.times(tape, product.transpose());
    Nodes ends = left.times(tape, gradient).plus(tape, gradient.times(tape, right));
    Nodes falling =
        ends.scaled(this::timesULast)
            .plus(tape, gradient.scaled(node -> tape.times(node, twice(determinant))))
            .scaled(this::overLast);
    for (int k = 1; k < depth - 1; k++) {
      falling = falling.plus(tape, middle(left, right, depth - 1 - k, k));
    }
    for (int k = 0; k < 4; k++) {
      tape.slope(w(k), tape.minus(falling.at(k / 2, k % 2).orElseThrow()));
    }
  }

  private Node timesULast(Node node) {
    return timesU(depth - 1, node);
  }

  private Node twice(Node node) {
    return tape.times(node, Interval.of(2));
  }

  /** S_j G T_k for j + k = L - 1. */
  private Nodes middle(Nodes left, Nodes right, int j, int k) {
    Nodes before = left.times(tape, gradient);
    Nodes after = gradient.times(tape, right);
    Nodes both = before.times(tape, right).scaled(x -> timesU(j, timesU(k, x)));
    Node byLeft = timesU(j, timesU(depth - k, e.get(k - 1)));
    Node byRight = timesU(k, timesU(depth - j, e.get(j - 1)));
    Node alone = timesU(depth - j, timesU(depth - k, determinant));
    return both.plus(tape, before.scaled(x -> tape.times(byLeft, x)))
        .plus(tape, after.scaled(x -> tape.times(byRight, x)))
        .plus(tape, gradient.scaled(x -> tape.times(alone, x)))
        .scaled(x -> overLast(overLast(x)));
  }

  private Node overLast(Node node) {
    return tape.over(node, u(depth));
  }

  private Tape withDeterminant(int sign) {
    Nodes cofactors =
        Nodes.of(2, 2, (i, j) -> Optional.of(i == j ? w(3 - 3 * i) : tape.minus(w(2 - i))));
    Node along = inner(product);
    Node across = timesPowers(inner(cofactors));
    Node main = timesU(depth - 1, along);
    Node rate = overLast(sign > 0 ? tape.plus(main, across) : tape.minus(main, across));
    tape.slope(w(4), tape.times(rate, Interval.of(-depth)));
    tape.auxiliarySlope(q, tape.minus(tape.times(q, rate)));
    tape.auxiliarySlope(s, tape.times(along, Interval.of(-2)));
    return tape.build();
  }

  private Node determinant() {
    return tape.minus(tape.times(w(0), w(3)), tape.times(w(1), w(2)));
  }

  /** Times q^(L-2). */
  private Node timesPowers(Node node) {
    Node product = node;
    for (int k = 2; k < depth; k++) {
      product = tape.times(q, product);
    }
    return product;
  }

  /** The sum of products of entries with those of the gradient. */
  private Node inner(Nodes matrix) {
    Nodes products = matrix.transpose().times(tape, gradient);
    return tape.plus(products.at(0, 0).orElseThrow(), products.at(1, 1).orElseThrow());
  }
}
