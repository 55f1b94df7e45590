package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.problem.MatrixProblem;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is measured at one point of a trajectory. Arrays are not copied: nobody may write to them.
 *
 * <p>For large matrices the spectrum costs far more than a step, so it can be left until somebody
 * asks; then it is computed once.
 */
public final class FlowState {
  private final double time;
  private final double loss;
  private final int rows;
  private final int columns;
  private final double[] product;
  private final double[] gradient;

  /** Null where the gradient says as much. */
  private final Fit fit;

  private final Supplier<Measured> measure;
  private volatile Measured measured;
  private volatile SingularMotion motion;

  /**
   * What takes a decomposition or products of factors to know.
   *
   * @param logSingularValues natural logarithms of the singular values, largest first; minus
   *     infinity for a singular value that is 0
   * @param determinantSign -1, 0 or 1; 0 also where the product matrix is not square
   * @param logAbsDeterminant ln |det W|; NaN where the product matrix is not square
   * @param unbalancedness largest Frobenius norm of W_{l+1}^T W_{l+1} - W_l W_l^T over l; 0 where
   *     the coordinates lie on the balanced set
   * @param factorScale largest squared Frobenius norm of a factor, the scale of the unbalancedness
   */
  public record Measured(
      double[] logSingularValues,
      int determinantSign,
      double logAbsDeterminant,
      double unbalancedness,
      double factorScale) {}

  /**
   * A point at which all is known but the residuals, which are NaN; see {@link Measured}.
   *
   * @param time flow time t
   * @param loss loss, from the residuals
   * @param rows d
   * @param columns d'
   * @param product the product matrix, flat, row by row
   */
  public FlowState(
      double time,
      double loss,
      int rows,
      int columns,
      double[] product,
      double[] logSingularValues,
      int determinantSign,
      double logAbsDeterminant,
      double unbalancedness,
      double factorScale) {
    this(
        time,
        loss,
        rows,
        columns,
        product,
        unknown(product.length),
        () ->
            new Measured(
                logSingularValues,
                determinantSign,
                logAbsDeterminant,
                unbalancedness,
                factorScale));
  }

  /**
   * A point on the balanced set.
   *
   * @param point product matrix, gradient and determinant
   * @param network the factorization
   * @param logSingularValues natural logarithms of the singular values, largest first
   */
  static FlowState balanced(double time, Carry point, Network network, double[] logSingularValues) {
    Measured measured =
        new Measured(
            logSingularValues,
            point.determinantSign(),
            point.logAbsDeterminant(),
            0,
            balancedFactorScale(logSingularValues, network.depth()));
    MatrixProblem problem = network.problem();
    double loss = problem.loss(point.product(), point.gradient());
    return new FlowState(
        time,
        loss,
        problem.rows(),
        problem.columns(),
        point.product(),
        point.gradient(),
        () -> measured);
  }

  /**
   * The observed numbers of a problem as far as they can be explained, along orthonormal
   * directions: the loss is the sum of the squared residuals and a constant.
   *
   * @param fitted what is explained since the start
   * @param residuals what is left, which the fitted numbers take away from
   */
  public record Fit(double[] fitted, double[] residuals) {}

  /**
   * A point of a flow of p parameters, which count as a p-by-1 matrix.
   *
   * @param time flow time t
   * @param loss the loss
   * @param parameters the parameters
   * @param gradient gradient of the loss by them
   * @param fit how well they fit
   */
  static FlowState ofParameters(
      double time, double loss, double[] parameters, double[] gradient, Fit fit) {
    return new FlowState(
        time,
        loss,
        parameters.length,
        1,
        parameters,
        gradient,
        fit,
        () -> {
          double log = Math.log(Flat.norm(parameters));
          boolean single = parameters.length == 1;
          return new Measured(
              new double[] {log},
              single ? (int) Math.signum(parameters[0]) : 0,
              single ? log : Double.NaN,
              0,
              Flat.squaredNorm(parameters));
        });
  }

  private static double[] unknown(int entries) {
    double[] residuals = new double[entries];
    Arrays.fill(residuals, Double.NaN);
    return residuals;
  }

  /**
   * A point whose spectrum and balance are computed when somebody asks.
   *
   * @param time flow time t
   * @param loss loss, from the residuals
   * @param rows d
   * @param columns d'
   * @param product the product matrix, flat, row by row
   * @param gradient gradient of the loss by the product matrix, as accurately as it is known
   * @param measure what is computed then
   */
  public FlowState(
      double time,
      double loss,
      int rows,
      int columns,
      double[] product,
      double[] gradient,
      Supplier<Measured> measure) {
    this(time, loss, rows, columns, product, gradient, /* fit= */ null, measure);
  }

  private FlowState(
      double time,
      double loss,
      int rows,
      int columns,
      double[] product,
      double[] gradient,
      Fit fit,
      Supplier<Measured> measure) {
    this.time = time;
    this.loss = loss;
    this.rows = rows;
    this.columns = columns;
    this.product = product;
    this.gradient = gradient;
    this.fit = fit;
    this.measure = measure;
  }

