package io.github.flowcert.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.RandomStarts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.problem.MatrixCompletion;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A flow with too many unknowns for an implicit method: 15 by 15, rank 1, depth 3. */
class LargeFlowTest {
  private static final int SIZE = 15;
  private static final Network NETWORK = new Network(problem(), List.of(SIZE, SIZE));
  private static final Carry START = RandomStarts.balancedGaussian(NETWORK, 1e-3, 3, 0);

  @Test
  void changesFromHighOrderToStabilisedOnceTheFlowIsStiffAndStaysBalanced() {
    Trajectory run = run(IntegratorKind.AUTO, 5e-9);

    assertThat(run.stop()).isEqualTo(Trajectory.Stop.LOSS);
    assertThat(run.segments())
        .extracting(Trajectory.SegmentSummary::integrator)
        .containsExactly("dormand-prince-853", "runge-kutta-chebyshev");
    assertThat(run.end().unbalancedness())
        .isLessThan(1e-8 * Math.sqrt(run.end().factorScale()))
        .isPositive();
  }

  @Test
  void agreesWithAnIntegratorThatNeverChanges() {
    FlowState changed = run(IntegratorKind.AUTO, 1e-8).samples().get(0);
    FlowState plain = run(IntegratorKind.DORMAND_PRINCE_853, 1e-11).samples().get(0);

    assertThat(changed.loss()).isCloseTo(1e-2, within(1e-12));
    assertThat(changed.time()).isCloseTo(plain.time(), within(1e-6 * plain.time()));
    for (int k = 0; k < changed.product().length; k++) {
      assertThat(changed.product()[k]).isCloseTo(plain.product()[k], within(1e-6));
    }
  }

  private static Trajectory run(IntegratorKind integrator, double tolerance) {
    FlowSettings settings =
        new FlowSettings(
            Formulation.FACTORS,
            integrator,
            tolerance,
            1e-12,
            1e-4,
            1e30,
            100_000,
            List.of(1e-2),
            List.of());
    return FlowRun.integrate(NETWORK, START, settings, step -> {});
  }

  /** Half the entries of a matrix of rank 1 and Frobenius norm 15. */
  private static MatrixCompletion problem() {
    Random random = new Random(5);
    double[] left = random.doubles(SIZE, -1, 1).toArray();
    double[] right = random.doubles(SIZE, -1, 1).toArray();
    Double[][] observed = new Double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        observed[i][j] = random.nextBoolean() ? 3 * left[i] * right[j] : null;
      }
    }
    return MatrixCompletion.of(observed);
  }
}
