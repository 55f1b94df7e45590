package io.github.flowcert.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class SignFrequencyTest {

  /** Every so many draws negative, the rest positive. */
  private static IntSupplier everyNthNegative(int n) {
    AtomicInteger draw = new AtomicInteger();
    return () -> draw.incrementAndGet() % n == 0 ? -1 : 1;
  }

  @Test
  void theIntervalLeavesHalfTheRiskToEitherSideOfTheBinomialDistribution() {
    // The defining property of Clopper and Pearson's bounds, by another class of that library.
    SignFrequency frequency = SignFrequency.of(everyNthNegative(2), 2000);
    assertThat(frequency.positives()).isEqualTo(1000);
    double low = frequency.positive().low();
    double high = frequency.positive().high();
    double above = 1 - new BinomialDistribution(null, 2000, low).cumulativeProbability(999);
    double below = new BinomialDistribution(null, 2000, high).cumulativeProbability(1000);
    assertThat(above).isCloseTo(5e-10, within(1e-11));
    assertThat(below).isCloseTo(5e-10, within(1e-11));
  }

  @Test
  void aFairCoinHasOneHalfWellInside() {
    SignFrequency frequency = SignFrequency.of(everyNthNegative(2), 20_000);
    // 6.1 standard deviations of 1/(2 sqrt 20000) to either side.
    assertThat(frequency.positive().low()).isCloseTo(0.5 - 0.0216, within(2e-4));
    assertThat(frequency.negative().high()).isCloseTo(0.5 + 0.0216, within(2e-4));
  }

  @Test
  void aBiasedSamplerHasOneHalfOutside() {
    SignFrequency frequency = SignFrequency.of(everyNthNegative(3), 20_000);
    assertThat(frequency.positive().low()).isGreaterThan(0.64);
    assertThat(frequency.negative().high()).isLessThan(0.36);
  }

  @Test
  void determinantsComputedAsZeroCouldHaveEitherSign() {
    SignFrequency frequency = SignFrequency.of(() -> 0, 1000);
    assertThat(frequency.positives()).isZero();
    assertThat(frequency.negatives()).isZero();
    assertThat(frequency.unknown()).isEqualTo(1000);
    assertThat(frequency.positive()).isEqualTo(new SignFrequency.Interval(0, 1));
    assertThat(frequency.negative()).isEqualTo(new SignFrequency.Interval(0, 1));
  }

  @Test
  void anIntervalReachesFromNoneOfTheUnknownSignsToAllOfThem() {
    AtomicInteger draw = new AtomicInteger();
    SignFrequency some = SignFrequency.of(() -> draw.incrementAndGet() % 4 - 1, 2000);
    // Signs -1, 0, 1 and 2: a quarter negative, a quarter unknown, half positive.
    assertThat(some.positive().low())
        .isEqualTo(SignFrequency.of(everyNthNegative(2), 2000).positive().low());
    assertThat(some.positive().high())
        .isEqualTo(SignFrequency.of(everyNthNegative(4), 2000).positive().high());
    assertThat(some.negative().low())
        .isEqualTo(SignFrequency.of(everyNthNegative(4), 2000).negative().low());
  }

  @Test
  void oneSignThroughoutReachesOne() {
    SignFrequency frequency = SignFrequency.of(() -> 1, 1000);
    assertThat(frequency.positive().high()).isEqualTo(1);
    assertThat(frequency.positive().low()).isGreaterThan(0.97);
    assertThat(frequency.words()).startsWith("1000 draws: 1000 positive determinants, 0 negative");
  }
}
