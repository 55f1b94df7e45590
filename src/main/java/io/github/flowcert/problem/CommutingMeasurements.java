package io.github.flowcert.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Symmetric measurement matrices that commute, as in Theorems 1 and 2 of Arora et al. (2019): they
 * are diagonal in one basis, so that the least nuclear norm of a positive semidefinite solution is
 * a linear programme in its diagonal there. (What is off the diagonal changes no measurement and no
 * trace, and a positive semidefinite matrix has a non-negative diagonal in every basis.)
 */
public final class CommutingMeasurements {
  private static final double ROUNDING = 1e-12;

  /** How far the matrices may be off diagonal in the common basis, relative to their norms. */
  private static final double DIAGONAL = 1e-10;

  /** The simplex method's own tolerance, and that of the checks of what it returns. */
  private static final double CERTIFIED = 1e-11;

  private static final int PIVOTS = 10_000;
  private static final int BASES = 8;

  private final MatrixSensing problem;
  private final List<RealMatrix> matrices;

  private CommutingMeasurements(MatrixSensing problem) {
    this.problem = problem;
    this.matrices = IntStream.range(0, problem.observations()).mapToObj(this::matrix).toList();
  }

  /** The measurements of a sensing problem of square matrices; empty for other problems. */
  public static Optional<CommutingMeasurements> of(MatrixProblem problem) {
    return problem instanceof MatrixSensing sensing && problem.isSquare()
        ? Optional.of(new CommutingMeasurements(sensing))
        : Optional.empty();
  }

  private RealMatrix matrix(int i) {
    int size = problem.rows();
    double[] entries = problem.matrix(i);
    RealMatrix matrix = MatrixUtils.createRealMatrix(size, size);
    for (int k = 0; k < entries.length; k++) {
      matrix.setEntry(k / size, k % size, entries[k]);
    }
    return matrix;
  }

  /** Whether every matrix equals its transpose. */
  public boolean areSymmetric() {
    return matrices.stream().allMatch(each -> each.equals(each.transpose()));
  }

  /** Whether they are linearly independent, up to rounding. */
  public boolean areIndependent() {
    RealMatrix all = MatrixUtils.createRealMatrix(matrices.size(), problem.rows() * problem.rows());
    for (int i = 0; i < matrices.size(); i++) {
      double[] entries = problem.matrix(i);
      double size = matrices.get(i).getFrobeniusNorm();
      all.setRow(i, Arrays.stream(entries).map(each -> each / size).toArray());
    }
    double[] values = new SingularValueDecomposition(all).getSingularValues();
    return matrices.size() <= all.getColumnDimension()
        && values[values.length - 1] > ROUNDING * values[0];
  }

  /** The largest Frobenius norm of {@code A_i A_j - A_j A_i}, relative to the product of theirs. */
  public double largestCommutator() {
    double largest = 0;
    for (RealMatrix one : matrices) {
      for (RealMatrix other : matrices) {
        RealMatrix commutator = one.multiply(other).subtract(other.multiply(one));
        double size = one.getFrobeniusNorm() * other.getFrobeniusNorm();
        largest = Math.max(largest, commutator.getFrobeniusNorm() / size);
      }
    }
    return largest;
  }

  /** Whether they commute, up to rounding. */
  public boolean commute() {
    return largestCommutator() <= ROUNDING;
  }

  /**
   * The least nuclear norm of the positive semidefinite matrices that fit all labels, from the
   * simplex method. Counted are only a solution that fits, and a solution of the dual programme
   * that agrees with it; empty where there is none, or no common basis was found.
   *
   * @throws IllegalStateException if the matrices are not symmetric or do not commute
   */
  public OptionalDouble leastNuclearNorm() {
    if (!areSymmetric() || !commute()) {
      throw new IllegalStateException("needs symmetric matrices that commute");
    }
    Optional<double[][]> found = eigenvalues();
    double[] sizes = matrices.stream().mapToDouble(RealMatrix::getFrobeniusNorm).toArray();
    double[] labels =
        IntStream.range(0, sizes.length).mapToDouble(i -> problem.label(i) / sizes[i]).toArray();
    double unit = Arrays.stream(labels).map(Math::abs).max().orElse(0);
    if (unit == 0) {
      return OptionalDouble.of(0);
    }
    double[] scaled = Arrays.stream(labels).map(label -> label / unit).toArray();
    return found.isEmpty() ? OptionalDouble.empty() : scaledBack(least(found.get(), scaled), unit);
  }

  private static OptionalDouble scaledBack(OptionalDouble least, double unit) {
    return least.isEmpty() ? least : OptionalDouble.of(least.getAsDouble() * unit);
  }

