package io.github.flowcert.simulate;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.linalg.SingularValues;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixProblem;
import java.util.Optional;

/**
 * The leading square block of a rectangular product matrix that starts with zeros outside it, and
 * has no other observations there: the zeros stay, and the block moves as a square matrix does
 * (Appendix A of Razin and Cohen's preprint). Followed by itself, it keeps its determinant's sign.
 *
 * @param network the factorization of the block
 * @param start the block at the start
 * @param rows d of the whole matrix
 * @param columns d' of the whole matrix
 */
record SquareBlock(Network network, Carry start, int rows, int columns) {
  private static final int LARGEST = 8;

  /** Below this ratio of singular values the determinant's sign may be a matter of rounding. */
  private static final double ROUNDING = 1e-13;

  /** The block of a start; empty where the matrix has to be followed as a whole. */
  static Optional<SquareBlock> of(Network network, Carry start, FlowSettings settings) {
    Optional<MatrixCompletion> completion = network.problem().completion();
    return completion.isPresent() && suits(network, start, settings)
        ? of(network, completion.get(), start)
        : Optional.empty();
  }

  private static boolean suits(Network network, Carry start, FlowSettings settings) {
    MatrixProblem problem = network.problem();
    return problem.rows() != problem.columns()
        && network.rank() <= LARGEST
        && network.depth() >= 2
        && start.balanced()
        && (settings.formulation() == Formulation.AUTO
            || settings.formulation() == Formulation.SINGULAR_VALUES);
  }

  private static Optional<SquareBlock> of(Network network, MatrixCompletion problem, Carry start) {
    int size = network.rank();
    if (!isZeroOutside(problem, start.product(), size)) {
      return Optional.empty();
    }
    Network block = new Network(blockOf(problem, size), network.hidden());
    double[] product = block(start.product(), size, problem.columns());
    double[] values = SingularValues.of(product, size, size).values();
    return values[size - 1] > ROUNDING * values[0]
        ? Optional.of(
            new SquareBlock(
                block, Starts.product(block, product), problem.rows(), problem.columns()))
        : Optional.empty();
  }

  private static boolean isZeroOutside(MatrixCompletion problem, double[] product, int size) {
    for (int k = 0; k < product.length; k++) {
      boolean outside = k / problem.columns() >= size || k % problem.columns() >= size;
      if (outside && (product[k] != 0 || problem.value(k) != 0)) {
        return false;
      }
    }
    return true;
  }

  private static MatrixCompletion blockOf(MatrixCompletion problem, int size) {
    Double[][] entries = new Double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        int k = i * problem.columns() + j;
        entries[i][j] = problem.isObserved(k) ? (Double) problem.value(k) : null;
      }
    }
    return MatrixCompletion.of(entries);
  }

  private static double[] block(double[] matrix, int size, int columns) {
    double[] block = new double[size * size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(matrix, i * columns, block, i * size, size);
    }
    return block;
  }

  /** The whole matrix at a point of the block's trajectory. */
  FlowState whole(FlowState state) {
    FlowState.Measured measured =
        new FlowState.Measured(
            state.logSingularValues(), 0, Double.NaN, state.unbalancedness(), state.factorScale());
    return new FlowState(
        state.time(),
        state.loss(),
        rows,
        columns,
        embedded(state.product()),
        embedded(state.gradient()),
        () -> measured);
  }

  private double[] embedded(double[] block) {
    int size = Math.min(rows, columns);
    double[] matrix = new double[rows * columns];
    for (int i = 0; i < size; i++) {
      System.arraycopy(block, i * size, matrix, i * columns, size);
    }
    return matrix;
  }
}
