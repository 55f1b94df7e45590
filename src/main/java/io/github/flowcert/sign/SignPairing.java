package io.github.flowcert.sign;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Determinants of the matrices that have given magnitudes of entries and every pattern of signs:
 * the pairing by which Proposition 3 is proved (Appendix B.6 of Razin and Cohen's preprint), where
 * the partner of a matrix has its first row multiplied by -1. In exact arithmetic.
 *
 * @param size d, of the d-by-d matrices
 * @param magnitudes the magnitudes, flat, row by row; nobody may write to them
 * @param exhaustive whether every pattern was counted, not only a sample of pairs
 * @param positives number of patterns with a positive determinant
 * @param negatives number of patterns with a negative determinant
 * @param singulars number of patterns with determinant 0
 */
public record SignPairing(
    int size,
    int[] magnitudes,
    boolean exhaustive,
    long positives,
    long negatives,
    long singulars) {

  private static final int LARGEST_MAGNITUDE = 99;
  private static final int LARGEST_ENUMERATED = 4;

  /** Work on a sample of pairs: their number times d^3. */
  private static final int SAMPLE = 40_000;

  private static final int SHOWN = 16;

  /**
   * Counts the patterns of magnitudes that a seed determines: all of them up to d = 4, beyond that
   * as many random patterns as there is time for, each with its partner.
   *
   * @param size d
   * @param seed of the magnitudes, from 1 to 99, and of the sample
   */
  public static SignPairing of(int size, long seed) {
    RandomGenerator random = new Well19937c(seed);
    int[] magnitudes = new int[size * size];
    Arrays.setAll(magnitudes, k -> 1 + random.nextInt(LARGEST_MAGNITUDE));
    boolean all = size <= LARGEST_ENUMERATED;
    Stream<BitSet> patterns =
        all
            ? LongStream.range(0, 1L << magnitudes.length)
                .mapToObj(bits -> BitSet.valueOf(new long[] {bits}))
            : Stream.generate(() -> pattern(random, magnitudes.length))
                .limit(Math.max(1, SAMPLE / ((long) size * size * size)))
                .flatMap(pattern -> Stream.of(pattern, partner(pattern, size)));
    return count(size, magnitudes, all, patterns);
  }

  /**
   * Counts these patterns.
   *
   * @param patterns which entries are negative
   */
  static SignPairing count(
      int size, int[] magnitudes, boolean exhaustive, Stream<BitSet> patterns) {
    long[] bySign = new long[3];
    patterns.forEach(pattern -> bySign[1 + ExactDeterminant.sign(magnitudes, pattern, size)]++);
    return new SignPairing(size, magnitudes, exhaustive, bySign[2], bySign[0], bySign[1]);
  }

  /** The pattern of the matrix whose first row is multiplied by -1. */
  static BitSet partner(BitSet pattern, int size) {
    BitSet partner = (BitSet) pattern.clone();
    partner.flip(0, size);
    return partner;
  }

  private static BitSet pattern(RandomGenerator random, int entries) {
    BitSet pattern = new BitSet(entries);
    for (int k = 0; k < entries; k++) {
      pattern.set(k, random.nextBoolean());
    }
    return pattern;
  }

  /** Number of patterns counted. */
  public long patterns() {
    return positives + negatives + singulars;
  }

  /** What was counted, in words and numbers. */
  public String words() {
    String which =
        exhaustive
            ? String.format(Locale.ROOT, "all %d sign patterns", patterns())
            : String.format(
                Locale.ROOT,
                "a sample of %d sign patterns, each with its partner of a negated first row,",
                patterns() / 2);
    return String.format(
        Locale.ROOT,
        "%s of %s, in exact arithmetic: %d positive determinants, %d negative, %d zero",
        which,
        magnitudeWords(),
        positives,
        negatives,
        singulars);
  }

  private String magnitudeWords() {
    String sort = size + "-by-" + size + " matrices with ";
    return magnitudes.length > SHOWN
        ? sort + "magnitudes drawn from the seed"
        : sort
            + "the magnitudes "
            + Arrays.stream(magnitudes).mapToObj(String::valueOf).collect(Collectors.joining(", "));
  }
}
