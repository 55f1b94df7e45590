package io.github.flowcert.problem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** The rank of a matrix of doubles in exact arithmetic, by elimination without fractions. */
final class ExactRank {
  private ExactRank() {}

  /** The rank; 0 for a matrix without rows or columns. */
  static int of(double[][] matrix) {
    BigInteger[][] rest = integers(matrix);
    int columns = rest.length == 0 ? 0 : rest[0].length;
    int rank = 0;
    BigInteger divisor = BigInteger.ONE;
    for (int column = 0; column < columns && rank < rest.length; column++) {
      int pivot = rank;
      while (pivot < rest.length && rest[pivot][column].signum() == 0) {
        pivot++;
      }
      if (pivot < rest.length) {
        BigInteger[] row = rest[pivot];
        rest[pivot] = rest[rank];
        rest[rank] = row;
        eliminate(rest, rank, column, divisor);
        divisor = row[column];
        rank++;
      }
    }
    return rank;
  }

  /** One step of Bareiss' elimination: the last pivot divides without remainder. */
  private static void eliminate(BigInteger[][] rest, int rank, int column, BigInteger divisor) {
    BigInteger[] pivots = rest[rank];
    for (int i = rank + 1; i < rest.length; i++) {
      BigInteger factor = rest[i][column];
      for (int j = column; j < pivots.length; j++) {
        BigInteger minor = rest[i][j].multiply(pivots[column]).subtract(pivots[j].multiply(factor));
        rest[i][j] = minor.divide(divisor);
      }
    }
  }

  /** The matrix times the power of ten that makes all of it whole. */
  private static BigInteger[][] integers(double[][] matrix) {
    int scale =
        Arrays.stream(matrix)
            .flatMapToDouble(Arrays::stream)
            .mapToInt(each -> new BigDecimal(each).scale())
            .reduce(0, Math::max);
    return Arrays.stream(matrix)
        .map(
            row ->
                Arrays.stream(row)
                    .mapToObj(each -> new BigDecimal(each).setScale(scale).unscaledValue())
                    .toArray(BigInteger[]::new))
        .toArray(BigInteger[][]::new);
  }
}
