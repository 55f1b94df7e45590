package io.github.flowcert.testing;

import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/** Matrices for tests, made with a library's algebra and not with the code under test. */
public final class Matrices {
  private Matrices() {}

  /** The matrix of a flat array. */
  public static RealMatrix matrix(double[] flat, int m, int n) {
    RealMatrix matrix = new Array2DRowRealMatrix(m, n);
    for (int k = 0; k < flat.length; k++) {
      matrix.setEntry(k / n, k % n, flat[k]);
    }
    return matrix;
  }

  /** The flat array of a matrix. */
  public static double[] flat(RealMatrix matrix) {
    int n = matrix.getColumnDimension();
    double[] flat = new double[matrix.getRowDimension() * n];
    for (int k = 0; k < flat.length; k++) {
      flat[k] = matrix.getEntry(k / n, k % n);
    }
    return flat;
  }

  /** Independent standard Gaussian entries. */
  public static double[] gaussian(Random random, int size) {
    return random.doubles(size).map(unused -> random.nextGaussian()).toArray();
  }

  /** An n-by-n orthogonal matrix of the determinant's sign given. */
  public static RealMatrix orthogonal(Random random, int n, int sign) {
    RealMatrix q = new QRDecomposition(matrix(gaussian(random, n * n), n, n)).getQ();
    double determinant = new org.hipparchus.linear.LUDecomposition(q).getDeterminant();
    if (determinant * sign < 0) {
      q.setColumnVector(0, q.getColumnVector(0).mapMultiply(-1));
    }
    return q;
  }

  /** {@code U diag(values) V^T} with random singular vectors of an m-by-n matrix. */
  public static double[] withSingularValues(
      Random random, int m, int n, int sign, double... values) {
    RealMatrix u = orthogonal(random, m, 1);
    RealMatrix v = orthogonal(random, n, sign);
    return flat(u.multiply(diagonal(m, n, values)).multiplyTransposed(v));
  }

  /** An m-by-n matrix with these entries on its diagonal and zeros elsewhere. */
  public static RealMatrix diagonal(int m, int n, double... values) {
    RealMatrix diagonal = MatrixUtils.createRealMatrix(m, n);
    for (int r = 0; r < values.length; r++) {
      diagonal.setEntry(r, r, values[r]);
    }
    return diagonal;
  }
}
