package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import io.github.flowcert.linalg.WideRankFactors;
import io.github.flowcert.linalg.WideSingularValues;
import io.github.flowcert.linalg.WideVector;
import io.github.flowcert.problem.LeastSquares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Unknowns for the flow of least squares: the way z that beta has gone from its start, along an
 * orthonormal basis B of the row space of X, and the part rho of the residuals that can still be
 * explained. With {@code X = U R B^T}, U orthonormal columns too, they are {@code beta = beta(0) +
 * B z} and {@code rho = U^T (y - X beta)}, and the flow is
 *
 * <pre>{@code z' = 2 R^T rho,   rho' = -2 R R^T rho}</pre>
 *
 * <p>What is orthogonal to the rows of X cannot drift, the part of y that X cannot explain does not
 * drown the rest, and rho is not the difference of numbers that agree in all digits once the flow
 * rests. U, R, B and rho(0) are found in 106 bits and rounded once; where the flow ends is nowhere
 * known to it.
 */
public final class RegressionCoordinates implements Coordinates {
  private static final double ROUNDING = 0x1p-52;

  /** What is left to go counts as nothing when it is so small against what has been gone. */
  private static final double SETTLED = 16 * ROUNDING;

  /** The first moments, against the fastest time scale. */
  private static final double EARLY = 1e-3;

  /** Residuals are followed down to this, against the smallest of them at the start, and less. */
  private static final double EXTINCT = 1e-9;

  /** A component that is slower than the fastest by this will not be seen to move. */
  private static final double NOTHING = 1e-40;

  private final Formulation formulation;
  private final double[] beta;
  private final int rank;
  private final double[] basis;
  private final double[] triangle;
  private final double[] residuals;
  private final double leastLoss;
  private final double smallest;
  private final double relative;
  private final double[] floor;

  /** Whether components of z are as accurate as they are large, each by itself. */
  private final boolean componentwise;

  private RegressionCoordinates(
      Formulation formulation, LeastSquares problem, double[] beta, Parts parts, double relative) {
    this.formulation = formulation;
    this.componentwise = formulation == Formulation.SINGULAR_VALUES;
    this.beta = beta.clone();
    this.rank = parts.triangle.size();
    this.basis = columns(parts.right, beta.length);
    this.triangle = rows(parts.triangle);
    WideVector rest = problem.residual(beta);
    this.residuals = new double[rank];
    for (int k = 0; k < rank; k++) {
      residuals[k] = parts.left.get(k).dot(rest).high();
    }
    parts.left.forEach(each -> rest.add(each.dot(rest).negated(), each));
    this.leastLoss = Math.pow(rest.norm().high(), 2);
    this.relative = relative;
    List<Double> values =
        problem.singularValues().values().stream().map(each -> each.high()).toList();
    this.smallest = rank == 0 ? 0 : values.get(rank - 1);
    this.floor = floor(rank == 0 ? 0 : EARLY / (2 * Math.pow(values.get(0), 2)));
  }

  /** X = U R B^T: columns of U, rows of R, columns of B. */
  private record Parts(List<WideVector> left, List<WideVector> triangle, List<WideVector> right) {}

  /**
   * Along a basis of the row space that orthogonalisation with pivoting finds. The rows of R, and
   * so the residuals, fall off as the singular values do, and every entry of R is rounded in its
   * own last place: that keeps slow time scales to relative accuracy where X^T X in doubles loses
   * them.
   *
   * @param start beta(0)
   * @param relative relative tolerance of beta's way from its start
   */
  public static RegressionCoordinates ofRowSpace(
      LeastSquares problem, double[] start, double relative) {
    WideRankFactors rows = WideRankFactors.of(problem.rowsOfRank());
    WideRankFactors columns = WideRankFactors.of(rows.coefficients());
    Parts parts = new Parts(columns.basis(), columns.coefficients(), rows.basis());
    return new RegressionCoordinates(Formulation.PRODUCT, problem, start, parts, relative);
  }

  /**
   * Along the singular vectors of X, where R is diagonal and every time scale is by itself.
   *
   * @param start beta(0)
   * @param relative relative tolerance of each component
   */
  public static RegressionCoordinates ofSingularVectors(
      LeastSquares problem, double[] start, double relative) {
    WideSingularValues svd = problem.singularValues();
    List<WideVector> diagonal = new ArrayList<>();
    for (int k = 0; k < svd.values().size(); k++) {
      WideVector row = WideVector.zero(svd.values().size());
      row.set(k, svd.values().get(k));
      diagonal.add(row);
    }
    Parts parts = new Parts(svd.left(), diagonal, svd.right());
    return new RegressionCoordinates(Formulation.SINGULAR_VALUES, problem, start, parts, relative);
  }

  private static double[] columns(List<WideVector> vectors, int size) {
    return vectors.isEmpty() ? new double[0] : Flat.transpose(rows(vectors), vectors.size(), size);
  }

  private static double[] rows(List<WideVector> vectors) {
    return vectors.stream().flatMapToDouble(each -> Arrays.stream(each.rounded())).toArray();
  }

