package io.github.flowcert.descent;

import io.github.flowcert.flow.Factors;
import io.github.flowcert.flow.Network;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.List;

/**
 * Gradient descent in doubles where every factor is 2-by-2: allocates nothing while it runs, and
 * keeps the matrices of a step in local variables.
 */
final class TwoByTwoDescent implements Descent {
  private static final int SIZE = 4;

  private final double rate;

  /** 1 at observed entries, 0 elsewhere, and the observed values. */
  private final double[] mask = new double[SIZE];

  private final double[] target = new double[SIZE];

  /** W_1, W_2, .. one after the other, row by row. */
  private final double[] factors;

  /** At the place of W_l, the product W_{l-1} .. W_1. */
  private final double[] below;

  private long iteration;
  private double loss = Double.NaN;

  TwoByTwoDescent(MatrixCompletion problem, List<double[]> start, double rate) {
    this.rate = rate;
    for (int k = 0; k < SIZE; k++) {
      mask[k] = problem.isObserved(k) ? 1 : 0;
      target[k] = problem.value(k);
    }
    factors = Factors.flattened(start);
    below = new double[factors.length];
  }

  static boolean fits(Network network) {
    for (int l = 0; l <= network.depth(); l++) {
      if (network.width(l) != 2) {
        return false;
      }
    }
    return true;
  }

  // One method, and long: what the loop carries must stay in registers, and Java returns one value.
  @Override
  public Halt advance(long until, double level, boolean watchRise) {
    final double[] w = factors;
    final double[] b = below;
    final int top = w.length - SIZE;
    final double eta = rate;
    final double m0 = mask[0];
    final double m1 = mask[1];
    final double m2 = mask[2];
    final double m3 = mask[3];
    final double t0 = target[0];
    final double t1 = target[1];
    final double t2 = target[2];
    final double t3 = target[3];
    double ceiling = Double.MAX_VALUE;
    long k = iteration;
    while (true) {
      double p0 = w[0];
      double p1 = w[1];
      double p2 = w[2];
      double p3 = w[3];
      for (int at = SIZE; at <= top; at += SIZE) {
        b[at] = p0;
        b[at + 1] = p1;
        b[at + 2] = p2;
        b[at + 3] = p3;
        final double q0 = w[at] * p0 + w[at + 1] * p2;
        final double q1 = w[at] * p1 + w[at + 1] * p3;
        p2 = w[at + 2] * p0 + w[at + 3] * p2;
        p3 = w[at + 2] * p1 + w[at + 3] * p3;
        p0 = q0;
        p1 = q1;
      }
      double g0 = m0 * (p0 - t0);
      double g1 = m1 * (p1 - t1);
      double g2 = m2 * (p2 - t2);
      double g3 = m3 * (p3 - t3);
      final double here = 0.5 * (g0 * g0 + g1 * g1 + g2 * g2 + g3 * g3);
      // Written so that a loss that is not a number halts too.
      if (!(here > level) || k >= until || !(here <= ceiling)) {
        iteration = k;
        loss = here;
        return halt(level, ceiling);
      }
      ceiling = watchRise ? here * (1 + RISE) : Double.MAX_VALUE;
      k++;
      g0 *= eta;
      g1 *= eta;
      g2 *= eta;
      g3 *= eta;
      // Going down, g is eta (W_L .. W_{l+1})^T G.
      for (int at = top; at > 0; at -= SIZE) {
        final double w0 = w[at];
        final double w1 = w[at + 1];
        final double w2 = w[at + 2];
        final double w3 = w[at + 3];
        w[at] = w0 - (g0 * b[at] + g1 * b[at + 1]);
        w[at + 1] = w1 - (g0 * b[at + 2] + g1 * b[at + 3]);
        w[at + 2] = w2 - (g2 * b[at] + g3 * b[at + 1]);
        w[at + 3] = w3 - (g2 * b[at + 2] + g3 * b[at + 3]);
        final double h0 = w0 * g0 + w2 * g2;
        final double h1 = w0 * g1 + w2 * g3;
        g2 = w1 * g0 + w3 * g2;
        g3 = w1 * g1 + w3 * g3;
        g0 = h0;
        g1 = h1;
      }
      w[0] -= g0;
      w[1] -= g1;
      w[2] -= g2;
      w[3] -= g3;
    }
  }

  private Halt halt(double level, double ceiling) {
    if (!Double.isFinite(loss)) {
      return Halt.DIVERGED;
    }
    if (loss > ceiling) {
      return Halt.ROSE;
    }
    return loss <= level ? Halt.LEVEL : Halt.ITERATION;
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public double time() {
    return iteration * rate;
  }

  @Override
  public double[] parameters() {
    return factors.clone();
  }

  @Override
  public double[] memory() {
    return factors.clone();
  }

  @Override
  public void restore(long newIteration, double[] memory) {
    iteration = newIteration;
    System.arraycopy(memory, 0, factors, 0, factors.length);
  }
}
