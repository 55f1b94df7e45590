package io.github.flowcert.flow;

import io.github.flowcert.integrate.DifferenceJacobian;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.SingularValues;
import java.util.Arrays;

/**
 * The product formulation, Lemma 1: {@code W' = -sum_l [W W^T]^((l-1)/L) G [W^T W]^((L-l)/L)}, for
 * balanced factors. The unknowns are the entries of the product matrix.
 *
 * <p>With W = U S V^T and A = U^T G V the sum is {@code U (A .* C) V^T} plus the parts that leave
 * the span of U or V, where {@code c_rs = sum_l sigma_r^(2(l-1)/L) sigma_s^(2(L-l)/L)}.
 */
public final class ProductCoordinates implements Coordinates {
  private static final double ROUNDING = 0x1p-52;

  private final Network network;
  private final int rows;
  private final int columns;
  private final double relative;
  private final double absolute;
  private final double[] start;

  /** Coordinates from a point on the balanced set. */
  public ProductCoordinates(Network network, Carry from, double relative, double absolute) {
    this.network = network;
    this.rows = network.problem().rows();
    this.columns = network.problem().columns();
    this.relative = relative;
    this.start = from.product().clone();
    double size = Flat.maxAbs(start);
    this.absolute = size == 0 ? absolute : Math.min(absolute, relative * size);
  }

  @Override
  public Formulation formulation() {
    return Formulation.PRODUCT;
  }

  @Override
  public String description() {
    return "the " + getDimension() + " entries of the product matrix";
  }

  @Override
  public double[] start() {
    return start.clone();
  }

  @Override
  public int getDimension() {
    return start.length;
  }

  @Override
  public double[] computeDerivatives(double time, double[] w) {
    double[] gradient = new double[w.length];
    network.problem().gradient(w, gradient);
    if (network.depth() == 1) {
      Arrays.setAll(gradient, k -> -gradient[k]);
      return gradient;
    }
    return BalancedFlow.derivative(
        network.depth(), rows, columns, SingularValues.of(w, rows, columns), gradient);
  }

  @Override
  public void fill(double time, double[] y, double[] derivative, double[] jacobian) {
    DifferenceJacobian.fill(this::computeDerivatives, this, time, y, derivative, jacobian);
  }

  @Override
  public void fill(double[] y, double[] scale) {
    for (int k = 0; k < y.length; k++) {
      scale[k] = absolute + relative * Math.abs(y[k]);
    }
  }

  @Override
  public FlowState observe(double time, double[] w) {
    if (network.depth() == 1) {
      return unfactored(time, w);
    }
    double[] logs = SingularValues.of(w, rows, columns).logarithms();
    return FlowState.balanced(time, carry(w), network, logs);
  }

  /** Nothing is decomposed before somebody asks. */
  private FlowState unfactored(double time, double[] w) {
    double[] gradient = new double[w.length];
    network.problem().gradient(w, gradient);
    double loss = network.problem().loss(w, gradient);
    return new FlowState(time, loss, rows, columns, w, gradient, () -> measured(w));
  }

  private FlowState.Measured measured(double[] w) {
    Determinant determinant = rows == columns ? Determinant.of(w, rows) : Determinant.NONE;
    return new FlowState.Measured(
        SingularValues.of(w, rows, columns).logarithms(),
        determinant.sign(),
        determinant.logAbs(),
        /* unbalancedness= */ 0,
        Flat.squaredNorm(w));
  }

  @Override
  public double validity(double[] y) {
    return 1;
  }

  @Override
  public Carry carry(double[] w) {
    return Starts.product(network, w.clone());
  }

  @Override
  public double representableRatio() {
    return Math.max(ROUNDING, relative);
  }
}
