package io.github.flowcert.enclose;

import io.github.flowcert.interval.Interval;
import io.github.flowcert.reading.Slope;
import java.util.List;
import java.util.Optional;

/**
 * States of a flow all over a box, with derivatives by the unknowns and the time.
 *
 * @param time the times
 * @param product entries of the product matrix, row by row
 * @param determinant the determinant; empty where the matrix is not 2-by-2
 * @param logAbsDeterminant its logarithm, where the coordinates have it as an unknown
 * @param factors the factors' entries, W_1 first, row by row; empty in coordinates on the balanced
 *     set
 * @param speed the slopes in time of the unknowns
 */
record TubeState(
    Slope time,
    List<Slope> product,
    Optional<Slope> determinant,
    Optional<Slope> logAbsDeterminant,
    List<SlopeMatrix> factors,
    Interval[] speed) {

  /** The slope in time of a quantity made of the unknowns. */
  Slope rate(Slope quantity) {
    Interval rate = quantity.gradient(speed.length);
    for (int k = 0; k < speed.length; k++) {
      rate = rate.plus(quantity.gradient(k).times(speed[k]));
    }
    return Slope.unknown(rate, quantity.variables());
  }
}