  private static OptionalDouble least(double[][] a, double[] y) {
    try {
      double[] x = primal(a, y);
      double[] v = dual(a, y);
      double least = Arrays.stream(x).sum();
      double most = dot(y, v);
      boolean agree = Math.abs(least - most) <= 100 * CERTIFIED * Math.abs(least);
      return agree && fits(a, y, x) && isBelowOne(a, v)
          ? OptionalDouble.of(least)
          : OptionalDouble.empty();
    } catch (NoFeasibleSolutionException
        | UnboundedSolutionException
        | TooManyIterationsException e) {
      return OptionalDouble.empty();
    }
  }

  /** Whether x has no negative entry and fits each label to the rounding of its own terms. */
  private static boolean fits(double[][] a, double[] y, double[] x) {
    return Arrays.stream(x).allMatch(each -> each >= 0)
        && IntStream.range(0, y.length)
            .allMatch(
                i -> {
                  double terms = Math.abs(y[i]);
                  for (int k = 0; k < x.length; k++) {
                    terms += Math.abs(a[i][k] * x[k]);
                  }
                  return Math.abs(dot(a[i], x) - y[i]) <= CERTIFIED * terms;
                });
  }

  private static boolean isBelowOne(double[][] a, double[] v) {
    return IntStream.range(0, a[0].length)
        .mapToDouble(k -> dot(Arrays.stream(a).mapToDouble(row -> row[k]).toArray(), v))
        .allMatch(each -> each <= 1 + CERTIFIED);
  }

  private static double dot(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(k -> one[k] * other[k]).sum();
  }

  /** Row i has the diagonal of A_i, over its norm, in a basis in which all are diagonal. */
  private Optional<double[][]> eigenvalues() {
    return IntStream.range(0, BASES)
        .mapToObj(attempt -> new EigenDecompositionSymmetric(mixture(attempt)).getV())
        .map(basis -> matrices.stream().map(each -> turned(each, basis)).toList())
        .filter(turned -> turned.stream().allMatch(CommutingMeasurements::isDiagonal))
        .findFirst()
        .map(
            turned ->
                turned.stream().map(CommutingMeasurements::diagonal).toArray(double[][]::new));
  }

  private static RealMatrix turned(RealMatrix matrix, RealMatrix basis) {
    double size = matrix.getFrobeniusNorm();
    return basis.transposeMultiply(matrix).multiply(basis).scalarMultiply(1 / size);
  }

  private static double[] diagonal(RealMatrix matrix) {
    return IntStream.range(0, matrix.getRowDimension())
        .mapToDouble(k -> matrix.getEntry(k, k))
        .toArray();
  }

  private static boolean isDiagonal(RealMatrix matrix) {
    RealMatrix rest = matrix.subtract(MatrixUtils.createRealDiagonalMatrix(diagonal(matrix)));
    return rest.getFrobeniusNorm() <= DIAGONAL;
  }

  /**
   * A combination that as a rule has different eigenvalues where those of some A_i differ; another
   * one at every attempt, for it may hit a proportion at which they meet.
   */
  private RealMatrix mixture(int attempt) {
    RealMatrix sum = MatrixUtils.createRealMatrix(problem.rows(), problem.rows());
    for (int i = 0; i < matrices.size(); i++) {
      double share = Math.sqrt(2 + i * (1.0 + attempt) + 1.0 / (i + 3 + attempt));
      sum = sum.add(matrices.get(i).scalarMultiply(share / matrices.get(i).getFrobeniusNorm()));
    }
    return sum;
  }

  /** {@code min sum_k x_k} for x of no negative entry with {@code a_i . x = y_i}. */
  private static double[] primal(double[][] a, double[] y) {
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      constraints.add(new LinearConstraint(a[i], Relationship.EQ, y[i]));
    }
    double[] ones = new double[a[0].length];
    Arrays.fill(ones, 1);
    return solved(ones, constraints, GoalType.MINIMIZE, true);
  }

  /** {@code max y . v} for all v with {@code sum_i v_i a_ik <= 1}. */
  private static double[] dual(double[][] a, double[] y) {
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int k = 0; k < a[0].length; k++) {
      int place = k;
      double[] column = Arrays.stream(a).mapToDouble(row -> row[place]).toArray();
      constraints.add(new LinearConstraint(column, Relationship.LEQ, 1));
    }
    return solved(y, constraints, GoalType.MAXIMIZE, false);
  }

  private static double[] solved(
      double[] objective, List<LinearConstraint> constraints, GoalType goal, boolean positive) {
    return new SimplexSolver(CERTIFIED)
        .optimize(
            new LinearObjectiveFunction(objective, 0),
            new LinearConstraintSet(constraints),
            goal,
            new NonNegativeConstraint(positive),
            new MaxIter(PIVOTS))
        .getPoint();
  }
}
