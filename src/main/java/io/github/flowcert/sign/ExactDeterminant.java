package io.github.flowcert.sign;

import java.util.BitSet;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldLUDecomposition;

/** Signs of determinants of integer matrices in exact arithmetic. */
final class ExactDeterminant {
  private ExactDeterminant() {}

  /**
   * The sign of the determinant of a square matrix.
   *
   * @param magnitudes its entries but for their signs, flat, row by row
   * @param negative which of them are negative
   * @param size number of rows
   */
  static int sign(int[] magnitudes, BitSet negative, int size) {
    BigFraction[][] rows = new BigFraction[size][size];
    for (int k = 0; k < magnitudes.length; k++) {
      rows[k / size][k % size] = new BigFraction(negative.get(k) ? -magnitudes[k] : magnitudes[k]);
    }
    return new FieldLUDecomposition<>(
            new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), rows, false))
        .getDeterminant()
        .signum();
  }
}
