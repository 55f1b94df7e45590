package io.github.flowcert.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignPairingTest {

  private static Stream<BitSet> patterns(int entries) {
    return LongStream.range(0, 1L << entries).mapToObj(bits -> BitSet.valueOf(new long[] {bits}));
  }

  private static SignPairing ofOnes(int size) {
    int[] ones = IntStream.generate(() -> 1).limit((long) size * size).toArray();
    return SignPairing.count(size, ones, true, patterns(size * size));
  }

  @Test
  void matricesOfSignsAreCountedAsInTheLiterature() {
    // Sign matrices with determinant 0: 8 of the 16 of size 2, 320 of the 512 of size 3 (OEIS
    // A046747 counts 0-1 matrices; bordering maps n-by-n ones to sign matrices of size n + 1:
    // 2^(2n+1) times 1 and 10), and 2^7 * 338 = 43264 of the 65536 of size 4.
    assertThat(ofOnes(2).singulars()).isEqualTo(8);
    assertThat(ofOnes(3).singulars()).isEqualTo(320);
    assertThat(ofOnes(4).singulars()).isEqualTo(43264);
    assertThat(ofOnes(4).positives()).isEqualTo((65536 - 43264) / 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void allPatternsAreCountedUpToSizeFour(int size) {
    SignPairing pairing = SignPairing.of(size, 7);
    assertThat(pairing.exhaustive()).isTrue();
    assertThat(pairing.patterns()).isEqualTo(1L << (size * size));
    assertThat(pairing.positives()).isEqualTo(pairing.negatives()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 8})
  void largerSizesAreSampledInPairs(int size) {
    SignPairing pairing = SignPairing.of(size, 7);
    assertThat(pairing.exhaustive()).isFalse();
    assertThat(pairing.positives()).isEqualTo(pairing.negatives()).isGreaterThan(10);
    assertThat(pairing.words()).startsWith("a sample of ").contains("magnitudes drawn from");
  }

  @Test
  void aSetOfPatternsWithoutThePartnersIsNotEven() {
    // [2, -1], [1, 2], say: with the signs of a rotation every determinant is 4 + 1.
    int[] magnitudes = {2, 1, 1, 2};
    BitSet rotation = BitSet.valueOf(new long[] {0b0010});
    SignPairing one = SignPairing.count(2, magnitudes, false, Stream.of(rotation));
    assertThat(one.positives()).isEqualTo(1);
    assertThat(one.negatives()).isZero();
    SignPairing both =
        SignPairing.count(
            2, magnitudes, false, Stream.of(rotation, SignPairing.partner(rotation, 2)));
    assertThat(both.negatives()).isEqualTo(1);
  }

  @Test
  void thePartnerHasItsFirstRowNegated() {
    assertThat(SignPairing.partner(BitSet.valueOf(new long[] {0b110_010_001}), 3).toLongArray())
        .containsExactly(0b110_010_110);
  }

  @Test
  void exactArithmeticTellsZeroFromNearlyZero() {
    // Rows that are proportional, and the same but for the last digit.
    int[] singular = {99_999, 33_333, 66_666, 22_222};
    int[] nearly = {99_999, 33_333, 66_665, 22_222};
    BitSet none = new BitSet();
    assertThat(ExactDeterminant.sign(singular, none, 2)).isZero();
    assertThat(ExactDeterminant.sign(nearly, none, 2)).isEqualTo(1);
  }

  @Test
  void theSeedDeterminesTheMagnitudes() {
    assertThat(SignPairing.of(3, 7).magnitudes()).isEqualTo(SignPairing.of(3, 7).magnitudes());
    assertThat(SignPairing.of(3, 8).magnitudes()).isNotEqualTo(SignPairing.of(3, 7).magnitudes());
    assertThat(IntStream.of(SignPairing.of(3, 7).magnitudes()))
        .allMatch(each -> each >= 1 && each <= 99);
  }

  @Test
  void wordsSayWhatWasCounted() {
    SignPairing pairing = SignPairing.count(2, new int[] {2, 1, 1, 3}, true, patterns(4));
    assertThat(pairing.words())
        .isEqualTo(
            "all 16 sign patterns of 2-by-2 matrices with the magnitudes 2, 1, 1, 3, in exact"
                + " arithmetic: 8 positive determinants, 8 negative, 0 zero");
  }
}
