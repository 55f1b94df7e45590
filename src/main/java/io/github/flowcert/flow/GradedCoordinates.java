package io.github.flowcert.flow;

import io.github.flowcert.integrate.DifferenceJacobian;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.SingularValues;
import io.github.flowcert.problem.MatrixCompletion;

/**
 * The singular-values formulation of an invertible square product matrix of any size whose smallest
 * singular value may become tiny: unknowns are all entries but one (or their residuals, where those
 * are the small numbers) and ln |det W|. The entry left out follows from the determinant, which is
 * linear in it; the logarithm of the smallest singular value is what the others leave of ln |det
 * W|. Unlike singular vectors as unknowns, this works where singular values meet.
 *
 * <p>The sign of the determinant is a constant of these coordinates (Lemma 3), not a result.
 */
public final class GradedCoordinates implements Coordinates {
  private static final double PIVOT_FLOOR = 0.05;
  private static final double TO_RESIDUAL = 0.25;
  private static final double TO_ENTRY = 0.75;
  private static final double ROUNDING = 0x1p-50;

  private final Network network;
  private final MatrixCompletion problem;
  private final int size;
  private final double relative;
  private final int sign;
  private final int left;
  private final boolean[] residual;
  private final double[] start;

  /**
   * Coordinates around a point on the balanced set.
   *
   * @param network a square completion problem of depth at least 2
   * @param from the point; its determinant must not be 0
   * @param relative relative tolerance of the integration
   */
  public GradedCoordinates(Network network, Carry from, double relative) {
    this.network = network;
    this.problem = network.problem().completion().orElseThrow(IllegalArgumentException::new);
    this.size = problem.rows();
    if (size != problem.columns() || from.determinantSign() == 0 || network.depth() < 2) {
      throw new IllegalArgumentException("needs an invertible square product and depth 2 or more");
    }
    this.relative = relative;
    this.sign = from.determinantSign();
    double[] cofactors = Determinant.cofactors(from.product(), size);
    int largest = 0;
    for (int k = 1; k < cofactors.length; k++) {
      largest = Math.abs(cofactors[k]) > Math.abs(cofactors[largest]) ? k : largest;
    }
    this.left = largest;
    this.residual = new boolean[size * size];
    this.start = new double[size * size];
    for (int entry = 0; entry < residual.length; entry++) {
      double there = from.gradient()[entry];
      residual[entry] =
          entry != left && share(entry, there) < TO_RESIDUAL && problem.isObserved(entry);
      start[entry] = residual[entry] ? there : from.product()[entry];
    }
    start[left] = from.logAbsDeterminant();
  }

  /** Size of a residual against its target; infinite where the target is 0 or not observed. */
  private double share(int entry, double there) {
    return problem.isObserved(entry)
        ? Math.abs(there) / Math.abs(problem.value(entry))
        : Double.POSITIVE_INFINITY;
  }

  @Override
  public Formulation formulation() {
    return Formulation.SINGULAR_VALUES;
  }

  @Override
  public String description() {
    return (size * size - 1)
        + " entries or residuals of the product matrix and ln |det W|; entry ("
        + (left / size + 1)
        + ","
        + (left % size + 1)
        + ") from the determinant";
  }

  @Override
  public double[] start() {
    return start.clone();
  }

  @Override
  public int getDimension() {
    return start.length;
  }

  /** The product matrix: the determinant is {@code rest + cofactor * w_left}. */
  private double[] product(double[] y) {
    double[] w = new double[y.length];
    for (int entry = 0; entry < w.length; entry++) {
      w[entry] = residual[entry] ? y[entry] + problem.value(entry) : y[entry];
    }
    w[left] = 0;
    double cofactor = Determinant.cofactor(w, size, left);
    w[left] = (sign * Math.exp(y[left]) - rest(w)) / cofactor;
    return w;
  }

  /**
   * The determinant without the entry left out, by expansion along its row: near small rank all
   * those minors are small, while elimination with a 0 in that place would go through large ones.
   */
  private double rest(double[] w) {
    int first = left - left % size;
    double rest = 0;
    for (int entry = first; entry < first + size; entry++) {
      rest += entry == left ? 0 : w[entry] * Determinant.cofactor(w, size, entry);
    }
    return rest;
  }

