package io.github.flowcert.lohner;

import io.github.flowcert.interval.DotProduct;
import io.github.flowcert.interval.Interval;
import java.util.function.BinaryOperator;

/** A matrix of intervals. Immutable; a vector is a matrix with one column. Indices from 0. */
public final class IntervalMatrix {
  private final int rows;
  private final int columns;
  private final double[] lower;
  private final double[] upper;

  private IntervalMatrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.lower = new double[rows * columns];
    this.upper = new double[rows * columns];
  }

  /** What an entry is. */
  @FunctionalInterface
  public interface Entries {
    /** The entry in that row and column. */
    Interval at(int row, int column);
  }

  /** The matrix of these entries, none of them empty. */
  public static IntervalMatrix of(int rows, int columns, Entries entries) {
    IntervalMatrix matrix = new IntervalMatrix(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        Interval entry = entries.at(i, j);
        matrix.lower[i * columns + j] = entry.lower();
        matrix.upper[i * columns + j] = entry.upper();
      }
    }
    return matrix;
  }

  /** The vector with these entries. */
  public static IntervalMatrix vector(Interval... entries) {
    return of(entries.length, 1, (i, j) -> entries[i]);
  }

  /** The identity. */
  public static IntervalMatrix identity(int size) {
    return of(size, size, (i, j) -> i == j ? Interval.ONE : Interval.ZERO);
  }

  /** A matrix of zeros. */
  public static IntervalMatrix zero(int rows, int columns) {
    return new IntervalMatrix(rows, columns);
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** An entry. */
  public Interval at(int row, int column) {
    return Interval.of(lower[row * columns + column], upper[row * columns + column]);
  }

  /** An entry of a vector. */
  public Interval at(int row) {
    return at(row, 0);
  }

  /** The entries of a vector. */
  public Interval[] entries() {
    Interval[] entries = new Interval[rows];
    for (int i = 0; i < rows; i++) {
      entries[i] = at(i);
    }
    return entries;
  }

  /** The matrix product. */
  public IntervalMatrix times(IntervalMatrix other) {
    IntervalMatrix product = new IntervalMatrix(rows, other.columns);
    DotProduct dot = new DotProduct();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < other.columns; j++) {
        dot.clear();
        dot.addProducts(
            lower, upper, i * columns, 1, other.lower, other.upper, j, other.columns, columns);
        product.lower[i * other.columns + j] = dot.lower();
        product.upper[i * other.columns + j] = dot.upper();
      }
    }
    return product;
  }

  /** Sums of entries. */
  public IntervalMatrix plus(IntervalMatrix other) {
    return combined(other, Interval::plus);
  }

  /** Differences of entries. */
  public IntervalMatrix minus(IntervalMatrix other) {
    return combined(other, Interval::minus);
  }

  /** Numbers in the entries of both; empty intervals cannot be entries. */
  public IntervalMatrix intersection(IntervalMatrix other) {
    return combined(other, Interval::intersection);
  }

  /** Intervals around the entries of both. */
  public IntervalMatrix hull(IntervalMatrix other) {
    return combined(other, Interval::hull);
  }

  private IntervalMatrix combined(IntervalMatrix other, BinaryOperator<Interval> operation) {
    return of(rows, columns, (i, j) -> operation.apply(at(i, j), other.at(i, j)));
  }

  /** The transpose. */
  public IntervalMatrix transpose() {
    return of(columns, rows, (i, j) -> at(j, i));
  }

  /** A point in the middle of every entry. */
  public IntervalMatrix middle() {
    return of(rows, columns, (i, j) -> Interval.of(middle(at(i, j))));
  }

  private static double middle(Interval entry) {
    double half = entry.lower() / 2 + entry.upper() / 2;
    double point = Math.abs(half) <= Double.MAX_VALUE ? half : 0;
    return Math.max(entry.lower(), Math.min(entry.upper(), point));
  }

  /** The largest size of an entry in a column. */
  public double magnitudeOfColumn(int column) {
    double largest = 0;
    for (int i = 0; i < rows; i++) {
      largest = Math.max(largest, at(i, column).magnitude());
    }
    return largest;
  }

  /** Whether no bound is infinite or NaN. */
  public boolean isFinite() {
    double sum = 0;
    for (int k = 0; k < lower.length; k++) {
      sum += Math.abs(lower[k]) + Math.abs(upper[k]);
    }
    return sum <= Double.MAX_VALUE;
  }

  /** Whether every entry of another matrix lies in the interior of the entry here. */
  public boolean surelyContainsInside(IntervalMatrix other) {
    for (int k = 0; k < lower.length; k++) {
      // Written so that NaN is no inclusion.
      boolean inside = lower[k] < other.lower[k] && other.upper[k] < upper[k];
      if (!inside) {
        return false;
      }
    }
    return other.isFinite();
  }
}
