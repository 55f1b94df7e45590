package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.SingularValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The factors formulation, eq. (4): {@code W_l' = -(W_L .. W_{l+1})^T G (W_{l-1} .. W_1)^T}, for
 * any factors, balanced or not. The unknowns are all entries of W_1, then of W_2, and so on.
 *
 * <p>The determinant of the product is known to no better than a rounding error of its entries:
 * once the smallest singular value is below that, its sign means nothing.
 */
public final class FactorsCoordinates implements Coordinates {
  private static final double ROUNDING = 0x1p-52;

  /**
   * From so many unknowns on it pays to leave out what the gradient's zeros are multiplied with.
   */
  private static final int MANY = 1000;

  private final Network network;
  private final double relative;
  private final double absolute;
  private final boolean balanced;
  private final int[] offset;
  private final double[] start;

  /** Null where there are few unknowns. */
  private final SparseDescent sparse;

  /**
   * Coordinates from given factors.
   *
   * @param network the factorization
   * @param from a point whose factors are known
   * @param relative relative tolerance
   * @param absolute absolute tolerance, for entries of size 1 or more
   */
  public FactorsCoordinates(Network network, Carry from, double relative, double absolute) {
    this.network = network;
    this.relative = relative;
    this.balanced = from.balanced();
    int depth = network.depth();
    this.offset = new int[depth + 1];
    for (int l = 1; l <= depth; l++) {
      offset[l] = offset[l - 1] + network.width(l) * network.width(l - 1);
    }
    this.start = new double[offset[depth]];
    for (int l = 1; l <= depth; l++) {
      double[] factor = from.factors().get(l - 1);
      System.arraycopy(factor, 0, start, offset[l - 1], factor.length);
    }
    // A start near the saddle at 0 needs errors small against the start, not against 1.
    double size = Flat.maxAbs(start);
    this.absolute = size == 0 ? absolute : Math.min(absolute, relative * size);
    boolean many = start.length >= MANY && depth >= 2;
    this.sparse =
        network
            .problem()
            .completion()
            .filter(problem -> many)
            .map(problem -> new SparseDescent(network, problem))
            .orElse(null);
  }

  @Override
  public Formulation formulation() {
    return Formulation.FACTORS;
  }

  @Override
  public String description() {
    return "all " + getDimension() + " entries of the factors";
  }

  @Override
  public double[] start() {
    return start.clone();
  }

  @Override
  public int getDimension() {
    return start.length;
  }

  /** W_l as a matrix of its own. */
  private double[] factor(double[] y, int l) {
    return Arrays.copyOfRange(y, offset[l - 1], offset[l]);
  }

  private List<double[]> factors(double[] y) {
    List<double[]> factors = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      factors.add(factor(y, l));
    }
    return factors;
  }

  @Override
  public double[] computeDerivatives(double time, double[] y) {
    return sparse == null ? new FactorProducts(network, factors(y)).descent() : sparse.at(y);
  }

  /** The derivative of the vector field along a direction: minus the Hessian, times it. */
  public double[] derivativeAlong(double[] y, double[] direction) {
    return new FactorProducts(network, factors(y)).descentDerivative(factors(direction));
  }

  /** Minus the Hessian of the objective, column by column. */
  @Override
  public void fill(double time, double[] y, double[] derivative, double[] jacobian) {
    int n = y.length;
    FactorProducts products = new FactorProducts(network, factors(y));
    double[] direction = new double[n];
    for (int column = 0; column < n; column++) {
      direction[column] = 1;
      double[] change = products.descentDerivative(factors(direction));
      direction[column] = 0;
      for (int row = 0; row < n; row++) {
        jacobian[row * n + column] = change[row];
      }
    }
  }

  @Override
  public void fill(double[] y, double[] scale) {
    for (int k = 0; k < y.length; k++) {
      scale[k] = absolute + relative * Math.abs(y[k]);
    }
  }

  @Override
  public FlowState observe(double time, double[] y) {
    List<double[]> factors = factors(y);
    double[] product = Factors.product(network, factors);
    double[] gradient = new double[product.length];
    network.problem().gradient(product, gradient);
    return new FlowState(
        time,
        network.problem().loss(product, gradient),
        network.problem().rows(),
        network.problem().columns(),
        product,
        gradient,
        () -> measure(factors, product));
  }

  private FlowState.Measured measure(List<double[]> factors, double[] product) {
    int rows = network.problem().rows();
    int columns = network.problem().columns();
    Determinant determinant = Factors.determinant(network, factors, product);
    double[] logs = SingularValues.of(product, rows, columns).logarithms();
    if (rows == columns) {
      logs[rows - 1] = smallestLog(logs, determinant.logAbs());
    }
    return new FlowState.Measured(
        logs,
        determinant.sign(),
        determinant.logAbs(),
        Factors.unbalancedness(network, factors),
        Factors.scale(factors));
  }

  private static double smallestLog(double[] logs, double logDeterminant) {
    double others = 0;
    for (int k = 0; k < logs.length - 1; k++) {
      others += logs[k];
    }
    double smallest =
        Math.min(logDeterminant - others, logs.length > 1 ? logs[logs.length - 2] : logDeterminant);
    return Double.isNaN(smallest) ? Double.NEGATIVE_INFINITY : smallest;
  }

  @Override
  public double validity(double[] y) {
    return 1;
  }

  /**
   * How slowly the factors move against their fastest mode: {@code |y'| / (|y| rho)}, where rho = L
   * s^(2L-2) with s the largest singular value of a factor estimates the largest eigenvalue of the
   * Hessian near a solution. Of order 1 while the factors grow, tiny once the flow is stiff.
   */
  public double slowness(double[] y) {
    double speed = Math.sqrt(Flat.squaredNorm(computeDerivatives(0, y)));
    double size = Math.sqrt(Flat.squaredNorm(y));
    double largest = 0;
    for (int l = 1; l <= network.depth(); l++) {
      largest =
          Math.max(
              largest, SpectralNorm.squared(factor(y, l), network.width(l), network.width(l - 1)));
    }
    double fastest = network.depth() * Math.pow(largest, network.depth() - 1.0);
    return fastest == 0 ? 1 : speed / (size * fastest);
  }

  @Override
  public Carry carry(double[] y) {
    return Starts.factors(network, factors(y), balanced);
  }

  /** A factor's singular value is the L-th root of the product's; rounding hits the factor. */
  @Override
  public double representableRatio() {
    return Math.pow(Math.max(ROUNDING, relative), network.depth());
  }
}
