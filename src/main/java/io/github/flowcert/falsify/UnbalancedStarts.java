package io.github.flowcert.falsify;

import io.github.flowcert.casefile.Initial;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Starts whose layers know nothing of each other: each is given by its Frobenius norm (as decimal
 * logarithm) and by entries, of which only the proportions count.
 *
 * @param network the factorization
 * @param sign sign that the determinant of the product has; says nothing where that is not square
 */
record UnbalancedStarts(Network network, int sign) implements StartSpace {
  private static final double SMALLEST = -2;
  private static final double LARGEST = 0.5;

  @Override
  public double[] draw(RandomGenerator random) {
    double[] numbers = new double[network.depth() + network.parameters()];
    for (int l = 0; l < network.depth(); l++) {
      numbers[l] = SMALLEST + (LARGEST - SMALLEST) * random.nextDouble();
    }
    for (int k = network.depth(); k < numbers.length; k++) {
      numbers[k] = random.nextGaussian();
    }
    return numbers;
  }

  @Override
  public double[] steps(double[] numbers) {
    double[] steps = new double[numbers.length];
    Arrays.fill(steps, 0.3);
    return steps;
  }

  @Override
  public Initial start(double[] numbers) {
    List<double[]> layers = new ArrayList<>();
    int next = network.depth();
    for (int l = 1; l <= network.depth(); l++) {
      int size = network.width(l) * network.width(l - 1);
      layers.add(layer(numbers[l - 1], Arrays.copyOfRange(numbers, next, next + size)));
      next += size;
    }
    int found = Starts.factors(network, layers).determinantSign();
    if (found == -sign) {
      negateFirstRow(layers.get(network.depth() - 1));
    }
    return new Initial.Factors(matrices(layers));
  }

  private static double[] layer(double logNorm, double[] entries) {
    double norm = Math.sqrt(Arrays.stream(entries).map(entry -> entry * entry).sum());
    double wanted = Math.pow(10, Math.min(LARGEST, Math.max(SMALLEST, logNorm)));
    return Arrays.stream(entries)
        .map(entry -> entry * wanted / Math.max(norm, Double.MIN_NORMAL))
        .toArray();
  }

  private void negateFirstRow(double[] layer) {
    for (int j = 0; j < network.width(network.depth() - 1); j++) {
      layer[j] = -layer[j];
    }
  }

  private List<List<List<Double>>> matrices(List<double[]> layers) {
    List<List<List<Double>>> matrices = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      int columns = network.width(l - 1);
      List<List<Double>> rows = new ArrayList<>();
      for (int i = 0; i < network.width(l); i++) {
        rows.add(Arrays.stream(layers.get(l - 1), i * columns, (i + 1) * columns).boxed().toList());
      }
      matrices.add(rows);
    }
    return matrices;
  }
}