  /**
   * Tolerances for components that are 0, or as good as that.
   *
   * @param first the time that is over when they are as large as tolerances suppose
   */
  private double[] floor(double first) {
    double[] slope = computeDerivatives(0, start());
    double[] floor = new double[slope.length];
    double largest = Flat.maxAbs(Arrays.copyOf(slope, rank));
    double least = Arrays.stream(residuals).map(Math::abs).filter(each -> each > 0).min().orElse(1);
    for (int k = 0; k < rank; k++) {
      double size = componentwise ? Math.max(Math.abs(slope[k]), NOTHING * largest) : largest;
      floor[k] = largest == 0 ? 1 : relative * size * first;
      floor[rank + k] = relative * EXTINCT * least;
    }
    return floor;
  }

  @Override
  public Formulation formulation() {
    return formulation;
  }

  @Override
  public String description() {
    return "the way of the "
        + beta.length
        + " parameters from their start and what is left of the residuals, along "
        + (componentwise
            ? "the " + rank + " singular vectors of X"
            : rank + " orthonormal directions that span the row space of X");
  }

  /** z, then rho. A problem without rank has an unknown that stays 0: integrators need one. */
  @Override
  public double[] start() {
    double[] start = new double[getDimension()];
    System.arraycopy(residuals, 0, start, rank, rank);
    return start;
  }

  @Override
  public int getDimension() {
    return Math.max(1, 2 * rank);
  }

  @Override
  public double[] computeDerivatives(double time, double[] y) {
    double[] slope = new double[y.length];
    for (int i = 0; i < rank; i++) {
      for (int j = 0; j < rank; j++) {
        slope[j] += 2 * triangle[i * rank + j] * y[rank + i];
      }
    }
    for (int i = 0; i < rank; i++) {
      for (int j = 0; j < rank; j++) {
        slope[rank + i] -= triangle[i * rank + j] * slope[j];
      }
    }
    return slope;
  }

  @Override
  public void fill(double time, double[] y, double[] derivative, double[] jacobian) {
    Arrays.fill(jacobian, 0);
    int n = 2 * rank;
    for (int i = 0; i < rank; i++) {
      for (int j = 0; j < rank; j++) {
        jacobian[j * n + rank + i] = 2 * triangle[i * rank + j];
        jacobian[(rank + i) * n + rank + j] = -2 * product(i, j);
      }
    }
  }

  /** An entry of R R^T. */
  private double product(int i, int j) {
    double sum = 0;
    for (int k = 0; k < rank; k++) {
      sum += triangle[i * rank + k] * triangle[j * rank + k];
    }
    return sum;
  }

  @Override
  public void fill(double[] y, double[] scale) {
    Arrays.fill(scale, 1);
    double largest = Flat.maxAbs(Arrays.copyOf(y, rank));
    for (int k = 0; k < rank; k++) {
      scale[k] = floor[k] + relative * (componentwise ? Math.abs(y[k]) : largest);
      // Each by itself: what is left of fast ones must not drown the loss of slow ones.
      scale[rank + k] = floor[rank + k] + relative * Math.abs(y[rank + k]);
    }
  }

  @Override
  public FlowState observe(double time, double[] y) {
    double[] rho = Arrays.copyOfRange(y, rank, 2 * rank);
    double[] fitted = new double[rank];
    for (int i = 0; i < rank; i++) {
      for (int j = 0; j < rank; j++) {
        fitted[i] += triangle[i * rank + j] * y[j];
      }
    }
    double loss = leastLoss + Flat.squaredNorm(rho);
    return FlowState.ofParameters(
        time, loss, parameters(y), gradient(y), new FlowState.Fit(fitted, rho));
  }

  /** beta. */
  private double[] parameters(double[] y) {
    double[] parameters = beta.clone();
    for (int i = 0; i < beta.length; i++) {
      double sum = 0;
      for (int k = 0; k < rank; k++) {
        sum += basis[i * rank + k] * y[k];
      }
      parameters[i] += sum;
    }
    return parameters;
  }

  /** The gradient by beta: minus B z'. */
  private double[] gradient(double[] y) {
    double[] slope = computeDerivatives(0, y);
    double[] gradient = new double[beta.length];
    for (int i = 0; i < beta.length; i++) {
      for (int k = 0; k < rank; k++) {
        gradient[i] -= basis[i * rank + k] * slope[k];
      }
    }
    return gradient;
  }

  @Override
  public double validity(double[] y) {
    return 1;
  }

  /** Whether beta would change by rounding only, however long the flow went on. */
  @Override
  public boolean settled(double[] y) {
    double[] left = Arrays.copyOfRange(y, rank, 2 * rank);
    if (!componentwise) {
      double gone = Flat.maxAbs(Arrays.copyOf(y, rank));
      return Math.sqrt(Flat.squaredNorm(left)) <= SETTLED * smallest * gone;
    }
    for (int k = 0; k < rank; k++) {
      if (Math.abs(left[k]) > SETTLED * triangle[k * rank + k] * Math.abs(y[k])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Carry carry(double[] y) {
    double[] parameters = parameters(y);
    return new Carry(parameters, gradient(y), 0, Double.NaN, true, List.of(parameters));
  }

  /** The parameters have no spectrum that could be lost. */
  @Override
  public double representableRatio() {
    return 0;
  }
}
