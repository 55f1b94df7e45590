package io.github.flowcert.taylor;

import io.github.flowcert.interval.DotProduct;
import io.github.flowcert.interval.Interval;

/**
 * Taylor coefficients of everything on a tape, over a box of starts, and if wanted their
 * derivatives by each unknown's start. Working memory, to be filled again and again; not for use by
 * several threads.
 *
 * <p>Coefficients of infinite size mean that nothing is known.
 */
public final class Jet {
  private final Tape tape;
  private final int parts;
  private final int stride;
  private final double[] lower;
  private final double[] upper;
  private final DotProduct dot = new DotProduct();
  private Interval[] start;

  /**
   * Room for coefficients.
   *
   * @param order the highest order
   * @param derivatives whether with derivatives by the start
   */
  public Jet(Tape tape, int order, boolean derivatives) {
    this.tape = tape;
    this.parts = derivatives ? 1 + tape.states() : 1;
    this.stride = order + 1;
    this.lower = new double[tape.size() * parts * stride];
    this.upper = new double[lower.length];
  }

  /**
   * Fills in the coefficients of the solutions that start in a box.
   *
   * @param box one interval for each unknown
   * @param order up to which order, at least 1
   */
  public void expand(Interval[] box, int order) {
    start = box;
    for (int k = 0; k < order; k++) {
      tape.expand(this, k);
    }
    tape.expandStates(this, order);
  }

  /** The coefficient of order k of an unknown. */
  public Interval coefficient(int state, int k) {
    return get(state, 0, k);
  }

  /** The derivative of that coefficient by the start of an unknown, from 0. */
  public Interval derivative(int state, int by, int k) {
    return get(state, by + 1, k);
  }

  /**
   * The value of the Taylor polynomial of an unknown: the sum of its coefficients times powers of
   * the time. The small terms first, so that rounding adds little.
   *
   * @param order the last order
   */
  public Interval value(int state, Powers times, int order) {
    Interval sum = Interval.ZERO;
    for (int k = order; k >= 0; k--) {
      sum = sum.plus(get(state, 0, k).times(times.at(k)));
    }
    return sum;
  }

  /** The derivative of that value by the start of an unknown, from 0. */
  public Interval slope(int state, int by, Powers times, int order) {
    dot.clear();
    times.addTo(dot, lower, upper, at(state, by + 1, 0), order + 1);
    return dot.interval();
  }

  int parts() {
    return parts;
  }

  private int at(int node, int part, int k) {
    return (node * parts + part) * stride + k;
  }

  Interval get(int node, int part, int k) {
    int index = at(node, part, k);
    return Interval.of(lower[index], upper[index]);
  }

  void put(int node, int part, int k, Interval coefficient) {
    int index = at(node, part, k);
    lower[index] = coefficient.lower();
    upper[index] = coefficient.upper();
  }

  void putState(int state) {
    put(state, 0, 0, start[state]);
    for (int d = 1; d < parts; d++) {
      put(state, d, 0, d - 1 == state ? Interval.ONE : Interval.ZERO);
    }
  }

  void clear() {
    dot.clear();
  }

  /** Adds products of coefficients, of the first from order i up, of the second from j down. */
  void convolve(int a, int aPart, int i, int b, int bPart, int j, int count) {
    dot.addConvolution(lower, upper, at(a, aPart, i), lower, upper, at(b, bPart, j), count);
  }

  Interval sum() {
    return dot.interval();
  }

  void putSum(int node, int part, int k) {
    int index = at(node, part, k);
    lower[index] = dot.lower();
    upper[index] = dot.upper();
  }
}
