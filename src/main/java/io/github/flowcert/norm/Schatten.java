package io.github.flowcert.norm;

/**
 * The Schatten-p norm or quasi-norm, footnote 8 of Razin and Cohen's preprint.
 *
 * <p>For p below 1 the constant {@code 2^(1/p - 1)} follows from {@code ||A + B||_p^p <= ||A||_p^p
 * + ||B||_p^p} (Rotfel'd's inequality) and concavity, and is attained at e_1 e_1^T and e_2 e_2^T.
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
    if (!(p > 0)) {
      throw new IllegalArgumentException("exponent " + p + " is not positive");
    }
  }

  @Override
  public double of(double[] matrix, double[] logSingularValues) {
    return PowerSum.ofLogarithms(logSingularValues, p);
  }

  @Override
  public double triangleConstant() {
    return PowerSum.triangleConstant(p);
  }
}
