package io.github.flowcert.norm;

/**
 * The entrywise p-norm or quasi-norm {@code (sum |w_ij|^p)^(1/p)}; its triangle constant is that of
 * the sequence space l_p: 1 from p = 1 on (Minkowski), and {@code 2^(1/p - 1)} below, attained at
 * two unit matrices.
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
    PowerSum.requirePositive(p);
  }

  @Override
  public double of(Matrix matrix) {
    double[] logs = new double[matrix.entries().length];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = Math.log(Math.abs(matrix.entries()[k]));
    }
    return PowerSum.ofLogarithms(logs, p);
  }

  @Override
  public double triangleConstant(Shape shape) {
    return PowerSum.triangleConstant(p, shape.entries());
  }

  /** 1: unit matrices have the entry 1 and no other. */
  @Override
  public double ofLargestUnitMatrix(Shape shape) {
    return 1;
  }
}
