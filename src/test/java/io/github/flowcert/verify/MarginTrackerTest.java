package io.github.flowcert.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.simulate.DenseStep;
import io.github.flowcert.verify.MarginSearch.Worst;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Margins that are functions of time, over steps of length 1 with points at fifths. */
class MarginTrackerTest {

  private static FlowState at(double time) {
    return new FlowState(time, 1, 1, 1, new double[] {time}, new double[] {0}, 1, 0, 0, 1);
  }

  private static DenseStep step(double from) {
    List<FlowState> points = new ArrayList<>();
    for (int k = 0; k <= 5; k++) {
      points.add(at(from + k / 5.0));
    }
    return new DenseStep(points, MarginTrackerTest::at);
  }

  private static Sides sides(double margin) {
    return new Sides(margin, 0, margin, Double.NaN);
  }

  private static MarginTracker tracked(int steps, DoubleUnaryOperator margin) {
    return follow(
        steps,
        new MarginTracker(
            (state, before) -> Optional.of(sides(margin.applyAsDouble(state.time()))), false));
  }

  private static MarginTracker follow(int steps, MarginTracker tracker) {
    tracker.start(at(0));
    for (int k = 0; k < steps; k++) {
      tracker.step(step(k));
    }
    tracker.finish();
    return tracker;
  }

  private static void assertLeastAt(MarginTracker tracker, double time, double margin) {
    Worst<FlowState> worst = tracker.worst().orElseThrow();
    assertThat(worst.state().time()).isCloseTo(time, within(1e-8));
    assertThat(worst.sides().margin()).isCloseTo(margin, within(1e-9));
  }

  @Test
  void aSmoothMinimumBetweenThePointsIsFound() {
    MarginTracker tracker = tracked(2, t -> 3 + (t - 1.33) * (t - 1.33));
    Worst<FlowState> worst = tracker.worst().orElseThrow();
    assertThat(worst.state().time()).isCloseTo(1.33, within(1e-6));
    assertThat(worst.sides().margin()).isCloseTo(3, within(1e-12));
    assertThat(worst.resolution()).isLessThan(1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.03, 0.3712, 0.5, 0.97, 1.03, 1.1, 1.5, 1.99})
  void aCornerAnywhereIsFoundAndItsResolutionTold(double corner) {
    MarginTracker tracker = tracked(2, t -> 3 * Math.abs(t - corner) - 1);
    assertLeastAt(tracker, corner, -1);
    Worst<FlowState> worst = tracker.worst().orElseThrow();
    assertThat(worst.resolution()).isBetween(worst.sides().margin() + 1, 1e-8);
  }

  @Test
  void aCornerWithSidesOfDifferentSlopeIsFound() {
    assertLeastAt(tracked(2, t -> t < 1.07 ? 1.07 - t : 20 * (t - 1.07)), 1.07, 0);
  }

  @Test
  void aNarrowerMinimumIsFoundThoughNoPointThereIsTheLeast() {
    DoubleUnaryOperator margin =
        t -> Math.min(0.05 + Math.abs(t - 0.4), 10 * Math.abs(t - 2.5) - 0.5);
    assertLeastAt(tracked(3, margin), 2.5, -0.5);
  }

  @Test
  void theStartIsLookedAt() {
    MarginTracker tracker = tracked(2, t -> 1 + t);
    assertLeastAt(tracker, 0, 1);
    assertThat(tracker.worst().orElseThrow().previous()).isNull();
  }

  @Test
  void theEndIsLookedAtAndExact() {
    Worst<FlowState> worst = tracked(2, t -> 1 - t).worst().orElseThrow();
    assertThat(worst.state().time()).isEqualTo(2);
    assertThat(worst.sides().margin()).isEqualTo(-1);
    assertThat(worst.resolution()).isZero();
  }

  @Test
  void aConstantIsSearchedNoFurtherThanInItsFirstInterval() {
    int[] looks = {0};
    MarginTracker tracker =
        follow(
            10,
            new MarginTracker(
                (state, before) -> {
                  looks[0]++;
                  return Optional.of(sides(1));
                },
                false));
    assertLeastAt(tracker, 0, 1);
    assertThat(looks[0]).isBetween(1 + 10 * 5, 1 + 10 * 5 + 100);
  }

  @Test
  void whatHasNoValueIsReportedAndTheRestLookedAt() {
    MarginTracker tracker = tracked(2, t -> t > 0.3 && t < 0.5 ? Double.NaN : Math.abs(t - 1.3));
    assertThat(tracker.unevaluable().orElseThrow().time()).isEqualTo(0.4);
    assertLeastAt(tracker, 1.3, 0);
  }

  @Test
  void everythingHasAValueOtherwise() {
    assertThat(tracked(2, t -> t).unevaluable()).isEmpty();
  }

  @Test
  void aClaimThatNeverAppliesHasNoMargin() {
    assertThat(follow(2, new MarginTracker((state, before) -> Optional.empty(), false)).worst())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.33, 0.93, 1.02, 1.77})
  void aRisingMarginIsLeastWhereTheClaimBeginsToApply(double edge) {
    MarginTracker tracker =
        new MarginTracker(
            (state, before) ->
                state.time() < edge ? Optional.empty() : Optional.of(sides(state.time())),
            false);
    assertLeastAt(follow(2, tracker), edge, edge);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.33, 0.93, 1.02, 1.77})
  void aFallingMarginIsLeastWhereTheClaimCeasesToApply(double edge) {
    MarginTracker tracker =
        new MarginTracker(
            (state, before) ->
                state.time() > edge ? Optional.empty() : Optional.of(sides(-state.time())),
            false);
    assertLeastAt(follow(2, tracker), edge, -edge);
  }

  @Test
  void slopesAreTakenOverMoreThanSlivers() {
    double[] shortest = {1};
    MarginTracker tracker =
        new MarginTracker(
            (state, before) -> {
              if (before == null) {
                return Optional.empty();
              }
              double span = state.time() - before.time();
              shortest[0] = Math.min(shortest[0], span);
              return Optional.of(sides(Math.abs(state.time() - 1.3) / span));
            },
            true);
    follow(2, tracker);
    assertThat(tracker.worst().orElseThrow().previous()).isNotNull();
    assertThat(shortest[0]).isBetween(0.0099, 0.2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.03, 0.3712, 1.0, 1.03, 1.99})
  void theTightestPointIsFoundBetweenThoseLookedAt(double place) {
    MarginTracker tracker =
        follow(
            2,
            new MarginTracker(
                (state, before) -> {
                  double apart = 0.25 + Math.abs(state.time() - place);
                  // The margin falls throughout; the quotient is largest elsewhere.
                  return Optional.of(new Sides(0, 0, -state.time(), 1 - apart));
                },
                false));
    assertThat(tracker.tightest().orElseThrow().state().time()).isCloseTo(place, within(1e-8));
    assertThat(tracker.tightest().orElseThrow().sides().tightness()).isCloseTo(0.75, within(1e-8));
    assertLeastAt(tracker, 2, -2);
  }

  @Test
  void whereTheQuotientIsUndefinedItIsNotLookedFor() {
    MarginTracker tracker =
        follow(
            2,
            new MarginTracker(
                (state, before) -> {
                  double time = state.time();
                  return Optional.of(new Sides(0, 0, 1, time < 0.77 ? Double.NaN : 1 / (1 + time)));
                },
                false));
    assertThat(tracker.tightest().orElseThrow().state().time()).isCloseTo(0.77, within(1e-8));
    assertThat(tracked(2, t -> t).tightest()).isEmpty();
    assertThat(tracker.unevaluable()).isEmpty();
  }
}