  private Measured measured() {
    Measured known = measured;
    if (known == null) {
      known = measure.get();
      measured = known;
    }
    return known;
  }

  /**
   * How singular values and singular vectors move here, for balanced factors; computed once.
   *
   * @param problem the problem whose flow this is
   * @param depth the depth of that flow
   */
  public SingularMotion motion(MatrixProblem problem, int depth) {
    SingularMotion known = motion;
    if (known == null) {
      known = new SingularMotion(problem, depth, product, knownGradient(problem));
      motion = known;
    }
    return known;
  }

  private double[] knownGradient(MatrixProblem problem) {
    if (Arrays.stream(gradient).noneMatch(Double::isNaN)) {
      return gradient;
    }
    double[] computed = new double[product.length];
    problem.gradient(product, computed);
    return computed;
  }

  /** Flow time t. */
  public double time() {
    return time;
  }

  /** The loss, from the residuals. */
  public double loss() {
    return loss;
  }

  /** Rows d of the product matrix. */
  public int rows() {
    return rows;
  }

  /** Columns d' of the product matrix. */
  public int columns() {
    return columns;
  }

  /** The product matrix, flat, row by row. */
  public double[] product() {
    return product;
  }

  /**
   * Gradient of the loss by the product matrix, flat: in completion, residuals at observed entries
   * and 0 elsewhere, and not the rounded difference of entry and target where the coordinates know
   * better. NaN where nobody knows.
   */
  public double[] gradient() {
    return gradient;
  }

  /** How well parameters fit; empty where the gradient is that of single entries. */
  public Optional<Fit> fit() {
    return Optional.ofNullable(fit);
  }

  /** Residual of an observed entry, indices from 1; see {@link #gradient}. */
  public double residual(int i, int j) {
    return gradient[(i - 1) * columns + (j - 1)];
  }

  /** Natural logarithms of the singular values, largest first; minus infinity for 0. */
  public double[] logSingularValues() {
    return measured().logSingularValues();
  }

  /** Sign of the determinant; 0 also where the product matrix is not square. */
  public int determinantSign() {
    return measured().determinantSign();
  }

  /** ln |det W|; NaN where the product matrix is not square. */
  public double logAbsDeterminant() {
    return measured().logAbsDeterminant();
  }

  /** Largest Frobenius norm of W_{l+1}^T W_{l+1} - W_l W_l^T; 0 on the balanced set. */
  public double unbalancedness() {
    return measured().unbalancedness();
  }

  /** Largest squared Frobenius norm of a factor, the scale of the unbalancedness. */
  public double factorScale() {
    return measured().factorScale();
  }

  /** Squared Frobenius norm of each of L balanced factors: the sum of sigma_r^(2/L). */
  private static double balancedFactorScale(double[] logSingularValues, int depth) {
    double sum = 0;
    for (double log : logSingularValues) {
      sum += Math.exp(log * 2 / depth);
    }
    return sum;
  }

  /** Entry of the product matrix, indices from 1 as in the papers. */
  public double entry(int i, int j) {
    return product[(i - 1) * columns + (j - 1)];
  }

  /**
   * Sign of the determinant of the leading square block, by elimination: of meaning only where its
   * singular values are clear of rounding.
   */
  public int leadingDeterminantSign() {
    int size = Math.min(rows, columns);
    double[] block = new double[size * size];
    for (int k = 0; k < block.length; k++) {
      block[k] = product[k / size * columns + k % size];
    }
    return (int) Math.signum(Determinant.value(block, size));
  }

  /** Whether the product matrix is square. */
  public boolean isSquare() {
    return rows == columns;
  }

  /**
   * Effective rank, Definition 1 of the preprint: the exponential of the entropy of the normalised
   * singular values, from their logarithms. NaN for the zero matrix.
   */
  public double effectiveRank() {
    double top = logSingularValues()[0];
    double sum = 0;
    double weighted = 0;
    for (double log : logSingularValues()) {
      double ratio = Math.exp(log - top);
      sum += ratio;
      weighted += ratio == 0 ? 0 : ratio * (log - top);
    }
    // H = ln(sum) - (sum of ratio * ln ratio) / sum; both terms are non-negative: no cancellation.
    return Math.exp(Math.log(sum) - weighted / sum);
  }

  /**
   * Frobenius distance from the matrices of rank r or less: root of the sum of the tail squares.
   */
  public double distanceFromRank(int r) {
    if (r >= logSingularValues().length) {
      return 0;
    }
    double top = logSingularValues()[r];
    double sum = 0;
    for (int k = r; k < logSingularValues().length; k++) {
      sum += top == Double.NEGATIVE_INFINITY ? 0 : Math.exp(2 * (logSingularValues()[k] - top));
    }
    return top == Double.NEGATIVE_INFINITY ? 0 : Math.exp(top) * Math.sqrt(sum);
  }
}
