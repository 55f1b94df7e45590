package io.github.flowcert.flow;

import io.github.flowcert.linalg.Flat;
import java.util.Arrays;

/** A cheap estimate of a spectral norm from below, good to a few per cent where it matters. */
final class SpectralNorm {
  private static final int ITERATIONS = 8;

  private SpectralNorm() {}

  /** The square of the largest singular value of an m-by-n matrix, by power iteration. */
  static double squared(double[] matrix, int m, int n) {
    double[] transposed = Flat.transpose(matrix, m, n);
    double[] x = new double[n];
    Arrays.setAll(x, k -> 1 + 1.0 / (k + 2));
    double[] image = new double[m];
    double[] back = new double[n];
    double value = 0;
    for (int k = 0; k < ITERATIONS; k++) {
      Flat.multiply(matrix, x, m, n, 1, image);
      Flat.multiply(transposed, image, n, m, 1, back);
      double length = Math.sqrt(Flat.squaredNorm(back));
      value = Math.sqrt(Flat.squaredNorm(image)) / Math.sqrt(Flat.squaredNorm(x));
      if (length == 0) {
        return 0;
      }
      for (int i = 0; i < n; i++) {
        x[i] = back[i] / length;
      }
    }
    return value * value;
  }
}
