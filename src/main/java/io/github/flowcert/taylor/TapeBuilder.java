package io.github.flowcert.taylor;

import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;
import java.util.ArrayList;
import java.util.List;

/** Writes tapes. Every method but {@link #slope} gives a new quantity. */
public final class TapeBuilder {
  private final List<Operation> operations = new ArrayList<>();
  private final int states;

  /**
   * A tape for a number of unknowns, each of which must be given its {@link #slope}.
   *
   * @param states how many, at least 1
   */
  public TapeBuilder(int states) {
    this.states = states;
    for (int i = 0; i < states; i++) {
      operations.add(null);
    }
  }

  /** The unknown at this place, from 0. */
  public Node state(int i) {
    if (i < 0 || i >= states) {
      throw new IllegalArgumentException("no unknown " + i + " of " + states);
    }
    return new Node(i);
  }

  /** Says what the slope in time of an unknown is. */
  public void slope(Node state, Node slope) {
    int i = state.index();
    operations.set(i, new Solution((jet, node) -> jet.putState(i), slope.index()));
  }

  /** a + b. */
  public Node plus(Node a, Node b) {
    return add(new Operation.Sum(a.index(), b.index()));
  }

  /** a - b. */
  public Node minus(Node a, Node b) {
    return add(new Operation.Difference(a.index(), b.index()));
  }

  /** a b. */
  public Node times(Node a, Node b) {
    return a.equals(b) ? square(a) : add(new Operation.Product(a.index(), b.index()));
  }

  /** a^2. */
  public Node square(Node a) {
    return add(new Square(a.index()));
  }

  /** a / b. */
  public Node over(Node a, Node b) {
    return add(new Quotient(a.index(), b.index()));
  }

  /** The square root of a, which must be positive. */
  public Node sqrt(Node a) {
    return add(new Root(a.index()));
  }

  /** a times a number. */
  public Node times(Node a, Interval factor) {
    return add(new Affine(a.index(), factor, Interval.ZERO));
  }

  /** a plus a number. */
  public Node plus(Node a, Interval summand) {
    return add(new Affine(a.index(), Interval.ONE, summand));
  }

  /** -a. */
  public Node minus(Node a) {
    return times(a, Interval.of(-1));
  }

  /**
   * A place for exp(a) for a quantity a, which must be given its slope by {@link #auxiliarySlope}.
   */
  public Node exponential(Node a) {
    return auxiliary(
        (jet, node) -> {
          jet.put(node, 0, 0, Elementary.exp(jet.get(a.index(), 0, 0)));
          for (int d = 1; d < jet.parts(); d++) {
            jet.put(node, d, 0, jet.get(node, 0, 0).times(jet.get(a.index(), d, 0)));
          }
        });
  }

  /**
   * A place for x + y, where x, y are not negative, x y = q and x^n + y^n = a. It must be given its
   * slope by {@link #auxiliarySlope}.
   *
   * @param n at least 1
   */
  public Node rootSum(Node a, Node q, int n) {
    return auxiliary(new RootSum(a.index(), q.index(), n));
  }

  /** Says what the slope in time of an exponential or a sum of roots is. */
  public void auxiliarySlope(Node auxiliary, Node slope) {
    Solution half = (Solution) operations.get(auxiliary.index());
    operations.set(auxiliary.index(), new Solution(half.start(), slope.index()));
  }

  private Node auxiliary(Solution.Start start) {
    return add(new Solution(start, -1));
  }

  private Node add(Operation operation) {
    operations.add(operation);
    return new Node(operations.size() - 1);
  }

  /**
   * The tape.
   *
   * @throws IllegalStateException if something lacks its slope
   */
  public Tape build() {
    for (Operation each : operations) {
      if (each == null || (each instanceof Solution solution && solution.slope() < 0)) {
        throw new IllegalStateException("a quantity lacks its slope");
      }
    }
    return new Tape(operations, states);
  }
}
