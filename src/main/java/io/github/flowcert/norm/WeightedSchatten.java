package io.github.flowcert.norm;

import java.util.List;

/**
 * The weighted Schatten-p norm or quasi-norm {@code (sum w_r sigma_r^p)^(1/p)}, singular values
 * largest first. {@link WeightedTriangle} has its triangle constant.
 *
 * @param name name in case files and documents
 * @param p exponent in (0, infinity)
 * @param weights positive, one for each singular value
 */
public record WeightedSchatten(String name, double p, List<Double> weights) implements Norm {

  /**
   * Checks exponent and weights.
   *
   * @throws IllegalArgumentException if one of them is not positive and finite, or there are no
   *     weights
   */
  public WeightedSchatten {
    PowerSum.requirePositive(p);
    weights = List.copyOf(weights);
    if (Double.isInfinite(p) || weights.isEmpty()) {
      throw new IllegalArgumentException("exponent " + p + " with weights " + weights);
    }
    weights.forEach(PowerSum::requirePositive);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is not one weight for each singular value
   */
  @Override
  public double of(Matrix matrix) {
    requireRank(matrix.shape());
    double[] logs = matrix.logSingularValues().clone();
    for (int r = 0; r < logs.length; r++) {
      logs[r] += Math.log(weights.get(r)) / p;
    }
    return PowerSum.ofLogarithms(logs, p);
  }

  @Override
  public double triangleConstant(Shape shape) {
    requireRank(shape);
    return WeightedTriangle.constant(p, weights);
  }

  /** {@code w_1^(1/p)}: unit matrices have the singular value 1 and no other. */
  @Override
  public double ofLargestUnitMatrix(Shape shape) {
    return ofUnitMatrix(shape, 1, 1);
  }

  private void requireRank(Shape shape) {
    if (weights.size() != shape.rank()) {
      throw new IllegalArgumentException(
          weights.size() + " weights for " + shape.rank() + " singular values");
    }
  }
}
