package io.github.flowcert.flow;

import io.github.flowcert.problem.MatrixCompletion;
import java.util.Locale;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.GradientField;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.hipparchus.util.MathArrays;

/**
 * The singular-values formulation of an invertible 2-by-2 product matrix of balanced factors, L at
 * least 2: unknowns are three entries, or their residuals where those are the small numbers, and ln
 * |det W|, which carries the logarithm of the small singular value. The fourth entry, opposite the
 * pivot, follows from the determinant.
 *
 * <p>The sign of the determinant is a constant of these coordinates (Lemma 3), not a result.
 */
public final class DeterminantCoordinates implements Coordinates {
  private static final double PIVOT_FLOOR = 0.05;
  private static final double TO_RESIDUAL = 0.25;
  private static final double TO_ENTRY = 0.75;
  private static final double ROUNDING = 0x1p-52;

  private final Network network;
  private final MatrixCompletion problem;
  private final double relative;
  private final int sign;
  private final int pivot;
  private final int[] kept;
  private final boolean[] residual;
  private final double[] start;

  /**
   * Coordinates around a point.
   *
   * @param network a 2-by-2 completion problem of depth at least 2
   * @param from the point; its determinant must not be 0
   * @param relative relative tolerance of the integration
   */
  public DeterminantCoordinates(Network network, Carry from, double relative) {
    if (from.determinantSign() == 0 || network.depth() < 2 || from.product().length != 4) {
      throw new IllegalArgumentException("needs an invertible 2-by-2 product and depth 2 or more");
    }
    this.network = network;
    this.problem = network.problem().completion().orElseThrow(IllegalArgumentException::new);
    this.relative = relative;
    this.sign = from.determinantSign();
    this.pivot = choosePivot(from.product());
    this.kept =
        new int[] {pivot, pivot == 0 || pivot == 3 ? 1 : 0, pivot == 0 || pivot == 3 ? 2 : 3};
    this.residual = new boolean[3];
    this.start = new double[4];
    for (int k = 0; k < 3; k++) {
      int entry = kept[k];
      residual[k] = residualIsSmall(entry, from.gradient()[entry], TO_RESIDUAL);
      start[k] = residual[k] ? from.gradient()[entry] : from.product()[entry];
    }
    start[3] = from.logAbsDeterminant();
  }

  private int choosePivot(double[] product) {
    int largest = 0;
    for (int k = 1; k < 4; k++) {
      largest = Math.abs(product[k]) > Math.abs(product[largest]) ? k : largest;
    }
    // The entry that is free to grow is the best pivot in the long run.
    int free = problem.soleUnobserved();
    boolean fit = free >= 0 && Math.abs(product[free]) > 0.3 * Math.abs(product[largest]);
    return fit ? free : largest;
  }

  private boolean residualIsSmall(int entry, double residualThere, double fraction) {
    double target = Math.abs(problem.value(entry));
    return problem.isObserved(entry) && target > 0 && Math.abs(residualThere) < fraction * target;
  }

  @Override
  public Formulation formulation() {
    return Formulation.SINGULAR_VALUES;
  }

  @Override
  public String description() {
    StringBuilder words = new StringBuilder();
    for (int k = 0; k < 3; k++) {
      String name = name(kept[k]);
      words.append(residual[k] ? "residual of " + name : name).append(", ");
    }
    return words
        .append("ln |det W|; ")
        .append(name(3 - pivot))
        .append(" from the determinant")
        .toString();
  }

  private static String name(int entry) {
    return String.format(Locale.ROOT, "w%d%d", entry / 2 + 1, entry % 2 + 1);
  }

  @Override
  public double[] start() {
    return start.clone();
  }

  @Override
  public int getDimension() {
    return 4;
  }

  @Override
  public double[] computeDerivatives(double time, double[] y) {
    Binary64[] unknowns = new Binary64[4];
    for (int k = 0; k < 4; k++) {
      unknowns[k] = new Binary64(y[k]);
    }
    Binary64[] derivative = field(unknowns, Binary64Field.getInstance().getZero());
    double[] out = new double[4];
    for (int k = 0; k < 4; k++) {
      out[k] = derivative[k].getReal();
    }
    return out;
  }

  @Override
  public void fill(double time, double[] y, double[] derivative, double[] jacobian) {
    Gradient[] unknowns = new Gradient[4];
    for (int k = 0; k < 4; k++) {
      unknowns[k] = Gradient.variable(4, k, y[k]);
    }
    Gradient[] slopes = field(unknowns, GradientField.getField(4).getZero());
    for (int i = 0; i < 4; i++) {
      System.arraycopy(slopes[i].getGradient(), 0, jacobian, 4 * i, 4);
    }
  }

