package io.github.flowcert.problem;

import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Sensing problems with Gaussian measurements of a random matrix, determined by a seed. */
public final class RandomSensing {
  private RandomSensing() {}

  /**
   * Measurement matrices A_i of independent standard normal entries, with labels {@code <A_i, W*>}
   * of a matrix {@code W* = P Q / sqrt(rank)}, where P is d-by-rank and Q is rank-by-d', both of
   * independent standard normal entries: entries of W* have deviation 1.
   *
   * @param rows d
   * @param columns d'
   * @param measurements how many A_i there are
   * @param rank the rank of W*, from 1 to min(d, d')
   * @param seed seed of the generator, which draws P, then Q, then each A_i, row by row
   */
  public static MatrixSensing of(int rows, int columns, int measurements, int rank, long seed) {
    RandomGenerator random = new Well19937c(seed);
    double[] truth = truth(random, rows, columns, rank);
    double[][] matrices = new double[measurements][];
    double[] labels = new double[measurements];
    for (int i = 0; i < measurements; i++) {
      double[] matrix = gaussian(random, rows * columns);
      matrices[i] = matrix;
      labels[i] = IntStream.range(0, truth.length).mapToDouble(k -> matrix[k] * truth[k]).sum();
    }
    return MatrixSensing.of(rows, columns, matrices, labels);
  }

  private static double[] truth(RandomGenerator random, int rows, int columns, int rank) {
    double[] left = gaussian(random, rows * rank);
    double[] right = gaussian(random, rank * columns);
    double[] truth = new double[rows * columns];
    for (int k = 0; k < truth.length; k++) {
      for (int r = 0; r < rank; r++) {
        truth[k] += left[k / columns * rank + r] * right[r * columns + k % columns];
      }
      truth[k] /= Math.sqrt(rank);
    }
    return truth;
  }

  private static double[] gaussian(RandomGenerator random, int size) {
    double[] entries = new double[size];
    for (int k = 0; k < size; k++) {
      entries[k] = random.nextGaussian();
    }
    return entries;
  }
}
