package io.github.flowcert.enclose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.lohner.Integrator;
import io.github.flowcert.lohner.IntervalMatrix;
import io.github.flowcert.lohner.Orders;
import io.github.flowcert.lohner.Step;
import io.github.flowcert.testing.ReferenceTrajectory;
import io.github.flowcert.testing.ReferenceTrajectory.Sample;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tubes contain trajectories of 40 digits, and solutions in closed form. */
class TubesOfReferencesTest {
  private static final double TOLERANCE = 0x1p-57;

  /** Times and products of the references have 16 digits, determinants 10. */
  private static final double OFF = 1e-13;

  private static Interval decimal(double value) {
    return Interval.of(BigDecimal.valueOf(value));
  }

  static Stream<ReferenceTrajectory> references() throws IOException {
    return ReferenceTrajectory.all().stream();
  }

  private static Residuals problem(ReferenceTrajectory reference) {
    return new Residuals(
        2,
        2,
        List.of(
            Optional.empty(),
            Optional.of(decimal(reference.z())),
            Optional.of(decimal(reference.zp())),
            Optional.of(decimal(reference.eps()))));
  }

  private static TubeStart start(ReferenceTrajectory reference) {
    Interval scale = decimal(reference.alpha());
    boolean same = reference.z() * reference.zp() > 0;
    Interval[] product = {scale, Interval.ZERO, Interval.ZERO, same ? scale : scale.negate()};
    return TubeStarts.balanced(reference.depth(), problem(reference), product, Interval.ZERO)
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("references")
  void tubesContainTheReferenceTrajectories(ReferenceTrajectory reference) {
    List<Sample> samples = reference.samples().stream().filter(s -> s.time() < 50).toList();
    assertThat(samples).isNotEmpty();
    TubeStart start = start(reference);
    double last = samples.get(samples.size() - 1).time();
    int[] seen = {0};
    new Integrator(start.coordinates().tape(), new Orders(8, 22), TOLERANCE)
        .integrate(
            start.set(),
            last + 1,
            step -> {
              for (Sample sample : samples) {
                if (step.from() < sample.time() && sample.time() <= step.to()) {
                  seen[0]++;
                  check(start.coordinates(), step, sample);
                }
              }
              return true;
            });
    assertThat(seen[0]).isEqualTo(samples.size());
  }

  private static void check(Coordinates coordinates, Step step, Sample sample) {
    IntervalMatrix box = step.slice(sample.time(), sample.time()).box();
    TubeState state = coordinates.at(box.entries(), Interval.of(sample.time()));
    for (int k = 0; k < 4; k++) {
      double exact = sample.product().get(k / 2).get(k % 2);
      contains(state.product().get(k).values(), exact, OFF * 10);
    }
    contains(
        state.determinant().orElseThrow().values(),
        sample.determinant(),
        5e-10 * Math.abs(sample.determinant()));
  }

  private static void contains(Interval found, double exact, double off) {
    assertThat(found.lower()).isLessThanOrEqualTo(exact + off);
    assertThat(found.upper()).isGreaterThanOrEqualTo(exact - off);
    assertThat(found.width()).isLessThan(1e-9);
  }

  /** Diagonal entries observed as 1: each singular value s has s' = -2 s (s - 1) at depth 2. */
  private static final Residuals DIAGONAL =
      new Residuals(
          2,
          2,
          List.of(
              Optional.of(Interval.ONE),
              Optional.empty(),
              Optional.empty(),
              Optional.of(Interval.ONE)));

  /** s(t) = 1 / (1 + (1 / s(0) - 1) exp(-2t)). */
  private static Interval logistic(Interval start, double time) {
    Interval rest = Interval.ONE.dividedBy(start).minus(Interval.ONE);
    Interval decay = Elementary.exp(Interval.of(-2 * time));
    return Interval.ONE.dividedBy(Interval.ONE.plus(rest.times(decay)));
  }

  @ParameterizedTest
  @CsvSource({"true, 4", "true, 10", "true, 20", "false, 4", "false, 10", "false, 20"})
  void tubesContainTheLogisticSolutionAtDepth2(boolean balanced, int order) {
    Interval tenth = decimal(0.1);
    TubeStart start =
        balanced
            ? TubeStarts.balanced(
                    2,
                    DIAGONAL,
                    new Interval[] {tenth, Interval.ZERO, Interval.ZERO, tenth},
                    Interval.ZERO)
                .orElseThrow()
            : TubeStarts.identity(List.of(2, 2, 2), DIAGONAL, tenth.sqrt());
    Random random = new Random(order);
    new Integrator(start.coordinates().tape(), Orders.only(order), TOLERANCE)
        .integrate(
            start.set(),
            order < 5 ? 0.5 : 8,
            step -> {
              double t = step.from() + random.nextDouble() * (step.to() - step.from());
              TubeState state =
                  start.coordinates().at(step.slice(t, t).box().entries(), Interval.of(t));
              Interval entry = state.product().get(3).values();
              assertThat(entry.intersection(logistic(tenth, t)).isEmpty()).isFalse();
              assertThat(entry.width()).isLessThan(1e-11);
              return true;
            });
  }

  @Test
  void tubesContainTheExponentialSolutionAtDepth1() {
    Interval[] zeros = {Interval.ZERO, Interval.ZERO, Interval.ZERO, Interval.ZERO};
    TubeStart start = TubeStarts.factors(List.of(2, 2), DIAGONAL, zeros, Interval.ZERO);
    new Integrator(start.coordinates().tape(), new Orders(8, 22), TOLERANCE)
        .integrate(
            start.set(),
            5,
            step -> {
              Interval found = step.slice(step.to(), step.to()).box().at(0);
              Interval decay = Elementary.exp(Interval.of(-step.to()));
              assertThat(found.intersection(Interval.ONE.minus(decay)).isEmpty()).isFalse();
              assertThat(found.width()).isLessThan(1e-13);
              return true;
            });
  }

  @ParameterizedTest
  @CsvSource({"true, 2", "true, 3", "true, 4", "false, 2", "false, 3"})
  void runsOfTwoOrdersHaveTheTrajectoryInCommon(boolean balanced, int depth) {
    Interval[] one = end(balanced, depth, 9);
    Interval[] other = end(balanced, depth, 18);
    for (int k = 0; k < one.length; k++) {
      assertThat(one[k].intersection(other[k]).isEmpty()).isFalse();
      assertThat(one[k].width()).isLessThan(1e-10);
    }
  }

  private static Interval[] end(boolean balanced, int depth, int order) {
    Interval half = Interval.of(0.5);
    Interval[] product = {half, decimal(0.1), decimal(-0.2), half};
    TubeStart start =
        balanced
            ? TubeStarts.balanced(depth, DIAGONAL, product, Interval.ZERO).orElseThrow()
            : TubeStarts.identity(java.util.Collections.nCopies(depth + 1, 2), DIAGONAL, half);
    return new Integrator(start.coordinates().tape(), Orders.only(order), TOLERANCE)
        .integrate(start.set(), 4, step -> true)
        .set()
        .box()
        .entries();
  }
}
