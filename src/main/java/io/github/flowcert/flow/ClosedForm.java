package io.github.flowcert.flow;

import io.github.flowcert.linalg.DoubleDouble;
import io.github.flowcert.linalg.WideSingularValues;
import io.github.flowcert.linalg.WideVector;
import io.github.flowcert.problem.LeastSquares;
import java.util.ArrayList;
import java.util.List;

/**
 * The flow of least squares in closed form, Section 2 of Wang and Chowdhury's report, from any
 * start: with {@code X = U diag(s) V^T} and {@code rho = U^T (y - X beta(0))},
 *
 * <pre>{@code beta(t) = beta(0) + V diag((1 - exp(-2 s^2 t)) / s) rho}</pre>
 *
 * <p>which leaves what is orthogonal to the rows of X where it is. The decomposition and rho are
 * those of {@link LeastSquares#singularValues}, in 106 bits, so that every component along a right
 * singular vector has the accuracy of doubles, whatever the condition of X.
 *
 * <p>Immutable.
 */
public final class ClosedForm {
  private final double[] start;
  private final List<WideVector> directions;

  /** The decay rates 2 s^2, largest first. */
  private final double[] rates;

  /** rho / s: how far the flow goes along each direction. */
  private final double[] reach;

  /** rho. */
  private final double[] residuals;

  private final double leastLoss;
  private final double[] limit;
  private final double[] leastNorm;
  private final double condition;

  /**
   * The flow of a problem.
   *
   * @param start beta(0)
   */
  public ClosedForm(LeastSquares problem, double[] start) {
    WideSingularValues svd = problem.singularValues();
    this.start = start.clone();
    this.directions = svd.right();
    this.rates = svd.values().stream().mapToDouble(s -> 2 * s.times(s).high()).toArray();
    WideVector rest = problem.residual(start);
    List<DoubleDouble> shares = shares(svd.left(), rest);
    this.residuals = shares.stream().mapToDouble(DoubleDouble::high).toArray();
    this.reach = quotients(shares, svd.values());
    this.limit = combined(start, reach, directions);
    for (int k = 0; k < residuals.length; k++) {
      rest.add(shares.get(k).negated(), svd.left().get(k));
    }
    double norm = rest.norm().high();
    this.leastLoss = norm * norm;
    this.leastNorm = leastNorm(problem, svd);
    this.condition = rates.length == 0 ? 1 : Math.sqrt(rates[0] / rates[rates.length - 1]);
  }

  private static List<DoubleDouble> shares(List<WideVector> basis, WideVector of) {
    List<DoubleDouble> shares = new ArrayList<>();
    basis.forEach(each -> shares.add(each.dot(of)));
    return shares;
  }

  private static double[] quotients(List<DoubleDouble> shares, List<DoubleDouble> values) {
    double[] quotients = new double[values.size()];
    for (int k = 0; k < quotients.length; k++) {
      quotients[k] = shares.get(k).over(values.get(k)).high();
    }
    return quotients;
  }

  private static double[] leastNorm(LeastSquares problem, WideSingularValues svd) {
    WideVector labels = problem.residual(new double[problem.rows()]);
    double[] weights = quotients(shares(svd.left(), labels), svd.values());
    return combined(new double[problem.rows()], weights, svd.right());
  }

  private static double[] combined(double[] from, double[] weights, List<WideVector> directions) {
    WideVector sum = WideVector.of(from);
    for (int k = 0; k < weights.length; k++) {
      sum.add(DoubleDouble.of(weights[k]), directions.get(k));
    }
    return sum.rounded();
  }

  /** beta(0). */
  public double[] start() {
    return start.clone();
  }

  /** beta(t), for t at least 0. */
  public double[] at(double time) {
    double[] weights = new double[reach.length];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = -Math.expm1(-rates[k] * time) * reach[k];
    }
    return combined(start, weights, directions);
  }

  /**
   * The limit for large t, {@code beta(0) + X^+ (y - X beta(0))}: the solution nearest to beta(0).
   */
  public double[] limit() {
    return limit.clone();
  }

  /** The solution of least norm, {@code X^+ y}. */
  public double[] leastNorm() {
    return leastNorm.clone();
  }

  /** The distance {@code ||beta(t) - limit||} that is left at a time. */
  public double remaining(double time) {
    double largest = 0;
    for (double each : reach) {
      largest = Math.max(largest, Math.abs(each));
    }
    double sum = 0;
    for (int k = 0; k < reach.length && largest > 0; k++) {
      double left = Math.exp(-rates[k] * time) * (reach[k] / largest);
      sum += left * left;
    }
    return largest * Math.sqrt(sum);
  }

  /** The loss at a time. */
  public double loss(double time) {
    double sum = 0;
    for (int k = 0; k < residuals.length; k++) {
      double left = Math.exp(-rates[k] * time) * residuals[k];
      sum += left * left;
    }
    return leastLoss + sum;
  }

  /** The loss of the solutions, {@code min ||X beta - y||^2}. */
  public double leastLoss() {
    return leastLoss;
  }

  /** Quotient of the largest singular value of X and the smallest that is not 0; 1 for X = 0. */
  public double condition() {
    return condition;
  }

  /** Rank of X. */
  public int rank() {
    return rates.length;
  }

  /**
   * The longest time scale, 1/(2 s^2) of the smallest singular value that is not 0; 0 for X = 0.
   */
  public double slowest() {
    return rates.length == 0 ? 0 : 1 / rates[rates.length - 1];
  }
}
