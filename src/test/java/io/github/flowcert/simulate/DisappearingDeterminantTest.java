package io.github.flowcert.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.testing.Problems;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The analysed problem from a scaled identity, down to losses where the determinant is 1e-1e11. */
class DisappearingDeterminantTest {

  /**
   * First time at each loss, w11 and det for alpha = 1e-3; where it is negative, log10 det.
   * Computed with SciPy 1.10 (Radau) and a 40-digit Taylor integrator; last, the relative accuracy
   * of log10 det that the digits allow.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 1e-1, 7.3692593, 1.8293884, -7.58, 7e-4",
    "2, 1e-2, 73.639456, 6.9310769, -18.71, 3e-4",
    "2, 1e-3, 1908.4766, 22.316003, -117.9, 5e-4",
    "2, 1e-4, 59067.283, 70.696537, -1096.6, 5e-5",
    "2, 1e-6, 5.892698e7, 707.10537, -1.0859e5, 5e-5",
    "2, 1e-8, 5.8925579e10, 7071.0677, -1.0857e7, 5e-5",
    "2, 1e-12, 5.8925565e16, 707106.78, -1.0857e11, 5e-5",
    "3, 1e-1, 11.83357342, 1.83684253, 2.541549e-4, 1e-7",
    "3, 1e-2, 39.38236717, 6.93396291, 3.833121e-4, 1e-7",
    "3, 1e-3, 525.0942306, 22.31861230, 1.164259e-4, 1e-7",
    "3, 1e-4, 10743.62, 70.696807, 3.813e-6, 2e-5",
    "3, 1e-6, 4.96087e6, 707.105, 4.97e-10, 1e-4",
    "3, 1e-8, 2.3025208e9, 7071.0677, 5.00e-14, 1e-4",
    "3, 1e-12, 4.960628e14, 707106.78, -21.301, 3e-5",
    "4, 1e-1, 17.68968987, 1.84450614, 5.311870e-4, 1e-7",
    "4, 1e-2, 34.61119743, 6.94114466, 1.354344e-3, 1e-7",
    "4, 1e-3, 266.6822246, 22.36362899, 2.125591e-3, 1e-7",
    "4, 1e-4, 4253.025, 70.766995, 9.96e-4, 1e-4"
  })
  void timesEntriesAndDeterminantsAreThoseOfIndependentPrograms(
      int depth, double loss, double time, double entry, double determinant, double digits) {
    FlowState sample = sampleAt(depth, loss);
    assertThat(sample.time() / time).isCloseTo(1, within(1e-6));
    assertThat(sample.entry(1, 1) / entry).isCloseTo(1, within(1e-6));
    double actual = sample.logAbsDeterminant() / Math.log(10);
    double log10 = determinant < 0 ? determinant : Math.log10(determinant);
    assertThat(actual / log10).isCloseTo(1, within(digits));
    assertThat(sample.determinantSign()).isEqualTo(1);
  }

  private static FlowState sampleAt(int depth, double loss) {
    Network network = Problems.network(Problems.analysed(0), depth);
    Trajectory trajectory =
        Problems.run(network, Starts.identity(network, 1e-3), Problems.until(loss));
    assertThat(trajectory.stop()).isEqualTo(Trajectory.Stop.LOSS);
    return trajectory.end();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1e-1", "2, 1e-3", "2, 1e-8", "3, 1e-1", "3, 1e-3", "3, 1e-8", "4, 1e-1", "4, 1e-3",
    "4, 1e-8", "5, 1e-1", "5, 1e-3", "5, 1e-8"
  })
  void identityStartsKeepTheirSignToLossOneTrillionthInFewSteps(int depth, double alpha) {
    Network network = Problems.network(Problems.analysed(0), depth);
    List<Double> excesses = new ArrayList<>();
    Trajectory trajectory =
        FlowRun.integrate(
            network,
            Starts.identity(network, alpha),
            Problems.until(1e-12),
            step -> step.points().forEach(point -> excesses.add(excess(point))));
    FlowState end = trajectory.end();
    assertThat(trajectory.stop()).isEqualTo(Trajectory.Stop.LOSS);
    assertThat(end.determinantSign()).isEqualTo(1);
    assertThat(Math.abs(end.entry(1, 1)) * Math.sqrt(2 * end.loss())).isCloseTo(1, within(1e-6));
    assertThat(trajectory.steps()).isLessThanOrEqualTo(2000);
    assertThat(excesses).allMatch(excess -> excess > -1e-9);
  }

  /**
   * How far |w11| lies above the least that any matrix of non-negative determinant and this loss
   * can have, {@code (1-a)^(3/2) / sqrt(a)} with {@code a = (sqrt(1+8 loss)-1)/2}; relative.
   */
  private static double excess(FlowState state) {
    double loss = state.loss();
    if (loss >= 1) {
      return 0;
    }
    double a = 4 * loss / (Math.sqrt(1 + 8 * loss) + 1);
    double least = Math.pow(1 - a, 1.5) / Math.sqrt(a);
    return state.entry(1, 1) / least - 1;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void determinantStaysNegativeFromTheOtherSide(int depth) {
    // One target's sign is changed, so that negative determinants are the ones attracted.
    Network network =
        Problems.network(
            Problems.completion(new Double[] {null, 1.0}, new Double[] {-1.0, 0.0}), depth);
    Trajectory mirrored =
        Problems.run(
            network,
            Starts.product(network, new double[] {1e-3, 0, 0, -1e-3}),
            Problems.until(1e-4));
    FlowState expected = sampleAt(depth, 1e-4);
    assertThat(mirrored.end().determinantSign()).isEqualTo(-1);
    assertThat(mirrored.end().time() / expected.time()).isCloseTo(1, within(1e-6));
    assertThat(mirrored.end().entry(1, 1) / expected.entry(1, 1)).isCloseTo(1, within(1e-6));
    assertThat(mirrored.end().logAbsDeterminant() / expected.logAbsDeterminant())
        .isCloseTo(1, within(1e-6));
  }

  /** Appendix A: the problem in d dimensions holds the 2-by-2 problem and d - 2 scalars. */
  @Test
  void higherDimensionsOfAppendixAKeepTheDeterminantPositive() {
    FlowState[] ends = new FlowState[5];
    for (int d = 2; d <= 4; d++) {
      Network network = Problems.network(Problems.appendixA(d), 2);
      Trajectory trajectory =
          Problems.run(network, Starts.identity(network, 1e-2), Problems.until(1e-4));
      ends[d] = trajectory.end();
      assertThat(trajectory.stop()).isEqualTo(Trajectory.Stop.LOSS);
      assertThat(trajectory.curve()).allMatch(state -> state.determinantSign() == 1);
    }
    double two = ends[2].logAbsDeterminant();
    assertThat(two).isLessThan(-1000);
    assertThat(ends[3].logAbsDeterminant() / two).isCloseTo(1, within(1e-6));
    assertThat(ends[4].logAbsDeterminant() / ends[3].logAbsDeterminant())
        .isCloseTo(1, within(1e-6));
    assertThat(ends[4].entry(1, 1) / ends[2].entry(1, 1)).isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void appendixAInThreeDimensionsAgreesWithTwoToTinyLosses(int depth) {
    Network three = Problems.network(Problems.appendixA(3), depth);
    Trajectory trajectory =
        Problems.run(three, Starts.identity(three, 1e-3), Problems.until(1e-10));
    FlowState expected = sampleAt(depth, 1e-10);
    FlowState end = trajectory.end();
    assertThat(trajectory.stop()).as(trajectory.stopReason()).isEqualTo(Trajectory.Stop.LOSS);
    assertThat(end.determinantSign()).isEqualTo(1);
    assertThat(end.entry(1, 1) / expected.entry(1, 1)).isCloseTo(1, within(1e-6));
    assertThat(end.logAbsDeterminant() / expected.logAbsDeterminant()).isCloseTo(1, within(1e-5));
    assertThat(trajectory.steps()).isLessThanOrEqualTo(3000);
  }
}