  private <T extends CalculusFieldElement<T>> T[] field(T[] y, T zero) {
    T[] w = entries(y, zero);
    T[] g = gradient(y, w, zero);
    T[] slopes = TwoByTwoFlow.derivative(network.depth(), sign, w, g, y[3]);
    T[] out = MathArrays.buildArray(zero.getField(), 4);
    for (int k = 0; k < 3; k++) {
      out[k] = slopes[kept[k]];
    }
    out[3] = slopes[4];
    return out;
  }

  private <T extends CalculusFieldElement<T>> T[] entries(T[] y, T zero) {
    T[] w = MathArrays.buildArray(zero.getField(), 4);
    for (int k = 0; k < 3; k++) {
      w[kept[k]] = residual[k] ? y[k].add(problem.value(kept[k])) : y[k];
    }
    T determinant = y[3].exp().multiply(sign);
    T others = w[kept[1]].multiply(w[kept[2]]);
    boolean diagonal = pivot == 0 || pivot == 3;
    T numerator = diagonal ? determinant.add(others) : others.subtract(determinant);
    w[3 - pivot] = numerator.divide(w[pivot]);
    return w;
  }

  private <T extends CalculusFieldElement<T>> T[] gradient(T[] y, T[] w, T zero) {
    T[] g = MathArrays.buildArray(zero.getField(), 4);
    for (int entry = 0; entry < 4; entry++) {
      g[entry] = problem.isObserved(entry) ? w[entry].subtract(problem.value(entry)) : zero;
    }
    for (int k = 0; k < 3; k++) {
      // The residual itself is the unknown: subtracting the target again would lose its digits.
      g[kept[k]] = residual[k] ? y[k] : g[kept[k]];
    }
    return g;
  }

  @Override
  public void fill(double[] y, double[] scale) {
    Carry point = carry(y);
    double entryFloor = 1e-3 * Math.hypot(point.product()[pivot], point.product()[3 - pivot]);
    // Rounding of the entry that is not an unknown reaches all residuals: no tolerance below it.
    double rounding = ROUNDING * Math.abs(point.product()[3 - pivot]) / relative;
    double residualFloor =
        Math.max(rounding, 0.1 * MatrixCompletion.lossOfGradient(point.gradient()));
    for (int k = 0; k < 3; k++) {
      scale[k] = relative * Math.max(Math.abs(y[k]), residual[k] ? residualFloor : entryFloor);
    }
    scale[3] = relative * Math.max(1, Math.abs(y[3]));
  }

  @Override
  public Carry carry(double[] y) {
    Binary64[] unknowns = new Binary64[4];
    for (int k = 0; k < 4; k++) {
      unknowns[k] = new Binary64(y[k]);
    }
    Binary64 zero = Binary64Field.getInstance().getZero();
    Binary64[] w = entries(unknowns, zero);
    Binary64[] g = gradient(unknowns, w, zero);
    return new Carry(reals(w), reals(g), sign, y[3], true, null);
  }

  private static double[] reals(Binary64[] values) {
    double[] out = new double[values.length];
    for (int k = 0; k < out.length; k++) {
      out[k] = values[k].getReal();
    }
    return out;
  }

  @Override
  public FlowState observe(double time, double[] y) {
    Carry point = carry(y);
    double[] w = point.product();
    double sum = Math.hypot(w[0] + sign * w[3], w[1] - sign * w[2]);
    double difference = Math.hypot(w[0] - sign * w[3], w[1] + sign * w[2]);
    double logLargest = Math.log((sum + difference) / 2);
    // Where both are nearly equal, rounding must not put the smaller one first.
    double logSmallest = Math.min(y[3] - logLargest, logLargest);
    double[] logs = {logLargest, logSmallest};
    return FlowState.balanced(time, point, network, logs);
  }

  @Override
  public double validity(double[] y) {
    Carry point = carry(y);
    double largest = 0;
    for (double each : point.product()) {
      largest = Math.max(largest, Math.abs(each));
    }
    double validity = Math.abs(point.product()[pivot]) / largest - PIVOT_FLOOR;
    for (int k = 0; k < 3; k++) {
      double target = Math.abs(problem.value(kept[k]));
      if (problem.isObserved(kept[k]) && target > 0) {
        double share = Math.abs(point.gradient()[kept[k]]) / target;
        double margin = residual[k] ? TO_ENTRY - share : share - TO_RESIDUAL / 2;
        validity = Math.min(validity, margin);
      }
    }
    return validity;
  }

  @Override
  public double representableRatio() {
    return 0;
  }
}
