package io.github.flowcert.lohner;

import io.github.flowcert.interval.Interval;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A nearly orthogonal matrix of doubles with an enclosure of its inverse.
 *
 * @param matrix the matrix B
 * @param inverse contains the inverse of B
 */
record Frame(IntervalMatrix matrix, IntervalMatrix inverse) {

  static Frame identity(int size) {
    return new Frame(IntervalMatrix.identity(size), IntervalMatrix.identity(size));
  }

  /**
   * A frame whose axes follow the longest edges of the parallelepiped {@code directions * box}, by
   * a QR decomposition of the columns sorted by length.
   */
  static Frame along(IntervalMatrix directions, IntervalMatrix box) {
    int n = directions.rows();
    double[][] columns = sorted(directions, box);
    double[][] axes = new double[n][];
    for (int j = 0; j < n; j++) {
      axes[j] = axis(columns[j], axes, j);
    }
    IntervalMatrix matrix = IntervalMatrix.of(n, n, (i, j) -> Interval.of(axes[j][i]));
    return new Frame(matrix, inverse(matrix));
  }

  private static double[][] sorted(IntervalMatrix directions, IntervalMatrix box) {
    int n = directions.rows();
    IntervalMatrix middle = directions.middle();
    double[][] columns = new double[n][n];
    double[] lengths = new double[n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        columns[j][i] = middle.at(i, j).lower();
      }
      lengths[j] = norm(columns[j]) * box.at(j).width();
    }
    return IntStream.range(0, n)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -lengths[j]))
        .map(j -> columns[j])
        .toArray(double[][]::new);
  }

  /** What is left of a column beside the axes before it, twice for orthogonality, of length 1. */
  private static double[] axis(double[] column, double[][] axes, int count) {
    double[] rest = column.clone();
    double before = norm(column);
    for (int pass = 0; pass < 2; pass++) {
      reduce(rest, axes, count);
    }
    if (!(norm(rest) > 1e-10 * before)) {
      rest = farthestUnit(axes, count);
    }
    double length = norm(rest);
    for (int i = 0; i < rest.length; i++) {
      rest[i] /= length;
    }
    return rest;
  }

  private static void reduce(double[] vector, double[][] axes, int count) {
    for (int k = 0; k < count; k++) {
      double share = 0;
      for (int i = 0; i < vector.length; i++) {
        share += vector[i] * axes[k][i];
      }
      for (int i = 0; i < vector.length; i++) {
        vector[i] -= share * axes[k][i];
      }
    }
  }

  /** Where a column says nothing new: the unit vector of which the axes leave the most. */
  private static double[] farthestUnit(double[][] axes, int count) {
    int n = axes.length;
    double[] best = new double[n];
    for (int k = 0; k < n; k++) {
      double[] unit = new double[n];
      unit[k] = 1;
      reduce(unit, axes, count);
      reduce(unit, axes, count);
      best = norm(unit) > norm(best) ? unit : best;
    }
    return best;
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double each : vector) {
      sum += each * each;
    }
    return Math.sqrt(sum);
  }

  /**
   * With E = I - B^T B of row sums at most e < 1, the inverse of B is (I + D) B^T, where the rows
   * of D sum up to no more than e / (1 - e) in size; entries of B^T are at most 1 and a little.
   */
  private static IntervalMatrix inverse(IntervalMatrix matrix) {
    int n = matrix.rows();
    IntervalMatrix transpose = matrix.transpose();
    IntervalMatrix defect = IntervalMatrix.identity(n).minus(transpose.times(matrix));
    Interval largest = Interval.ZERO;
    double entry = 0;
    for (int i = 0; i < n; i++) {
      Interval sum = Interval.ZERO;
      for (int j = 0; j < n; j++) {
        sum = sum.plus(defect.at(i, j).abs());
        entry = Math.max(entry, matrix.at(i, j).magnitude());
      }
      largest = largest.max(sum);
    }
    Interval rest = Interval.ONE.minus(largest);
    if (!(rest.lower() > 0)) {
      return IntervalMatrix.of(n, n, (i, j) -> Interval.ENTIRE);
    }
    double error = largest.dividedBy(rest).times(Interval.of(entry)).upper();
    Interval around = Interval.of(-error, error);
    return IntervalMatrix.of(n, n, (i, j) -> transpose.at(i, j).plus(around));
  }
}
