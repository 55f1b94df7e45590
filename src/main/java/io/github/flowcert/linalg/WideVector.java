package io.github.flowcert.linalg;

import java.util.ArrayList;
import java.util.List;

/** A vector of numbers of about 106 bits, see {@link DoubleDouble}. Entries count from 0. */
public final class WideVector {
  private final double[] high;
  private final double[] low;

  private WideVector(double[] high, double[] low) {
    this.high = high;
    this.low = low;
  }

  /** The zero vector of so many entries. */
  public static WideVector zero(int size) {
    return new WideVector(new double[size], new double[size]);
  }

  /** The vector of these doubles. */
  public static WideVector of(double[] values) {
    return new WideVector(values.clone(), new double[values.length]);
  }

  /** The k-th unit vector of so many entries. */
  public static WideVector unit(int size, int k) {
    WideVector unit = zero(size);
    unit.high[k] = 1;
    return unit;
  }

  /** The columns of the matrix with these rows, of which there is at least one. */
  public static List<WideVector> transposed(List<WideVector> rows) {
    List<WideVector> columns = new ArrayList<>();
    for (int j = 0; j < rows.get(0).size(); j++) {
      WideVector column = zero(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        column.set(i, rows.get(i).get(j));
      }
      columns.add(column);
    }
    return columns;
  }

  /** Number of entries. */
  public int size() {
    return high.length;
  }

  /** The k-th entry. */
  public DoubleDouble get(int k) {
    return new DoubleDouble(high[k], low[k]);
  }

  /** Writes the k-th entry. */
  public void set(int k, DoubleDouble value) {
    high[k] = value.high();
    low[k] = value.low();
  }

  /** The vector rounded to doubles. */
  public double[] rounded() {
    return high.clone();
  }

  /** A vector of its own with the same entries. */
  public WideVector copy() {
    return new WideVector(high.clone(), low.clone());
  }

  /** The inner product with a vector of the same size. */
  public DoubleDouble dot(WideVector other) {
    double sum = 0;
    double rest = 0;
    for (int k = 0; k < high.length; k++) {
      double product = high[k] * other.high[k];
      double error = Math.fma(high[k], other.high[k], -product);
      error += high[k] * other.low[k] + low[k] * other.high[k];
      double next = sum + product;
      double part = next - sum;
      error += (sum - (next - part)) + (product - part);
      sum = next;
      rest += error;
    }
    return DoubleDouble.of(sum).plus(DoubleDouble.of(rest));
  }

  /** The Euclidean norm. */
  public DoubleDouble norm() {
    double scale = Flat.maxAbs(high);
    if (scale == 0) {
      return DoubleDouble.ZERO;
    }
    // A power of two, so that nothing is rounded: squares neither overflow nor underflow.
    double unit = Math.scalb(1.0, -Math.getExponent(scale));
    WideVector scaled = copy();
    for (int k = 0; k < high.length; k++) {
      scaled.high[k] *= unit;
      scaled.low[k] *= unit;
    }
    return scaled.dot(scaled).root().over(DoubleDouble.of(unit));
  }

  /** {@code this += factor other}. */
  public void add(DoubleDouble factor, WideVector other) {
    for (int k = 0; k < high.length; k++) {
      double product = factor.high() * other.high[k];
      double error = Math.fma(factor.high(), other.high[k], -product);
      error += factor.high() * other.low[k] + factor.low() * other.high[k];
      double sum = high[k] + product;
      double part = sum - high[k];
      error += (high[k] - (sum - part)) + (product - part);
      error += low[k];
      high[k] = sum + error;
      low[k] = error - (high[k] - sum);
    }
  }

  /** {@code this *= factor}. */
  public void scale(DoubleDouble factor) {
    for (int k = 0; k < high.length; k++) {
      set(k, get(k).times(factor));
    }
  }

  /** Turns a pair of vectors: {@code (x, y)} becomes {@code (c x - s y, s x + c y)}. */
  static void turn(WideVector x, WideVector y, DoubleDouble c, DoubleDouble s) {
    WideVector kept = x.copy();
    x.scale(c);
    x.add(s.negated(), y);
    y.scale(c);
    y.add(s, kept);
  }
}
