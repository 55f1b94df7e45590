package io.github.flowcert.flow;

import io.github.flowcert.integrate.DifferenceJacobian;
import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.SingularValues;
import java.util.Arrays;

/**
 * The singular-values formulation for any shape: unknowns are the singular vectors of the product
 * matrix and the natural logarithms of its singular values (Lemma 2 of Razin and Cohen; Theorem 3
 * and Lemma 2 of Arora et al.). For L = 1, where a singular value may pass through 0, they are the
 * signed singular values themselves.
 *
 * <p>With A = U^T G V, {@code (ln sigma_r)' = -L sigma_r^(1-2/L) a_rr}, and the rotations are
 * {@code u_r^T u_s' = -(sigma_s a_rs + sigma_r a_sr) / (sigma_s^(2/L) - sigma_r^(2/L))}, the same
 * for V with the roles of the singular values exchanged. A singular value that is 0 stays 0 (Lemma
 * 3) and is left out.
 */
public final class RotationCoordinates implements Coordinates {
  private static final double LEAST_GAP = 5e-3;

  private final Network network;
  private final int rows;
  private final int columns;
  private final int rank;
  private final double relative;
  private final int sign;
  private final double[] start;

  /**
   * Coordinates around a point on the balanced set, or any point for L = 1.
   *
   * @param network the factorization
   * @param from the point; its nonzero singular values must be distinct
   * @param relative relative tolerance
   */
  public RotationCoordinates(Network network, Carry from, double relative) {
    this.network = network;
    this.rows = network.problem().rows();
    this.columns = network.problem().columns();
    this.relative = relative;
    SingularValues svd = SingularValues.of(from.product(), rows, columns);
    this.rank = (int) Arrays.stream(svd.values()).filter(value -> value > 0).count();
    this.sign = rank == rows && rows == columns ? from.determinantSign() : 0;
    this.start = new double[(rows + columns + 1) * rank];
    for (int r = 0; r < rank; r++) {
      for (int i = 0; i < rows; i++) {
        start[i * rank + r] = svd.left()[i * network.rank() + r];
      }
      for (int j = 0; j < columns; j++) {
        start[(rows + j) * rank + r] = svd.right()[j * network.rank() + r];
      }
      start[(rows + columns) * rank + r] = signed() ? svd.values()[r] : Math.log(svd.values()[r]);
    }
    if (sign != 0 && !signed()) {
      start[(rows + columns) * rank + rank - 1] = smallestLog(from.logAbsDeterminant());
    }
  }

  /** The determinant may be known better than the smallest singular value of the entries. */
  private double smallestLog(double logDeterminant) {
    double others = 0;
    for (int r = 0; r < rank - 1; r++) {
      others += start[(rows + columns) * rank + r];
    }
    return logDeterminant - others;
  }

  /**
   * The smallest relative gap between nonzero singular values of a matrix; infinity for one alone.
   */
  public static double relativeGap(double[] product, int rows, int columns) {
    return relativeGap(SingularValues.of(product, rows, columns).logarithms());
  }

  /** The same from natural logarithms of the singular values. */
  public static double relativeGap(double[] logs) {
    double[] sorted =
        Arrays.stream(logs).filter(log -> log > Double.NEGATIVE_INFINITY).sorted().toArray();
    double least = Double.POSITIVE_INFINITY;
    for (int k = 1; k < sorted.length; k++) {
      least = Math.min(least, -Math.expm1(sorted[k - 1] - sorted[k]));
    }
    return least;
  }

  private boolean signed() {
    return network.depth() == 1;
  }

  @Override
  public Formulation formulation() {
    return Formulation.SINGULAR_VALUES;
  }

  @Override
  public String description() {
    String values = signed() ? "signed singular values" : "logarithms of the singular values";
    return rank + " pairs of singular vectors and the " + values;
  }

  @Override
  public double[] start() {
    return start.clone();
  }

  @Override
  public int getDimension() {
    return start.length;
  }

  private double[] left(double[] y) {
    return Arrays.copyOfRange(y, 0, rows * rank);
  }

  private double[] right(double[] y) {
    return Arrays.copyOfRange(y, rows * rank, (rows + columns) * rank);
  }

  private double[] values(double[] y) {
    double[] values = Arrays.copyOfRange(y, (rows + columns) * rank, y.length);
    if (!signed()) {
      Arrays.setAll(values, r -> Math.exp(values[r]));
    }
    return values;
  }

