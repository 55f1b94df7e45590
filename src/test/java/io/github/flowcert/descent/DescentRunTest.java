package io.github.flowcert.descent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.descent.DescentLog.Stop;
import io.github.flowcert.descent.DescentMethod.Adaptive;
import io.github.flowcert.descent.DescentMethod.GradientDescent;
import io.github.flowcert.descent.DescentMethod.Momentum;
import io.github.flowcert.descent.DescentMethod.Stochastic;
import io.github.flowcert.flow.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescentRunTest {
  private static final DescentGoals GOALS =
      new DescentGoals(30_000, 0.02, List.of(0.5, 0.1, 0.05), 4);

  private static Descent descent(DescentMethod method, Precision precision) {
    Network network = Starting.analysed(3);
    return method.start(network, Starting.identity(network, 0.1), 1e-3, precision);
  }

  @Test
  void iteratesAtLevelsAndAtEvenlySpacedLogarithmsAreKept() {
    DescentLog log =
        DescentRun.run(descent(new GradientDescent(), Precision.DOUBLE), GOALS, ignored -> {});

    assertThat(log.stop()).isEqualTo(Stop.LOSS);
    assertThat(log.points()).extracting(DescentPoint::iteration).isSorted().doesNotHaveDuplicates();
    assertThat(log.points())
        .extracting(DescentPoint::iteration)
        .contains(0L, 1L, 2L, 4L, 6L, 10L, 18L, 32L, 57L, 100L, 1000L);
    for (double level : new double[] {0.5, 0.1, 0.05, 0.02}) {
      DescentPoint first = log.firstAtOrBelow(level).orElseThrow();
      Descent again = descent(new GradientDescent(), Precision.DOUBLE);
      again.advance(first.iteration() - 1, 0, false);
      assertThat(again.loss()).isGreaterThan(level);
      assertThat(first.loss()).isLessThanOrEqualTo(level);
    }
  }

  @Test
  void theLastIterationAllowedIsKept() {
    DescentGoals few = new DescentGoals(77, 1e-9, List.of(), 4);
    DescentLog log =
        DescentRun.run(descent(new GradientDescent(), Precision.DOUBLE), few, ignored -> {});
    assertThat(log.stop()).isEqualTo(Stop.ITERATIONS);
    assertThat(log.end().iteration()).isEqualTo(77);
    assertThat(log.firstRise()).isNull();
  }

  @Test
  void theIteratesAroundTheFirstRiseAreKept() {
    Network network = Starting.analysed(2);
    Descent descent =
        new GradientDescent()
            .start(network, Starting.identity(network, 0.1), 0.6, Precision.DOUBLE);
    DescentLog log =
        DescentRun.run(descent, new DescentGoals(1000, 1e-9, List.of(), 1), ignored -> {});

    long rise = log.firstRise();
    List<DescentPoint> around =
        log.points().stream().filter(p -> Math.abs(p.iteration() - rise + 0.5) < 1).toList();
    assertThat(around).hasSize(2);
    assertThat(around.get(1).loss()).isGreaterThan(around.get(0).loss());
  }

  @Test
  void aDescentThatBlowsUpEndsWithItsLastFiniteIterate() {
    Descent descent =
        new GradientDescent()
            .start(Starting.scalar(), List.of(new double[] {2}), 3, Precision.DOUBLE);
    DescentLog log =
        DescentRun.run(descent, new DescentGoals(100_000, 1e-9, List.of(), 4), ignored -> {});
    assertThat(log.stop()).isEqualTo(Stop.DIVERGED);
    assertThat(log.end().loss()).isFinite();
    assertThat(log.firstRise()).isEqualTo(1);
  }

  @Test
  void aStartBelowTheLossAskedForIsTheEnd() {
    DescentLog log =
        DescentRun.run(
            descent(new GradientDescent(), Precision.DOUBLE),
            new DescentGoals(10, 5, List.of(), 4),
            ignored -> {});
    assertThat(log.stop()).isEqualTo(Stop.LOSS);
    assertThat(log.iteration()).isZero();
  }

  static Stream<Descent> everyKindOfDescent() {
    return Stream.of(
        descent(new GradientDescent(), Precision.DOUBLE),
        descent(new GradientDescent(), Precision.SINGLE),
        descent(new GradientDescent(), Precision.DOUBLE_DOUBLE),
        descent(new Momentum(0.5), Precision.DOUBLE),
        descent(new Stochastic(2, 3), Precision.DOUBLE),
        descent(new Adaptive(0.9), Precision.DOUBLE));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfDescent")
  void aDescentTakenUpAgainGoesOnAsIfItHadNotBeenBroken(Descent first) {
    double[] start = first.memory();
    List<DescentLog> logs = new ArrayList<>();
    DescentLog whole = DescentRun.run(first, GOALS, logs::add);

    for (int k = 0; k < logs.size(); k += 7) {
      first.restore(0, start);
      assertSame(DescentRun.resume(first, GOALS, logs.get(k), ignored -> {}), whole);
    }
  }

  private static void assertSame(DescentLog one, DescentLog other) {
    assertThat(one).usingRecursiveComparison().isEqualTo(other);
  }
}
