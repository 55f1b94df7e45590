package io.github.flowcert.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RadauCoefficientsTest {
  private static final double ROOT = Math.sqrt(6);

  /** Hairer and Wanner, Solving Ordinary Differential Equations II, table IV.5.6. */
  @Test
  void threeStagesAreTheKnownClosedForm() {
    RadauCoefficients radau = RadauCoefficients.ofStages(3);
    double[] nodes = {(4 - ROOT) / 10, (4 + ROOT) / 10, 1};
    double[] matrix = {
      (88 - 7 * ROOT) / 360, (296 - 169 * ROOT) / 1800, (-2 + 3 * ROOT) / 225,
      (296 + 169 * ROOT) / 1800, (88 + 7 * ROOT) / 360, (-2 - 3 * ROOT) / 225,
      (16 - ROOT) / 36, (16 + ROOT) / 36, 1.0 / 9
    };
    assertThat(radau.nodes()).containsExactly(nodes, within(1e-15));
    assertThat(radau.matrix()).containsExactly(matrix, within(1e-15));
  }

  /** Ibid., IV.8: gamma, the real eigenvalue of A, and the weights of the error estimate. */
  @Test
  void threeStagesHaveTheKnownErrorEstimate() {
    RadauCoefficients radau = RadauCoefficients.ofStages(3);
    double gamma = (6 + Math.cbrt(81) - Math.cbrt(9)) / 30;
    assertThat(radau.gamma()).isCloseTo(gamma, within(1e-14));
    double[] expected = {
      gamma / 3 * (-13 - 7 * ROOT), gamma / 3 * (-13 + 7 * ROOT), gamma / 3 * -1
    };
    assertThat(radau.errorWeights()).containsExactly(expected, within(1e-13));
  }

  @Test
  void fiveStagesIntegratePowersUpToOrderNineExactly() {
    RadauCoefficients radau = RadauCoefficients.ofStages(5);
    for (int power = 0; power < 9; power++) {
      double sum = 0;
      for (int j = 0; j < 5; j++) {
        sum += radau.matrix()[20 + j] * Math.pow(radau.nodes()[j], power);
      }
      assertThat(sum).as("integral of x^%s", power).isCloseTo(1.0 / (power + 1), within(1e-15));
    }
  }
}
