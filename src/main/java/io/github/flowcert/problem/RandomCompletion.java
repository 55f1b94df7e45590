package io.github.flowcert.problem;

import java.util.SplittableRandom;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Random completion problems as in the experiments of Arora, Cohen, Hu and Luo (2019): the ground
 * truth is the product of Gaussian d-by-r and r-by-d' matrices, scaled to Frobenius norm sqrt(d
 * d'), so that its entries are of size 1; the observed entries are drawn uniformly.
 */
public final class RandomCompletion {
  /** Starts of the same seed must be independent of the truth. */
  private static final long STREAM = 0x7472_7574_6820_3a29L;

  /** The generator's whole state: from a few numbers it would begin alike for all seeds. */
  private static final int STATE = 624;

  private RandomCompletion() {}

  /**
   * The problem that a seed determines, with its ground truth. Of problems of one size, rank and
   * seed, the one with more observed entries has those of the other among them.
   *
   * @param rows d
   * @param columns d'
   * @param rank r, from 1 to min(d, d')
   * @param observed how many entries are observed, from 1 to d d'
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static MatrixCompletion of(int rows, int columns, int rank, int observed, long seed) {
    if (rank < 1 || rank > Math.min(rows, columns)) {
      throw new IllegalArgumentException("rank " + rank + " is out of range");
    }
    if (observed < 1 || observed > rows * columns) {
      throw new IllegalArgumentException(observed + " observed entries are out of range");
    }
    RandomGenerator random = generator(seed);
    double[] truth = truth(random, rows, columns, rank);
    return MatrixCompletion.ofTruth(rows, columns, truth, some(random, rows * columns, observed));
  }

  /**
   * Some of the numbers 0 .. all - 1, drawn uniformly without replacement.
   *
   * @param few how many, from 0 to all
   */
  public static int[] sample(int all, int few, long seed) {
    return some(generator(seed), all, few);
  }

  private static RandomGenerator generator(long seed) {
    return new Well19937c(new SplittableRandom(seed ^ STREAM).ints(STATE).toArray());
  }

  private static int[] some(RandomGenerator random, int all, int few) {
    int[] numbers = new int[all];
    for (int k = 0; k < all; k++) {
      numbers[k] = k;
    }
    int[] drawn = new int[few];
    for (int k = 0; k < few; k++) {
      int other = k + random.nextInt(all - k);
      drawn[k] = numbers[other];
      numbers[other] = numbers[k];
    }
    return drawn;
  }

  private static double[] truth(RandomGenerator random, int rows, int columns, int rank) {
    double[] left = gaussian(random, rows * rank);
    double[] right = gaussian(random, columns * rank);
    double[] product = new double[rows * columns];
    double squares = 0;
    for (int k = 0; k < product.length; k++) {
      for (int r = 0; r < rank; r++) {
        product[k] += left[k / columns * rank + r] * right[k % columns * rank + r];
      }
      squares += product[k] * product[k];
    }
    double scale = Math.sqrt(product.length / squares);
    for (int k = 0; k < product.length; k++) {
      product[k] *= scale;
    }
    return product;
  }

  private static double[] gaussian(RandomGenerator random, int size) {
    double[] numbers = new double[size];
    for (int k = 0; k < size; k++) {
      numbers[k] = random.nextGaussian();
    }
    return numbers;
  }
}
