package io.github.flowcert.result;

import java.util.List;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One point of a computed trajectory.
 *
 * @param time flow time t
 * @param loss the loss at that time
 * @param product the product matrix, row by row; null where it is too large to be worth storing
 * @param logSingularValues natural logarithms of the singular values, largest first; null stands
 *     for minus infinity (a singular value that is exactly zero)
 * @param determinantSign -1, 0 or 1; null where the product matrix is not square
 * @param log10AbsDeterminant null where the product matrix is not square or is singular
 * @param effectiveRank Definition 1 of the preprint; null for the zero matrix
 * @param unbalancedness largest Frobenius norm of W_{l+1}^T W_{l+1} - W_l W_l^T; exactly 0 where
 *     the coordinates lie on the balanced set by construction
 * @param parameters the parameters of a regression, which has nothing of what is above but time and
 *     loss; null for other problems
 */
@JsonSerialize(converter = SampleFields.class)
public record Sample(
    double time,
    double loss,
    List<List<Double>> product,
    List<Double> logSingularValues,
    Integer determinantSign,
    Double log10AbsDeterminant,
    Double effectiveRank,
    Double unbalancedness,
    List<Double> parameters) {

  /** A point of the flow of a product matrix. */
  public Sample(
      double time,
      double loss,
      List<List<Double>> product,
      List<Double> logSingularValues,
      Integer determinantSign,
      Double log10AbsDeterminant,
      Double effectiveRank,
      double unbalancedness) {
    this(
        time,
        loss,
        product,
        logSingularValues,
        determinantSign,
        log10AbsDeterminant,
        effectiveRank,
        unbalancedness,
        /* parameters= */ null);
  }

  /** A point of the flow of parameters; null where they are too many to be worth storing. */
  public static Sample ofParameters(double time, double loss, List<Double> parameters) {
    return new Sample(time, loss, null, null, null, null, null, null, parameters);
  }
}
