package io.github.flowcert.norm;

/**
 * The Schatten-p norm or quasi-norm, footnote 8 of Razin and Cohen's preprint.
 *
 * <p>From 1 on it is a norm (von Neumann 1937). For p below 1, {@code ||A + B||_p^p <= ||A||_p^p +
 * ||B||_p^p} (Rotfel'd 1969) and concavity give the constant {@code 2^(1/p - 1)}, which {@code e_1
 * e_1^T} and {@code e_2 e_2^T} attain. With a single singular value it is the Euclidean norm.
 *
 * @param name name in case files and documents
 * @param p exponent in (0, infinity]
 */
public record Schatten(String name, double p) implements Norm {

  /**
   * Checks the exponent.
   *
   * @throws IllegalArgumentException if p is not positive
   */
  public Schatten {
    PowerSum.requirePositive(p);
  }

  @Override
  public double of(Matrix matrix) {
    return PowerSum.ofLogarithms(matrix.logSingularValues(), p);
  }

  @Override
  public double triangleConstant(Shape shape) {
    return PowerSum.triangleConstant(p, shape.rank());
  }

  /** 1: unit matrices have the singular value 1 and no other. */
  @Override
  public double ofLargestUnitMatrix(Shape shape) {
    return 1;
  }
}
