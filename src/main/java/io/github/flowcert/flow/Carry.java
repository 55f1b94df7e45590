package io.github.flowcert.flow;

import java.util.List;

/**
 * A point of a trajectory with the accuracy that a change of coordinates must not lose. Arrays are
 * not copied: nobody may write to them.
 *
 * @param product the product matrix, flat, row by row
 * @param gradient gradient of the loss by the product matrix
 * @param determinantSign sign of the determinant; 0 where it is 0 or the matrix is not square
 * @param logAbsDeterminant ln |det W|; NaN where the matrix is not square
 * @param balanced whether the point lies on the balanced set by construction
 * @param factors W_1 .. W_L, flat; null where only the product matrix is known
 */
public record Carry(
    double[] product,
    double[] gradient,
    int determinantSign,
    double logAbsDeterminant,
    boolean balanced,
    List<double[]> factors) {}