  private double[] product(double[] y) {
    double[] scaled = left(y);
    double[] values = values(y);
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= values[k % rank];
    }
    double[] product = new double[rows * columns];
    Flat.multiply(scaled, Flat.transpose(right(y), columns, rank), rows, rank, columns, product);
    return product;
  }

  @Override
  public double[] computeDerivatives(double time, double[] y) {
    double[] u = left(y);
    double[] v = right(y);
    double[] gradient = new double[rows * columns];
    network.problem().gradient(product(y), gradient);
    double[] gv = new double[rows * rank];
    Flat.multiply(gradient, v, rows, columns, rank, gv);
    double[] gu = new double[columns * rank];
    Flat.multiply(Flat.transpose(gradient, rows, columns), u, columns, rows, rank, gu);
    double[] a = new double[rank * rank];
    Flat.multiply(Flat.transpose(u, rows, rank), gv, rank, rows, rank, a);
    double[] out = new double[y.length];
    double[] values = values(y);
    putValues(values, a, out);
    putVectors(new Side(u, gv, rows, 0, false), a, values, out);
    putVectors(new Side(v, gu, columns, rows, true), a, values, out);
    return out;
  }

  private void putValues(double[] values, double[] a, double[] out) {
    int depth = network.depth();
    for (int r = 0; r < rank; r++) {
      double speed = signed() ? 1 : depth * Math.pow(values[r], 1 - 2.0 / depth);
      out[(rows + columns) * rank + r] = -speed * a[r * rank + r];
    }
  }

  /** One family of singular vectors: its basis, the gradient applied to the other, its place. */
  private record Side(double[] basis, double[] pulled, int length, int offset, boolean right) {}

  private void putVectors(Side side, double[] a, double[] values, double[] out) {
    double power = 2.0 / network.depth();
    double[] turn = new double[rank * rank];
    for (int r = 0; r < rank; r++) {
      for (int s = 0; s < rank; s++) {
        if (r != s) {
          double rs = side.right ? a[s * rank + r] : a[r * rank + s];
          double sr = side.right ? a[r * rank + s] : a[s * rank + r];
          double gap = rootOf(values[s], power) - rootOf(values[r], power);
          turn[r * rank + s] = -(values[s] * rs + values[r] * sr) / gap;
        }
      }
    }
    double[] rotated = new double[side.length * rank];
    Flat.multiply(side.basis, turn, side.length, rank, rank, rotated);
    double[] inside = insideSpan(side, a);
    for (int i = 0; i < side.length; i++) {
      for (int r = 0; r < rank; r++) {
        int k = i * rank + r;
        // A basis of the whole space has no outside; its rounding must not meet 1 / sigma.
        double outside =
            side.length == rank ? 0 : (side.pulled[k] - inside[k]) * outsideSpeed(values[r]);
        out[side.offset * rank + k] = rotated[k] - outside;
      }
    }
  }

  /** {@code (sigma^2)^(1/L)}, which for L = 1 is the square whatever the sign. */
  private static double rootOf(double value, double power) {
    return Math.pow(Math.abs(value), power);
  }

  private double outsideSpeed(double value) {
    return network.depth() == 1 ? 1 / value : Math.pow(value, 1 - 2.0 / network.depth());
  }

  /** The part of the pulled-back gradient that lies in the span of the basis. */
  private double[] insideSpan(Side side, double[] a) {
    double[] inside = new double[side.length * rank];
    double[] along = side.right ? Flat.transpose(a, rank, rank) : a;
    Flat.multiply(side.basis, along, side.length, rank, rank, inside);
    return inside;
  }

  @Override
  public void fill(double time, double[] y, double[] derivative, double[] jacobian) {
    DifferenceJacobian.fill(this::computeDerivatives, this, time, y, derivative, jacobian);
  }

  @Override
  public void fill(double[] y, double[] scale) {
    int vectors = (rows + columns) * rank;
    double largest = 0;
    for (int k = vectors; k < y.length; k++) {
      largest = Math.max(largest, Math.abs(y[k]));
    }
    for (int k = 0; k < y.length; k++) {
      double unit = signed() ? 1e-3 * largest : 1;
      scale[k] = relative * (k < vectors ? 1 : Math.max(unit, Math.abs(y[k])));
    }
  }

  @Override
  public FlowState observe(double time, double[] y) {
    return FlowState.balanced(time, carry(y), network, logs(y));
  }

  private double[] logs(double[] y) {
    double[] logs = new double[network.rank()];
    Arrays.fill(logs, Double.NEGATIVE_INFINITY);
    for (int r = 0; r < rank; r++) {
      double unknown = y[(rows + columns) * rank + r];
      logs[r] = signed() ? Math.log(Math.abs(unknown)) : unknown;
    }
    Arrays.sort(logs);
    for (int k = 0; k < logs.length / 2; k++) {
      double kept = logs[k];
      logs[k] = logs[logs.length - 1 - k];
      logs[logs.length - 1 - k] = kept;
    }
    return logs;
  }

  @Override
  public double validity(double[] y) {
    return relativeGap(logs(y)) - LEAST_GAP;
  }

  @Override
  public Carry carry(double[] y) {
    double[] product = product(y);
    double[] gradient = new double[product.length];
    network.problem().gradient(product, gradient);
    double logDeterminant = Double.NaN;
    int signNow = sign;
    if (rows == columns) {
      logDeterminant = rank < rows ? Double.NEGATIVE_INFINITY : Arrays.stream(logs(y)).sum();
      signNow = signed() ? sign * signOfValues(y) * signOfValues(start) : sign;
    }
    return new Carry(product, gradient, signNow, logDeterminant, true, null);
  }

  private int signOfValues(double[] y) {
    int product = 1;
    for (int r = 0; r < rank; r++) {
      product *= (int) Math.signum(y[(rows + columns) * rank + r]);
    }
    return product;
  }

  @Override
  public double representableRatio() {
    return 0;
  }
}
