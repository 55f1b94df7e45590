package io.github.flowcert.norm;

/**
 * The norm of a matrix as an operator between spaces with the same sequence norm: from l_1 to l_1
 * it is the largest absolute column sum, from l_infinity to l_infinity the largest absolute row sum
 * (Horn and Johnson, Matrix Analysis, section 5.6). It is a norm, c = 1. (From l_2 to l_2 it is the
 * spectral norm, {@link Schatten} with infinite p.)
 *
 * @param name name in case files and documents
 * @param sums what is summed
 */
public record OperatorNorm(String name, Sums sums) implements Norm {

  /** Lines of a matrix. */
  public enum Sums {
    /** Columns: the operator norm from l_1 to l_1. */
    COLUMNS,
    /** Rows: the operator norm from l_infinity to l_infinity. */
    ROWS
  }

  @Override
  public double of(Matrix matrix) {
    int columns = matrix.shape().columns();
    double[] totals = new double[sums == Sums.COLUMNS ? columns : matrix.shape().rows()];
    for (int k = 0; k < matrix.entries().length; k++) {
      totals[sums == Sums.COLUMNS ? k % columns : k / columns] += Math.abs(matrix.entries()[k]);
    }
    double largest = 0;
    for (double total : totals) {
      largest = Math.max(largest, total);
    }
    return largest;
  }

  @Override
  public double triangleConstant(Shape shape) {
    return 1;
  }

  /** 1: unit matrices have the entry 1 and no other. */
  @Override
  public double ofLargestUnitMatrix(Shape shape) {
    return 1;
  }
}
