package io.github.flowcert.interval;

/**
 * Bounds of a sum of products of intervals whose bounds lie flat in arrays: the inner loop of
 * everything that computes with series and matrices. Products and sums are rounded to nearest, and
 * the error of all of them together is bounded a priori: with u = 2^-53 and n terms, recursive
 * summation of rounded products is off by at most n u / (1 - n u) times the sum of the sizes, and n
 * smallest doubles where products underflow.
 *
 * <p>Where anything is infinite or NaN, or overflows, the result is all real numbers. Not for use
 * by several threads.
 */
public final class DotProduct {
  private static final double UNIT = 0x1p-53;

  private static final int MOST_TERMS = 1 << 20;

  private double lower;
  private double upper;
  private double size;
  private int terms;

  /** The empty sum. */
  public DotProduct() {
    clear();
  }

  /** Starts again from 0. */
  public void clear() {
    lower = 0;
    upper = 0;
    size = 0;
    terms = 0;
  }

  /**
   * Adds the products of one run of intervals with another run in reversed order: {@code a[i] b[j]
   * + a[i + 1] b[j - 1] + ..}.
   *
   * @param aLower lower bounds of the first factors
   * @param aUpper their upper bounds
   * @param i where the first run starts
   * @param bLower lower bounds of the second factors
   * @param bUpper their upper bounds
   * @param j where the second run starts, from which it goes down
   * @param count how many products
   */
  public void addConvolution(
      double[] aLower, double[] aUpper, int i, double[] bLower, double[] bUpper, int j, int count) {
    addProducts(aLower, aUpper, i, 1, bLower, bUpper, j, -1, count);
  }

  /**
   * Adds the products of one run of intervals with another, each with a stride of its own: {@code
   * a[i] b[j] + a[i + s] b[j + r] + ..}.
   *
   * @param aLower lower bounds of the first factors
   * @param aUpper their upper bounds
   * @param i where the first run starts
   * @param s stride of the first run
   * @param bLower lower bounds of the second factors
   * @param bUpper their upper bounds
   * @param j where the second run starts
   * @param r stride of the second run
   * @param count how many products
   */
  public void addProducts(
      double[] aLower,
      double[] aUpper,
      int i,
      int s,
      double[] bLower,
      double[] bUpper,
      int j,
      int r,
      int count) {
    double sumLower = lower;
    double sumUpper = upper;
    double sumSize = size;
    for (int k = 0; k < count; k++) {
      double al = aLower[i + k * s];
      double au = aUpper[i + k * s];
      double bl = bLower[j + k * r];
      double bu = bUpper[j + k * r];
      double least = Math.min(Math.min(al * bl, al * bu), Math.min(au * bl, au * bu));
      double most = Math.max(Math.max(al * bl, al * bu), Math.max(au * bl, au * bu));
      sumLower += least;
      sumUpper += most;
      sumSize += Math.max(Math.abs(least), Math.abs(most));
    }
    lower = sumLower;
    upper = sumUpper;
    size = sumSize;
    terms += count;
  }

  /** Adds a number as it is. */
  public void add(double termLower, double termUpper) {
    lower += termLower;
    upper += termUpper;
    size += Math.max(Math.abs(termLower), Math.abs(termUpper));
    terms++;
  }

  /** Whether nothing was infinite: infinity less infinity and zero times infinity are NaN. */
  private boolean isFinite() {
    return size <= Double.MAX_VALUE && terms <= MOST_TERMS;
  }

  /** What is of second order in u, for no more terms than there can be here, is less than 2^-30. */
  private double error() {
    return size * (terms * (UNIT * (1 + 0x1p-30))) + (terms + 1) * Double.MIN_VALUE;
  }

  /** At most the exact sums; negative infinity where something is not finite. */
  public double lower() {
    if (terms == 0) {
      return 0;
    }
    return isFinite() ? Math.nextDown(lower - error()) : Double.NEGATIVE_INFINITY;
  }

  /** At least the exact sums; infinity where something is not finite. */
  public double upper() {
    if (terms == 0) {
      return 0;
    }
    return isFinite() ? Math.nextUp(upper + error()) : Double.POSITIVE_INFINITY;
  }

  /** Contains the exact sums. */
  public Interval interval() {
    return Interval.between(lower(), upper());
  }
}
