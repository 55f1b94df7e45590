package io.github.flowcert.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
  private static final double CERTIFIED = 1e-9;

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
   * simplex method, where the dual programme agrees; empty where there is no such matrix.
   *
   * @throws IllegalStateException if the matrices are not symmetric or do not commute
   */
  public OptionalDouble leastNuclearNorm() {
    if (!areSymmetric() || !commute()) {
      throw new IllegalStateException("needs symmetric matrices that commute");
    }
    double[][] eigenvalues = eigenvalues();
    double[] labels = IntStream.range(0, matrices.size()).mapToDouble(problem::label).toArray();
    try {
      double least = primal(eigenvalues, labels);
      double most = dual(eigenvalues, labels);
      boolean agree = Math.abs(least - most) <= CERTIFIED * Math.max(1, Math.abs(least));
      return agree ? OptionalDouble.of(least) : OptionalDouble.empty();
    } catch (NoFeasibleSolutionException | UnboundedSolutionException e) {
      return OptionalDouble.empty();
    }
  }

  /** Row i has the diagonal of A_i in the common basis. */
  private double[][] eigenvalues() {
    RealMatrix basis = new EigenDecompositionSymmetric(mixture()).getV();
    return matrices.stream()
        .map(each -> basis.transposeMultiply(each).multiply(basis))
        .map(
            each ->
                IntStream.range(0, problem.rows()).mapToDouble(k -> each.getEntry(k, k)).toArray())
        .toArray(double[][]::new);
  }

  /** A combination whose eigenvalues are apart wherever those of some A_i are. */
  private RealMatrix mixture() {
    RealMatrix sum = MatrixUtils.createRealMatrix(problem.rows(), problem.rows());
    for (int i = 0; i < matrices.size(); i++) {
      // Roots of different numbers are in no rational proportion that an example might have.
      double share = Math.sqrt(2 + i + 1.0 / (i + 3)) / matrices.get(i).getFrobeniusNorm();
      sum = sum.add(matrices.get(i).scalarMultiply(share));
    }
    return sum;
  }

  /** {@code min sum_k x_k} for x of no negative entry with {@code a_i . x = y_i}. */
  private static double primal(double[][] a, double[] y) {
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      constraints.add(new LinearConstraint(a[i], Relationship.EQ, y[i]));
    }
    double[] ones = new double[a[0].length];
    Arrays.fill(ones, 1);
    return new SimplexSolver()
        .optimize(
            new LinearObjectiveFunction(ones, 0),
            new LinearConstraintSet(constraints),
            GoalType.MINIMIZE,
            new NonNegativeConstraint(true))
        .getValue();
  }

  /** {@code max y . v} for all v with {@code sum_i v_i a_ik <= 1}. */
  private static double dual(double[][] a, double[] y) {
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int k = 0; k < a[0].length; k++) {
      int place = k;
      double[] column = Arrays.stream(a).mapToDouble(row -> row[place]).toArray();
      constraints.add(new LinearConstraint(column, Relationship.LEQ, 1));
    }
    return new SimplexSolver()
        .optimize(
            new LinearObjectiveFunction(y, 0),
            new LinearConstraintSet(constraints),
            GoalType.MAXIMIZE,
            new NonNegativeConstraint(false))
        .getValue();
  }
}
