package io.github.flowcert.norm;

/**
 * The entrywise p-norm or quasi-norm {@code (sum |w_ij|^p)^(1/p)}; its triangle constant is that of
 * the sequence space l_p.
 *
 * @param name name in case files and documents
 * @param p exponent in (0, infinity]
 */
public record Entrywise(String name, double p) implements Norm {

  /**
   * Checks the exponent.
   *
   * @throws IllegalArgumentException if p is not positive
   */
  public Entrywise {
    if (!(p > 0)) {
      throw new IllegalArgumentException("exponent " + p + " is not positive");
    }
  }

  @Override
  public double of(double[] matrix, double[] logSingularValues) {
    double[] logs = new double[matrix.length];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = Math.log(Math.abs(matrix[k]));
    }
    return PowerSum.ofLogarithms(logs, p);
  }

  @Override
  public double triangleConstant() {
    return PowerSum.triangleConstant(p);
  }
}
