package io.github.flowcert.norm;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Random pairs of matrices on which triangle inequalities tend to be tight or to break. */
final class MatrixPairs {
  private static final int KINDS = 8;

  /** Graded entries lie up to so many decades apart. */
  private static final double DECADES = 6;

  private final Shape shape;
  private final RandomGenerator random;
  private int drawn;

  MatrixPairs(Shape shape, long seed) {
    this.shape = shape;
    this.random = new Well19937c(seed);
  }

  /** Two matrices, flat, row by row; nobody may write to them. */
  record Pair(Shape shape, double[] a, double[] b) {

    Matrix first() {
      return Matrix.of(shape, a);
    }

    Matrix second() {
      return Matrix.of(shape, b);
    }

    Matrix sum() {
      double[] sum = new double[a.length];
      Arrays.setAll(sum, k -> a[k] + b[k]);
      return Matrix.of(shape, sum);
    }

    /** The entries of both, those of the first one first. */
    double[] together() {
      double[] both = Arrays.copyOf(a, 2 * a.length);
      System.arraycopy(b, 0, both, a.length, b.length);
      return both;
    }

    /** The pair of this shape with other entries. */
    Pair with(double[] both) {
      return new Pair(
          shape, Arrays.copyOf(both, a.length), Arrays.copyOfRange(both, a.length, 2 * a.length));
    }

    private Pair scaled(double ofA, double ofB) {
      return new Pair(
          shape,
          Arrays.stream(a).map(x -> ofA * x).toArray(),
          Arrays.stream(b).map(x -> ofB * x).toArray());
    }
  }

  /** The next pair: the kinds take turns. */
  Pair next() {
    Pair pair =
        switch (drawn++ % KINDS) {
          case 0 -> pair(gaussian(), gaussian());
          case 1 -> pair(rankOne(), rankOne());
          case 2 -> pair(unit(), unit());
          case 3 -> nearlyOpposite();
          case 4 -> pair(graded(), graded());
          case 5 -> pair(partialIdentity(), partialIdentity());
          case 6 -> pair(diagonal(), diagonal());
          default -> pair(rankOne(), graded());
        };
    // The constant shows where the two have the right sizes relative to each other.
    double size = random.nextInt(3) == 0 ? 1 : Math.pow(10, 2 * random.nextDouble() - 1);
    return pair.scaled(sign(), sign() * size);
  }

  private Pair pair(double[] a, double[] b) {
    return new Pair(shape, a, b);
  }

  private double sign() {
    return random.nextBoolean() ? 1 : -1;
  }

  private double[] gaussian() {
    return random(shape.entries());
  }

  private double[] random(int length) {
    double[] numbers = new double[length];
    Arrays.setAll(numbers, k -> random.nextGaussian());
    return numbers;
  }

  private double[] rankOne() {
    double[] left = random(shape.rows());
    double[] right = random(shape.columns());
    double[] entries = new double[shape.entries()];
    Arrays.setAll(entries, k -> left[k / shape.columns()] * right[k % shape.columns()]);
    return entries;
  }

  private double[] unit() {
    double[] entries = new double[shape.entries()];
    entries[random.nextInt(entries.length)] = 1;
    return entries;
  }

  private Pair nearlyOpposite() {
    double[] a = gaussian();
    double size = Math.pow(10, -DECADES * random.nextDouble());
    double[] b = Arrays.stream(a).map(x -> -x * (1 + size * random.nextGaussian())).toArray();
    return pair(a, b);
  }

  private double[] graded() {
    double[] entries = gaussian();
    Arrays.setAll(entries, k -> entries[k] * Math.pow(10, -DECADES * random.nextDouble()));
    return entries;
  }

  /** Over two decades, as those matrices are on which the constants of weighted norms show. */
  private double[] diagonal() {
    double[] entries = new double[shape.entries()];
    for (int r = 0; r < shape.rank(); r++) {
      entries[r * shape.columns() + r] = Math.pow(10, -2 * random.nextDouble());
    }
    return entries;
  }

  /** A run of ones on the diagonal, of any length. */
  private double[] partialIdentity() {
    double[] entries = new double[shape.entries()];
    int from = random.nextInt(shape.rank());
    int to = from + random.nextInt(shape.rank() - from);
    for (int r = from; r <= to; r++) {
      entries[r * shape.columns() + r] = 1;
    }
    return entries;
  }
}
