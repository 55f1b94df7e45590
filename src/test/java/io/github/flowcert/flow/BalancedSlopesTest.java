package io.github.flowcert.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.testing.Flows;
import io.github.flowcert.testing.Problems;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BalancedSlopesTest {

  @Test
  void theLossFallsByTheSquaredGradientByAllFactorsAndTheProductMovesByLemmaOne() {
    Random random = new Random(11);
    for (int depth = 1; depth <= 4; depth++) {
      for (int[] size : new int[][] {{2, 2}, {3, 2}, {2, 4}}) {
        MatrixCompletion problem = Problems.random(random, size[0], size[1]);
        Network network = Problems.network(problem, depth);
        double[] product = random.doubles((long) size[0] * size[1], -1, 1).toArray();
        Carry start = Problems.at(network, product);
        FlowState state = StartState.of(network, start);
        double expected = -squaredGradient(network, start);
        assertThat(BalancedSlopes.ofLoss(state, depth))
            .isCloseTo(expected, within(1e-6 * Math.abs(expected) + 1e-12));
        double[] slope = Flows.lemmaOne(depth, product, start.gradient(), size[0], size[1]);
        assertThat(BalancedSlopes.ofProduct(state, depth)).containsExactly(slope, within(1e-10));
      }
    }
  }

  /** By central differences of the loss in every entry of every factor. */
  private static double squaredGradient(Network network, Carry start) {
    double step = 1e-5;
    double sum = 0;
    for (double[] factor : start.factors()) {
      for (int k = 0; k < factor.length; k++) {
        double kept = factor[k];
        factor[k] = kept + step;
        double ahead = loss(network, start);
        factor[k] = kept - step;
        double behind = loss(network, start);
        factor[k] = kept;
        sum += Math.pow((ahead - behind) / (2 * step), 2);
      }
    }
    return sum;
  }

  private static double loss(Network network, Carry start) {
    double[] product = Factors.product(network, start.factors());
    return MatrixCompletion.lossOfGradient(Problems.gradient(network, product));
  }
}
