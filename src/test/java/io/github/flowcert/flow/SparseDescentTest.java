package io.github.flowcert.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.flowcert.problem.MatrixCompletion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SparseDescentTest {
  private static final int ROWS = 7;
  private static final int COLUMNS = 5;

  static List<List<Integer>> hidden() {
    return List.of(List.of(6), List.of(5, 6), List.of(9, 5, 6), List.of(5, 5, 8, 6));
  }

  /** The dense products of the small cases are an independent formulation of the same field. */
  @ParameterizedTest
  @MethodSource("hidden")
  void slopesAreThoseOfDenseProducts(List<Integer> hidden) {
    Network network = new Network(problem(), hidden);
    SparseDescent sparse = new SparseDescent(network, problem());
    for (int seed = 1; seed <= 3; seed++) {
      double[] y = new Random(seed).doubles(network.parameters(), -1, 1).toArray();
      assertThat(sparse.at(y))
          .containsExactly(
              new FactorProducts(network, factors(network, y)).descent(), offset(1e-13));
    }
  }

  /** The slope along a direction is minus the derivative of the loss, by central differences. */
  @ParameterizedTest
  @MethodSource("hidden")
  void slopesGoDownTheLoss(List<Integer> hidden) {
    Network network = new Network(problem(), hidden);
    SparseDescent sparse = new SparseDescent(network, problem());
    double[] y = new Random(4).doubles(network.parameters(), -1, 1).toArray();
    double[] slope = sparse.at(y);
    for (int k = 0; k < y.length; k += 11) {
      assertThat(slope[k]).isCloseTo(-derivative(network, y, k), offset(1e-7));
    }
  }

  @Test
  void depthOneIsRefused() {
    Network network = new Network(problem(), List.of());
    assertThatThrownBy(() -> new SparseDescent(network, problem()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double derivative(Network network, double[] y, int k) {
    double step = 1e-5;
    double[] up = y.clone();
    double[] down = y.clone();
    up[k] += step;
    down[k] -= step;
    return (loss(network, up) - loss(network, down)) / (2 * step);
  }

  private static double loss(Network network, double[] y) {
    double[] product = Factors.product(network, factors(network, y));
    double[] gradient = new double[product.length];
    problem().gradient(product, gradient);
    double sum = 0;
    for (double each : gradient) {
      sum += each * each / 2;
    }
    return sum;
  }

  private static List<double[]> factors(Network network, double[] y) {
    List<double[]> factors = new ArrayList<>();
    int at = 0;
    for (int l = 1; l <= network.depth(); l++) {
      int size = network.width(l) * network.width(l - 1);
      factors.add(Arrays.copyOfRange(y, at, at + size));
      at += size;
    }
    return factors;
  }

  private static MatrixCompletion problem() {
    Random random = new Random(5);
    Double[][] entries = new Double[ROWS][COLUMNS];
    for (Double[] row : entries) {
      for (int j = 0; j < COLUMNS; j++) {
        row[j] = random.nextInt(3) == 0 ? random.nextDouble() : null;
      }
    }
    return MatrixCompletion.of(entries);
  }
}