  private double[] gradient(double[] y, double[] w) {
    double[] g = new double[w.length];
    problem.gradient(w, g);
    for (int entry = 0; entry < g.length; entry++) {
      g[entry] = residual[entry] ? y[entry] : g[entry];
    }
    return g;
  }

  /** The decomposition, its last triple from the determinant instead of from rounding errors. */
  private SingularValues decomposition(double[] y, double[] w) {
    return LastTriple.replaced(SingularValues.of(w, size, size), sign, y[left]);
  }

  @Override
  public double[] computeDerivatives(double time, double[] y) {
    double[] w = product(y);
    double[] g = gradient(y, w);
    SingularValues svd = decomposition(y, w);
    double[] out = BalancedFlow.derivative(network.depth(), size, size, svd, g);
    out[left] = logDeterminantSlope(svd, g);
    return out;
  }

  /** Lemma 2, in logarithms and summed: {@code -L sum_r sigma_r^(1-2/L) u_r^T G v_r}. */
  private double logDeterminantSlope(SingularValues svd, double[] g) {
    double sum = 0;
    for (int r = 0; r < size; r++) {
      double a = 0;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          a += svd.left()[i * size + r] * g[i * size + j] * svd.right()[j * size + r];
        }
      }
      sum += Math.pow(svd.values()[r], 1 - 2.0 / network.depth()) * a;
    }
    return -network.depth() * sum;
  }

  @Override
  public void fill(double time, double[] y, double[] derivative, double[] jacobian) {
    DifferenceJacobian.fill(this::computeDerivatives, this, time, y, derivative, jacobian);
  }

  @Override
  public void fill(double[] y, double[] scale) {
    double[] w = product(y);
    double entryFloor = 1e-3 * Flat.maxAbs(w);
    // Rounding of the entry that is not an unknown reaches all residuals: no tolerance below it.
    double residualFloor =
        Math.max(
            ROUNDING * sensitivity(w) / relative,
            0.1 * MatrixCompletion.lossOfGradient(gradient(y, w)));
    for (int k = 0; k < y.length; k++) {
      scale[k] = relative * Math.max(Math.abs(y[k]), residual[k] ? residualFloor : entryFloor);
    }
    scale[left] = relative * Math.max(1, Math.abs(y[left]));
  }

  /** How far the entry left out moves where all others move by a relative 1. */
  private double sensitivity(double[] w) {
    double[] cofactors = Determinant.cofactors(w, size);
    double sum = 0;
    for (int entry = 0; entry < w.length; entry++) {
      sum += Math.abs(w[entry] * cofactors[entry]);
    }
    return sum / Math.abs(cofactors[left]);
  }

  @Override
  public FlowState observe(double time, double[] y) {
    double[] w = product(y);
    double[] logs = SingularValues.of(w, size, size).logarithms();
    double others = 0;
    for (int r = 0; r < size - 1; r++) {
      others += logs[r];
    }
    double smallest = y[left] - others;
    logs[size - 1] = size == 1 ? smallest : Math.min(smallest, logs[size - 2]);
    return FlowState.balanced(time, carry(y), network, logs);
  }

  @Override
  public double validity(double[] y) {
    double[] w = product(y);
    double[] g = gradient(y, w);
    double[] cofactors = Determinant.cofactors(w, size);
    double validity = Math.abs(cofactors[left]) / Flat.maxAbs(cofactors) - PIVOT_FLOOR;
    for (int entry = 0; entry < g.length; entry++) {
      if (entry != left && problem.isObserved(entry) && problem.value(entry) != 0) {
        double share = share(entry, g[entry]);
        double margin = residual[entry] ? TO_ENTRY - share : share - TO_RESIDUAL / 2;
        validity = Math.min(validity, margin);
      }
    }
    return validity;
  }

  @Override
  public Carry carry(double[] y) {
    double[] w = product(y);
    return new Carry(w, gradient(y, w), sign, y[left], true, null);
  }

  @Override
  public double representableRatio() {
    return 0;
  }
}
