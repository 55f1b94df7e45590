package io.github.flowcert.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.FlowState.Fit;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.problem.MatrixSensing;
import org.junit.jupiter.api.Test;

class LossSlopeTest {
  private static final MatrixCompletion PROBLEM =
      MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, -0.5}});

  private static FlowState state(double time, double[] product, double[] gradient) {
    double loss = MatrixCompletion.lossOfGradient(gradient);
    return new FlowState(time, loss, 2, 2, product, gradient, () -> null);
  }

  @Test
  void theSlopeIsTheDifferenceOfTheLosses() {
    // Losses (0.25 + 0.0625 + 1)/2 and (0.0625 + 0.0625 + 0.25)/2, half a unit of time apart.
    FlowState before = state(1, new double[] {7, 0.5, 1.25, 0.5}, new double[] {0, -0.5, 0.25, 1});
    FlowState after =
        state(1.5, new double[] {9, 0.75, 0.75, 0}, new double[] {0, -0.25, -0.25, 0.5});
    assertThat(LossSlope.between(PROBLEM, before, after)).isCloseTo(-0.9375, within(1e-15));
  }

  /** Gradients of measurements do not change as entries do, though they may be smaller. */
  @Test
  void theSlopeOfSensingIsTheDifferenceOfTheLosses() {
    MatrixSensing sensing =
        MatrixSensing.of(2, 2, new double[][] {{1, 0, 0, 2}, {0, 3, 1, 0}}, new double[] {5, 1});
    double[] w = {1, 0.5, 0.25, 1.9};
    double[] v = {1.1, 0.3, 0.25, 1.96};
    FlowState before = new FlowState(1, sensing.loss(w), 2, 2, w, gradient(sensing, w), () -> null);
    FlowState after =
        new FlowState(1.25, sensing.loss(v), 2, 2, v, gradient(sensing, v), () -> null);
    // Residuals -0.2 and 0.75, then 0.02 and 0.15.
    double change = (0.02 * 0.02 + 0.15 * 0.15 - 0.2 * 0.2 - 0.75 * 0.75) / 2;
    assertThat(LossSlope.between(sensing, before, after)).isCloseTo(change / 0.25, within(1e-14));
    assertThat(LossSlope.rounding(sensing, before, after)).isBetween(1e-16, 1e-13);
  }

  /** The residual 3 has become 3 - 2e-20, which no difference of doubles tells. */
  @Test
  void whatResidualsLoseTheFittedNumbersGain() {
    Fit before = new Fit(new double[] {1e-20, 5}, new double[] {3, 1e-9});
    Fit after = new Fit(new double[] {3e-20, 5}, new double[] {3, 2.5e-10});
    FitChange change = new FitChange(before, after);
    double fast = 2.5e-10 * 2.5e-10 - 1e-9 * 1e-9;
    assertThat(change.ofLoss()).isCloseTo(-6 * 2e-20 + fast, within(1e-32));
    assertThat(change.rounding()).isBetween(1.8e-19, 1e-17);
  }

  private static double[] gradient(MatrixSensing problem, double[] w) {
    double[] gradient = new double[4];
    problem.gradient(w, gradient);
    return gradient;
  }

  @Test
  void anEntryThatFallsTowardsZeroIsSeenThoughItsResidualStandsStill() {
    // w22 halves from 1e-18; its residual is 0.5 in doubles, and the slope 0.5 times its change.
    FlowState before = state(1, new double[] {1e18, 1, 1, 1e-18}, new double[] {0, 0, 0, 0.5});
    FlowState after = state(3, new double[] {2e18, 1, 1, 5e-19}, new double[] {0, 0, 0, 0.5});
    assertThat(after.loss()).isEqualTo(before.loss());
    assertThat(LossSlope.between(PROBLEM, before, after)).isCloseTo(-1.25e-19, within(1e-33));
    assertThat(LossSlope.rounding(PROBLEM, before, after)).isBetween(1e-35, 1e-32);
    FlowState grown = state(3, new double[] {2e18, 1, 1, 2e-18}, new double[] {0, 0, 0, 0.5});
    assertThat(LossSlope.between(PROBLEM, before, grown)).isCloseTo(2.5e-19, within(1e-33));
  }

  @Test
  void aResidualThatFallsTowardsZeroIsSeenThoughItsEntryStandsStill() {
    FlowState before = state(0, new double[] {9, 1, 1, -0.5}, new double[] {0, -2e-20, 0, 0});
    FlowState after = state(1, new double[] {9, 1, 1, -0.5}, new double[] {0, -1e-20, 0, 0});
    assertThat(LossSlope.between(PROBLEM, before, after)).isCloseTo(-1.5e-40, within(1e-54));
    // Whether the residual was carried or is a rounded difference to 1, the slope does not tell.
    assertThat(LossSlope.rounding(PROBLEM, before, after)).isGreaterThan(1e-36);
  }
}
