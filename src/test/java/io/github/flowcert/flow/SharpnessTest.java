package io.github.flowcert.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.testing.Matrices;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharpnessTest {

  private static double at(Network network, Carry start) {
    FactorsCoordinates coordinates = new FactorsCoordinates(network, start, 1e-8, 1e-8);
    return Sharpness.at(coordinates, Factors.flattened(start.factors()));
  }

  /** Near the end the largest eigenvalue is |w11|^(2 - 2/L). */
  @ParameterizedTest
  @CsvSource({"2, 2.8e-2", "3, 6.8e-3", "4, 3.4e-3"})
  void stabilityLimitsAtLossOneTenThousandthAreTheKnownOnes(int depth, double limit) {
    MatrixCompletion problem = MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}});
    Network network = new Network(problem, Collections.nCopies(depth - 1, 2));
    Carry end = Starts.product(network, new double[] {70.7, 1 - 2e-4, 1 - 2e-4, 0.01414});
    assertThat(2 / at(network, end)).isCloseTo(limit, within(0.02 * limit));
  }

  @Test
  void powerIterationForManyFactorsAgreesWithAClosedForm() {
    // Depth 1 and everything observed: the Hessian is the identity.
    double[] target = Matrices.gaussian(new Random(1), 121);
    Double[][] rows = new Double[11][11];
    for (int k = 0; k < target.length; k++) {
      rows[k / 11][k % 11] = target[k];
    }
    Network network = new Network(MatrixCompletion.of(rows), List.of());
    Carry start = Starts.product(network, Matrices.gaussian(new Random(2), 121));
    assertThat(at(network, start)).isCloseTo(1, within(1e-12));
  }

  @Test
  void powerIterationFindsTheLargestNotTheLargestInSize() {
    // Depth 2 near 0: the Hessian is [[0, -B^T], [-B, 0]] in effect, eigenvalues plus and minus.
    int n = 8;
    Double[][] rows = new Double[n][n];
    for (int k = 0; k < n * n; k++) {
      rows[k / n][k % n] = k / n == k % n ? 3.0 - 0.2 * (k % n) : 0.0;
    }
    Network network = new Network(MatrixCompletion.of(rows), List.of(n));
    Carry start = Starts.identity(network, 1e-6);
    assertThat(at(network, start)).isCloseTo(3, within(0.03));
  }
}
