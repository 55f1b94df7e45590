package io.github.flowcert.norm;

/**
 * The Ky Fan k-norm: the sum of the k largest singular values. It is a norm, c = 1 (Fan 1951): the
 * sum is the largest {@code tr(U^T W V)} over U, V with k orthonormal columns.
 *
 * @param name name in case files and documents
 * @param k how many singular values, at least 1
 */
public record KyFan(String name, int k) implements Norm {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if k is below 1
   */
  public KyFan {
    if (k < 1) {
      throw new IllegalArgumentException("a sum of " + k + " singular values is no norm");
    }
  }

  @Override
  public double of(Matrix matrix) {
    double[] logs = matrix.logSingularValues();
    double sum = 0;
    for (int r = 0; r < Math.min(k, logs.length); r++) {
      sum += Math.exp(logs[r]);
    }
    return sum;
  }

  @Override
  public double triangleConstant(Shape shape) {
    return 1;
  }

  /** 1: unit matrices have the singular value 1 and no other. */
  @Override
  public double ofLargestUnitMatrix(Shape shape) {
    return 1;
  }
}
