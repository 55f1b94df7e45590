package io.github.flowcert.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.flow.Carry;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.flow.Network;
import io.github.flowcert.flow.RandomStarts;
import io.github.flowcert.flow.Starts;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.simulate.Trajectory.Stop;
import io.github.flowcert.testing.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowRunTest {
  /** Stretches between two events shorter than this share of the time are not looked at. */
  private static final double SLIVER = 1e-12;

  private static final Network NETWORK = Problems.network(Problems.analysed(0), 3);
  private static final Carry START = Starts.identity(NETWORK, 1e-2);

  /** b22 < 0 where the determinant allows only positive products: w22 goes to 0, not to -1/4. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void forbiddenTargetStallsAtHalfItsSquare(int depth) {
    Network network = Problems.network(Problems.analysed(-0.25), depth);
    Trajectory trajectory =
        Problems.run(network, Starts.identity(network, 1e-3), Problems.until(1e-8, 0.1, 0.04));
    assertThat(trajectory.stop()).as(trajectory.stopReason()).isEqualTo(Stop.STALLED);
    assertThat(trajectory.end().loss()).isCloseTo(0.03125, within(1e-9));
    assertThat(trajectory.end().determinantSign()).isEqualTo(1);
    assertThat(trajectory.samples()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void recordedLossesAreTheLossesOfTheirSamples(Formulation formulation) {
    Double[] losses = {0.5, 0.1, 0.033, 1e-2, 1e-3};
    FlowSettings settings = Problems.until(5e-4, losses).with(formulation, IntegratorKind.AUTO);
    List<FlowState> samples = Problems.run(NETWORK, START, settings).samples();
    assertThat(samples).hasSize(6);
    for (int k = 0; k < 5; k++) {
      assertThat(samples.get(k).loss() / losses[k]).isCloseTo(1, within(1e-10));
    }
    assertThat(samples.get(5).loss() / 5e-4).isCloseTo(1, within(1e-10));
  }

  @Test
  void recordedTimesAreTheTimesOfTheirSamples() {
    FlowSettings settings = Problems.until(0).upTo(30, List.of(1e-3, 0.5, 7.0, 25.0));
    Trajectory trajectory = Problems.run(NETWORK, START, settings);
    assertThat(trajectory.stop()).isEqualTo(Stop.TIME);
    assertThat(trajectory.samples()).extracting(FlowState::time).hasSize(5);
    double[] times = trajectory.samples().stream().mapToDouble(FlowState::time).toArray();
    assertThat(times).containsExactly(new double[] {1e-3, 0.5, 7, 25, 30}, within(1e-12));
  }

  @Test
  void timeThatIsTheEndIsSampledOnce() {
    FlowSettings settings = Problems.until(0).upTo(5, List.of(2.0, 5.0));
    assertThat(Problems.run(NETWORK, START, settings).samples())
        .extracting(FlowState::time)
        .containsExactly(2.0, 5.0);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void limitOfStepsStopsEveryIntegrator(IntegratorKind kind) {
    FlowSettings some = Problems.until(1e-12).with(Formulation.AUTO, kind);
    FlowSettings settings =
        new FlowSettings(
            some.formulation(), kind, 1e-8, 1e-12, 1e-12, 1e30, 7, List.of(), List.of());
    Trajectory trajectory = Problems.run(NETWORK, START, settings);
    assertThat(trajectory.stop()).isEqualTo(Stop.STEPS);
    assertThat(trajectory.steps()).isEqualTo(7);
    assertThat(trajectory.samples()).hasSize(1);
    assertThat(trajectory.end().time()).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void startWithoutLossStopsAtOnce(Formulation formulation) {
    Carry done = Starts.product(NETWORK, new double[] {3, 1, 1, 0});
    // Balanced factors multiply back to rounding only.
    FlowSettings settings = Problems.until(1e-28, 0.1).with(formulation, IntegratorKind.AUTO);
    Trajectory trajectory = Problems.run(NETWORK, done, settings);
    assertThat(trajectory.stop()).isEqualTo(Stop.LOSS);
    assertThat(trajectory.steps()).isZero();
    assertThat(trajectory.samples()).hasSize(1);
    assertThat(trajectory.end().time()).isZero();
    assertThat(trajectory.end().loss()).isLessThanOrEqualTo(1e-28);
  }

  /** Zero is a fixed point of every depth from 2 on: nothing moves, and nothing breaks. */
  @ParameterizedTest
  @EnumSource
  void zeroStartStalls(Formulation formulation) {
    Carry zero = Starts.product(NETWORK, new double[4]);
    FlowSettings settings = Problems.until(1e-8).with(formulation, IntegratorKind.AUTO);
    Trajectory trajectory = Problems.run(NETWORK, zero, settings);
    assertThat(trajectory.stop()).as(trajectory.stopReason()).isEqualTo(Stop.STALLED);
    assertThat(trajectory.end().loss()).isEqualTo(1);
    assertThat(trajectory.end().product()).containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource
  void singularValuesThatAreZeroStayZero(Formulation formulation) {
    Network network = Problems.network(Problems.appendixA(3), 3);
    Carry start = Starts.product(network, new double[] {0.5, 0.1, 0, 0.2, 0.3, 0, 0, 0, 0});
    FlowSettings settings =
        Problems.until(1e-8).with(formulation, IntegratorKind.AUTO).upTo(20, List.of(5.0, 20.0));
    Trajectory trajectory = Problems.run(network, start, settings);
    assertThat(trajectory.stop()).as(trajectory.stopReason()).isEqualTo(Stop.TIME);
    for (FlowState sample : trajectory.samples()) {
      assertThat(sample.determinantSign()).isZero();
      assertThat(sample.logSingularValues()[2]).isEqualTo(Double.NEGATIVE_INFINITY);
      // What remains is the unreachable target 1 at (3,3).
      assertThat(sample.entry(3, 3)).isZero();
    }
  }

  static Stream<Arguments> reachableTargets() {
    return Stream.of(
        Arguments.of(Problems.observed(new double[] {2, 0, 0, 1}, 2, 2), 2),
        Arguments.of(Problems.observed(new double[] {2, 0.3, -0.1, 1}, 2, 2), 3),
        Arguments.of(Problems.observed(new double[] {2, 0, 0, 0, 1, 0, 0, 0, 3}, 3, 3), 2),
        Arguments.of(Problems.observed(new double[] {2, 0.3, 0.1, 0, 1, 0, 0.4, 0, 3}, 3, 3), 3),
        Arguments.of(Problems.observed(new double[] {2}, 1, 1), 3),
        Arguments.of(Problems.observed(new double[] {2, 1}, 1, 2), 3));
  }

  /** The loss falls below every rounding error, to 0 in places; that is no reason to crawl. */
  @ParameterizedTest
  @MethodSource("reachableTargets")
  void runToATimeGoesThereHoweverSmallTheLossBecomes(MatrixCompletion problem, int depth) {
    Network network = Problems.network(problem, depth);
    FlowSettings settings = Problems.until(0).upTo(1e3, List.of(1.0));
    Trajectory trajectory = Problems.run(network, Starts.identity(network, 1), settings);
    assertThat(trajectory.stop()).as(trajectory.stopReason()).isEqualTo(Stop.TIME);
    assertThat(trajectory.samples()).hasSize(2);
    assertThat(trajectory.end().time()).isEqualTo(1e3);
    assertThat(trajectory.end().loss()).isLessThan(1e-28);
    assertThat(trajectory.steps()).isLessThan(400);
  }

  /** Two of three singular values become small: the determinant is a sum of tiny minors. */
  @Test
  void limitOfRankOneIsApproachedWithoutCrawling() {
    Network network =
        Problems.network(
            Problems.completion(
                new Double[] {-1.0, null, -1.0},
                new Double[] {null, 2.0, null},
                new Double[] {-1.0, null, -1.0}),
            3);
    Carry start = RandomStarts.balancedGaussian(network, 1.7e-5, 7, 0);
    FlowSettings settings = Problems.until(1e-10);
    Trajectory graded = Problems.run(network, start, settings);
    assertThat(graded.stop()).as(graded.stopReason()).isEqualTo(Stop.LOSS);
    assertThat(graded.steps()).isLessThan(1000);
    FlowState factors =
        Problems.run(network, start, settings.with(Formulation.FACTORS, IntegratorKind.AUTO)).end();
    assertThat(graded.end().time() / factors.time()).isCloseTo(1, within(1e-4));
    assertThat(graded.end().product()).containsExactly(factors.product(), within(1e-5));
  }

  @Test
  void unbalancedStartsAreFollowedInTheFactors() {
    Trajectory trajectory =
        Problems.run(NETWORK, RandomStarts.gaussian(NETWORK, 0.1, 3, 1), Problems.until(1e-2));
    assertThat(trajectory.stop()).isEqualTo(Stop.LOSS);
    assertThat(trajectory.segments()).hasSize(1);
    assertThat(trajectory.segments().get(0).formulation()).isEqualTo("factors");
    double before = trajectory.curve().get(0).unbalancedness();
    assertThat(before).isGreaterThan(1e-3);
    assertThat(trajectory.end().unbalancedness() / before).isCloseTo(1, within(1e-6));
  }

  @Test
  void listenerSeesEveryStepOnceAndInOrder() {
    List<DenseStep> steps = new ArrayList<>();
    Trajectory trajectory =
        FlowRun.integrate(NETWORK, START, Problems.until(1e-6, 0.1, 1e-3), steps::add);
    double time = 0;
    double loss = Double.POSITIVE_INFINITY;
    for (DenseStep step : steps) {
      assertThat(step.points().get(0).time()).isCloseTo(time, within(SLIVER * time));
      for (FlowState point : step.points()) {
        assertThat(point.time()).isGreaterThanOrEqualTo(time * (1 - SLIVER));
        assertThat(point.loss()).isLessThanOrEqualTo(loss * (1 + 1e-9));
        assertThat(step.at().time(point.time()).loss() / point.loss()).isCloseTo(1, within(1e-6));
        time = point.time();
        loss = point.loss();
      }
    }
    assertThat(time).isCloseTo(trajectory.end().time(), within(SLIVER * time));
    assertThat(steps).hasSizeGreaterThanOrEqualTo(trajectory.steps());
  }

  @Test
  void segmentsCoverTheRunAndCountItsSteps() {
    Network network = Problems.network(Problems.analysed(0.25), 2);
    Trajectory trajectory =
        Problems.run(network, Starts.identity(network, 1e-4), Problems.until(1e-8));
    double time = 0;
    int steps = 0;
    for (Trajectory.SegmentSummary segment : trajectory.segments()) {
      assertThat(segment.from()).isEqualTo(time);
      assertThat(segment.to()).isGreaterThan(time);
      time = segment.to();
      steps += segment.steps();
    }
    assertThat(time).isCloseTo(trajectory.end().time(), within(SLIVER * time));
    assertThat(steps).isEqualTo(trajectory.steps());
    assertThat(trajectory.rejected()).isNotNegative();
    assertThat(trajectory.evaluations()).isGreaterThan(trajectory.steps());
  }

  @Test
  void wellPosedTargetIsReachedWithAFiniteProduct() {
    // det = w11 / 4 - 1 stays positive, so w11 tends to 4 from above.
    Network network = Problems.network(Problems.analysed(0.25), 2);
    FlowState end =
        Problems.run(network, Starts.identity(network, 1e-3), Problems.until(1e-14)).end();
    double determinant = end.entry(1, 1) * end.entry(2, 2) - end.entry(1, 2) * end.entry(2, 1);
    assertThat(Math.log(determinant)).isCloseTo(end.logAbsDeterminant(), within(1e-4));
    assertThat(end.entry(1, 1)).isCloseTo(4, within(1e-5));
    assertThat(end.determinantSign()).isEqualTo(1);
  }

  /** Near the start the slope of the loss is minus |grad phi|^2 = 2 a (2 + a^2) at depth 2. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-7, 1e-9, 1e-12, 2e-16})
  @Timeout(20)
  void aLossNextToThatOfTheStartIsReachedAtOnce(double fall) {
    double scale = 1e-3;
    Network network = Problems.network(Problems.analysed(0), 2);
    double begin = 1 + scale * scale / 2;
    double until = begin * (1 - fall);
    Trajectory run =
        Problems.run(network, Starts.identity(network, scale), Problems.until(until, 1e-6));
    assertThat(run.stop()).isEqualTo(Stop.LOSS);
    assertThat(run.steps()).isLessThan(50);
    double time = (begin - until) / (2 * scale * (2 + scale * scale));
    // The digits of the loss next to its start.
    assertThat(run.end().time()).isCloseTo(time, within(1e-4 * time + 1e-13));
  }
}
