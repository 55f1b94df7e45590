package io.github.flowcert.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Random starting points, each determined by its seed. */
public final class RandomStarts {
  private static final int MOST_DRAWS = 1000;

  private RandomStarts() {}

  /**
   * Balanced factors of a product matrix with independent Gaussian entries: Procedure 1 of Arora et
   * al. (2019), as in Appendix C.2.1 of Razin and Cohen's preprint.
   *
   * @param scale standard deviation of the entries of the product matrix
   * @param seed seed of the generator
   * @param sign sign that the determinant must have; 0 for any. Draws are repeated until it has
   */
  public static Carry balancedGaussian(Network network, double scale, long seed, int sign) {
    RandomGenerator random = new Well19937c(seed);
    int size = network.problem().rows() * network.problem().columns();
    return redrawn(sign, () -> Starts.product(network, gaussian(random, size, scale)));
  }

  /**
   * Independent Gaussian layers of one deviation s, chosen such that the entries of the product
   * have deviation {@code scale}: {@code scale^2 = s^(2L) d_1 .. d_{L-1}}.
   */
  public static Carry gaussian(Network network, double scale, long seed, int sign) {
    RandomGenerator random = new Well19937c(seed);
    double deviation = deviation(network, scale);
    return redrawn(sign, () -> Starts.factors(network, layers(network, random, deviation)));
  }

  private static double deviation(Network network, double scale) {
    double paths = 1;
    for (int width : network.hidden()) {
      paths *= width;
    }
    // Not from the square of the scale, which underflows.
    return Math.pow(scale / Math.sqrt(paths), 1.0 / network.depth());
  }

  /**
   * Signs of the determinants of the product matrices that {@link #balancedGaussian} draws one
   * after the other; 0 where the matrix is not square.
   */
  public static IntSupplier balancedGaussianSigns(Network network, double scale, long seed) {
    RandomGenerator random = new Well19937c(seed);
    int rows = network.problem().rows();
    int columns = network.problem().columns();
    return () -> Determinant.sign(gaussian(random, rows * columns, scale), rows, columns);
  }

  /** The same of the matrices that {@link #gaussian} draws. */
  public static IntSupplier gaussianSigns(Network network, double scale, long seed) {
    RandomGenerator random = new Well19937c(seed);
    double deviation = deviation(network, scale);
    return () -> Factors.determinantSign(network, layers(network, random, deviation));
  }

  private static List<double[]> layers(Network network, RandomGenerator random, double deviation) {
    List<double[]> factors = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      factors.add(gaussian(random, network.width(l) * network.width(l - 1), deviation));
    }
    return factors;
  }

  private static double[] gaussian(RandomGenerator random, int size, double deviation) {
    double[] entries = new double[size];
    for (int k = 0; k < size; k++) {
      entries[k] = deviation * random.nextGaussian();
    }
    return entries;
  }

  private static Carry redrawn(int sign, Supplier<Carry> draw) {
    Carry start = draw.get();
    for (int k = 1; sign != 0 && start.determinantSign() != sign; k++) {
      if (k >= MOST_DRAWS) {
        throw new IllegalStateException("no determinant of that sign in " + MOST_DRAWS + " draws");
      }
      start = draw.get();
    }
    return start;
  }
}
