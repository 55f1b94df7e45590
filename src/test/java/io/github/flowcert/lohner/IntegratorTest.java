package io.github.flowcert.lohner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.taylor.Node;
import io.github.flowcert.taylor.Tape;
import io.github.flowcert.taylor.TapeBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegratorTest {
  private static final double TOLERANCE = 0x1p-57;

  /** y' = c y. */
  private static Tape exponential(double rate) {
    TapeBuilder tape = new TapeBuilder(1);
    tape.slope(tape.state(0), tape.times(tape.state(0), Interval.of(rate)));
    return tape.build();
  }

  /** y' = y^2, which from 1 blows up at t = 1. */
  private static Tape square() {
    TapeBuilder tape = new TapeBuilder(1);
    tape.slope(tape.state(0), tape.square(tape.state(0)));
    return tape.build();
  }

  /** A pendulum without sines: x' = y, y' = x^3 - x, in either direction of time. */
  private static Tape oscillator(boolean backwards) {
    TapeBuilder tape = new TapeBuilder(2);
    Node x = tape.state(0);
    Node y = tape.state(1);
    Node force = tape.minus(tape.times(x, tape.square(x)), x);
    tape.slope(x, backwards ? tape.minus(y) : y);
    tape.slope(y, backwards ? tape.minus(force) : force);
    return tape.build();
  }

  private static LohnerSet box(Interval... entries) {
    return LohnerSet.of(IntervalMatrix.vector(entries));
  }

  private static Integrator.End run(Tape tape, int order, LohnerSet start, double until) {
    return new Integrator(tape, Orders.only(order), TOLERANCE)
        .integrate(start, until, step -> true);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 15, 22})
  void containsTheExponentialAtRandomTimesOfEveryStep(int order) {
    Random random = new Random(order);
    new Integrator(exponential(-1), Orders.only(order), TOLERANCE)
        .integrate(
            box(Interval.ONE),
            order < 4 ? 0.01 : 3,
            step -> {
              double t = step.from() + random.nextDouble() * (step.to() - step.from());
              Interval exact = Elementary.exp(Interval.of(-t));
              Interval found = step.slice(t, t).box().at(0);
              assertThat(found.intersection(exact).isEmpty()).isFalse();
              assertThat(found.width()).isLessThan(order < 8 ? 1e-11 : 1e-13);
              return true;
            });
  }

  @Test
  void containsAllTimesOfASpanAtOnce() {
    new Integrator(exponential(1), Orders.only(12), TOLERANCE)
        .integrate(
            box(Interval.of(1, 1.5)),
            2,
            step -> {
              Interval found = step.slice(step.from(), step.to()).box().at(0);
              assertThat(found.lower()).isLessThanOrEqualTo(Math.exp(step.from()));
              assertThat(found.upper()).isGreaterThanOrEqualTo(1.5 * Math.exp(step.to()));
              return true;
            });
  }

  /** y' = 1 - y from exactly 0 is 1 - exp(-t). */
  @Test
  void leavesZero() {
    TapeBuilder tape = new TapeBuilder(1);
    tape.slope(tape.state(0), tape.plus(tape.minus(tape.state(0)), Interval.ONE));
    Integrator.End end = run(tape.build(), 12, box(Interval.ZERO), 1);
    assertThat(end.stuck()).isFalse();
    Interval exact = Interval.ONE.minus(Elementary.exp(Interval.of(-1)));
    assertThat(end.set().box().at(0).intersection(exact).isEmpty()).isFalse();
    assertThat(end.set().box().at(0).width()).isLessThan(1e-14);
  }

  @Test
  void doesNotPassABlowUp() {
    Integrator.End end = run(square(), 12, box(Interval.ONE), 2);
    assertThat(end.stuck()).isTrue();
    assertThat(end.time()).isBetween(0.9, 1.0);
  }

  @Test
  void enclosesTheSolutionBeforeItBlowsUp() {
    Interval end = run(square(), 15, box(Interval.ONE), 0.875).set().box().at(0);
    assertThat(end.contains(8)).isTrue();
    assertThat(end.width()).isLessThan(1e-12);
  }

  @Test
  void nothingIsKnownFromStartsThatAreNotFinite() {
    assertThat(run(square(), 8, box(Interval.ENTIRE), 1).stuck()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 10, 20})
  void twoOrdersHaveTheSolutionInCommon(int order) {
    LohnerSet start = box(Interval.of(0.5), Interval.of(0.25));
    IntervalMatrix one = run(oscillator(false), order, start, 10).set().box();
    IntervalMatrix other = run(oscillator(false), 14, start, 10).set().box();
    assertThat(one.at(0).intersection(other.at(0)).isEmpty()).isFalse();
    assertThat(one.at(1).intersection(other.at(1)).isEmpty()).isFalse();
    assertThat(one.at(0).width()).isLessThan(1e-10);
  }

  @Test
  void backInTimeComesToASetAroundTheStart() {
    Interval around = Interval.of(-1e-3, 1e-3);
    LohnerSet start = box(Interval.of(0.5).plus(around), Interval.of(0.25).plus(around));
    LohnerSet end = run(oscillator(false), 8, start, 5).set();
    IntervalMatrix back = run(oscillator(true), 8, end, 5).set().box();
    assertThat(back.at(0).contains(start.box().at(0))).isTrue();
    assertThat(back.at(1).contains(start.box().at(1))).isTrue();
    assertThat(back.at(0).width()).isLessThan(1e-2);
  }

  @Test
  void halvesOfASetCoverItsStarts() {
    LohnerSet set =
        LohnerSet.of(
            box(Interval.of(0.5), Interval.of(0.25)).box(),
            IntervalMatrix.identity(2),
            IntervalMatrix.vector(Interval.of(-0.1, 0.1), Interval.of(-0.2, 0.2)));
    Interval lower = set.half(1, false).box().at(1);
    Interval upper = set.half(1, true).box().at(1);
    assertThat(lower.upper()).isGreaterThanOrEqualTo(upper.lower());
    assertThat(lower.hull(upper).contains(Interval.of(0.05, 0.45))).isTrue();
    assertThat(lower.width()).isLessThan(0.2001);
  }
}
