package io.github.flowcert.problem;

import io.github.flowcert.linalg.DoubleDouble;
import io.github.flowcert.linalg.WideRankFactors;
import io.github.flowcert.linalg.WideVector;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Random data for linear regression, each determined by its seed. */
public final class RandomRegression {
  private RandomRegression() {}

  /**
   * A design matrix {@code U diag(sigma) V^T}, rounded to doubles, with U and V uniformly random
   * and singular values from 1 down to 1/condition in equal ratios.
   *
   * @param rows number of rows
   * @param columns number of columns
   * @param rank how many singular values are not 0, at least 1 and at most the smaller side
   * @param condition quotient of the largest and the smallest of them; 1 where there is only one
   * @param seed seed of the generator
   * @return the rows
   */
  public static double[][] design(int rows, int columns, int rank, double condition, long seed) {
    RandomGenerator random = new Well19937c(seed);
    List<WideVector> left = orthonormal(random, rows, rank);
    List<WideVector> right = orthonormal(random, columns, rank);
    double[][] design = new double[rows][];
    for (int i = 0; i < rows; i++) {
      WideVector row = WideVector.zero(columns);
      for (int r = 0; r < rank; r++) {
        double value = rank == 1 ? 1 : Math.pow(condition, -(double) r / (rank - 1));
        row.add(left.get(r).get(i).times(DoubleDouble.of(value)), right.get(r));
      }
      design[i] = row.rounded();
    }
    return design;
  }

  private static List<WideVector> orthonormal(RandomGenerator random, int size, int count) {
    return WideRankFactors.of(
            Stream.generate(() -> WideVector.of(gaussian(random, size))).limit(count).toList())
        .basis();
  }

  /** Independent standard normal numbers. */
  public static double[] labels(int count, long seed) {
    return gaussian(new Well19937c(seed), count);
  }

  /**
   * Labels {@code X b + noise e} with b and e independent standard normal.
   *
   * @param design the rows of X
   * @param noise deviation of what the model does not explain, 0 or more
   */
  public static double[] labels(double[][] design, double noise, long seed) {
    RandomGenerator random = new Well19937c(seed);
    WideVector truth = WideVector.of(gaussian(random, design[0].length));
    return IntStream.range(0, design.length)
        .mapToDouble(
            i ->
                WideVector.of(design[i])
                    .dot(truth)
                    .plus(DoubleDouble.of(noise * random.nextGaussian()))
                    .high())
        .toArray();
  }

  private static double[] gaussian(RandomGenerator random, int size) {
    return IntStream.range(0, size).mapToDouble(k -> random.nextGaussian()).toArray();
  }
}
