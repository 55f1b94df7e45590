package io.github.flowcert.norm;

/**
 * A norm or quasi-norm over matrices, with the constant of its weakened triangle inequality
 * (footnote 1 of Razin and Cohen's preprint): {@code ||A + B|| <= c (||A|| + ||B||)}.
 */
public sealed interface Norm
    permits Schatten, Entrywise, KyFan, OperatorNorm, WeightedSchatten, StatedNorm {

  /** The name used in case files and documents, as in {@code nuclear} or {@code schatten 1/2}. */
  String name();

  /** The norm of a matrix; infinity where it is too large for a double. */
  double of(Matrix matrix);

  /** The smallest constant c >= 1 known for the weakened triangle inequality on this shape. */
  double triangleConstant(Shape shape);

  /** The norm of {@code e_i e_j^T}, indices from 1. */
  default double ofUnitMatrix(Shape shape, int i, int j) {
    return of(Matrix.unit(shape, i, j));
  }

  /** The largest norm of {@code e_i e_j^T} over all i and j. */
  default double ofLargestUnitMatrix(Shape shape) {
    double largest = 0;
    for (int i = 1; i <= shape.rows(); i++) {
      for (int j = 1; j <= shape.columns(); j++) {
        largest = Math.max(largest, ofUnitMatrix(shape, i, j));
      }
    }
    return largest;
  }
}
