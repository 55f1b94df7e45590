package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

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
 */
public record Sample(
    double time,
    double loss,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<List<Double>> product,
    List<Double> logSingularValues,
    Integer determinantSign,
    Double log10AbsDeterminant,
    Double effectiveRank,
    double unbalancedness) {}
