package io.github.flowcert.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.simulate.Trajectory;
import io.github.flowcert.simulate.Trajectory.SegmentSummary;
import io.github.flowcert.simulate.Trajectory.Stop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Horizons of runs over 2-by-2 matrices diag(1, ratio), made by hand. */
class TrustTest {
  private static final List<FlowState> SHRINKING =
      List.of(at(0, 1e-1, 1), at(1, 1e-3, 1), at(2, 1e-6, 1), at(3, 1e-9, 1));

  private static FlowState at(double time, double ratio, int sign) {
    return new FlowState(
        time,
        1 / (1 + time),
        2,
        2,
        new double[] {1, 0, 0, sign * ratio},
        new double[] {0, Math.log(ratio)},
        sign,
        Math.log(ratio),
        0,
        1);
  }

  private static Trajectory run(Stop stop, double representable, List<FlowState> curve) {
    double end = curve.get(curve.size() - 1).time();
    SegmentSummary segment =
        new SegmentSummary("product", "", "radau", 0, end, 3, "", representable);
    return new Trajectory(List.of(segment), stop, "why it stopped", 3, 0, 9, List.of(), curve);
  }

  private static Trajectory run(double representable, List<FlowState> curve) {
    return run(Stop.LOSS, representable, curve);
  }

  @Test
  void aRunThatTheSecondConfirmsIsTrustedToItsEnd() {
    Trust trust = Trust.measure(run(0, SHRINKING), SHRINKING, true);
    assertThat(trust.until().time()).isEqualTo(3);
    assertThat(trust.reason()).isNull();
  }

  @Test
  void trustEndsBeforeTheSignFlips() {
    List<FlowState> flipping = List.of(at(0, 0.1, 1), at(1, 0.01, 1), at(2, 0.01, -1), at(3, 1, 1));
    Trust trust = Trust.measure(run(0, flipping), flipping, true);
    assertThat(trust.until().time()).isEqualTo(1);
    assertThat(trust.reason()).contains("changes sign");
  }

  @Test
  void aNegativeDeterminantMayStayNegative() {
    List<FlowState> negative = List.of(at(0, 0.1, -1), at(1, 0.01, -1));
    assertThat(Trust.measure(run(0, negative), negative, true).reason()).isNull();
  }

  @Test
  void theSignMayFlipWhereTheoryAllowsIt() {
    List<FlowState> flipping = List.of(at(0, 0.1, 1), at(1, 0.1, -1));
    assertThat(Trust.measure(run(0, flipping), flipping, false).reason()).isNull();
  }

  @Test
  void trustEndsBeforeTheRatioFallsBelowWhatCanBeRepresented() {
    Trust trust = Trust.measure(run(1e-8, SHRINKING), SHRINKING, true);
    assertThat(trust.until().time()).isEqualTo(2);
    assertThat(trust.reason()).contains("below 1.0e-08 of the largest");
  }

  @Test
  void trustEndsBeforeTheSecondRunFindsAnotherSmallestSingularValue() {
    List<FlowState> second = List.of(at(1, 1e-3 * 1.001, 1), at(2, 1e-6 * 1.2, 1), at(3, 1e-9, 1));
    Trust trust = Trust.measure(run(0, SHRINKING), second, true);
    assertThat(trust.until().time()).isEqualTo(1);
    assertThat(trust.reason()).contains("finds another smallest singular value");
  }

  @Test
  void trustEndsWhereTheSecondRunEnds() {
    Trust trust = Trust.measure(run(0, SHRINKING), SHRINKING.subList(1, 3), true);
    assertThat(trust.until().time()).isEqualTo(2);
    assertThat(trust.reason()).contains("did not get further");
  }

  @Test
  void trustEndsBeforeProductsDifferWhereNoSignNeedBeKept() {
    List<FlowState> second = List.of(at(1, 1e-3, 1), at(2, 2e-3, 1), at(3, 1e-9, 1));
    Trust trust = Trust.measure(run(0, SHRINKING), second, false);
    assertThat(trust.until().time()).isEqualTo(1);
    assertThat(trust.reason()).contains("differs by more than 0.1 %");
  }

  @Test
  void aRunThatFailedIsTrustedToItsLastPointAndSaysWhyItFailed() {
    Trust trust = Trust.measure(run(Stop.FAILED, 0, SHRINKING), SHRINKING, true);
    assertThat(trust.until().time()).isEqualTo(3);
    assertThat(trust.reason()).isEqualTo("why it stopped");
  }
}
