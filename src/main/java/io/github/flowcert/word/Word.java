package io.github.flowcert.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A product of powers of matrices; the empty one is the identity.
 *
 * @param powers neighbours are never powers of the same letter
 */
public record Word(List<Power> powers) implements Comparable<Word> {
  /** The identity. */
  public static final Word IDENTITY = new Word(List.of());

  private static final Comparator<Word> SHORTER_FIRST =
      Comparator.comparing((Word word) -> word.powers.size()).thenComparing(Word::toString);

  /** Keeps the list from changing. */
  public Word {
    powers = List.copyOf(powers);
  }

  /**
   * A power of a letter.
   *
   * @param exponent a natural number, whatever its names stand for
   */
  public record Power(Letter letter, Exponent exponent) {
    @Override
    public String toString() {
      return exponent.equals(Exponent.ONE) ? letter.toString() : letter + "^(" + exponent + ")";
    }
  }

  /** A letter alone. */
  public static Word of(Letter letter) {
    return new Word(List.of(new Power(letter, Exponent.ONE)));
  }

  /** A product of powers, neighbours not yet joined. */
  static Word product(List<Power> factors) {
    List<Power> joined = new ArrayList<>();
    factors.forEach(each -> append(joined, each));
    return new Word(joined);
  }

  private static void append(List<Power> joined, Power next) {
    if (next.exponent.equals(Exponent.ZERO)) {
      return;
    }
    Power last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
    if (last != null && last.letter.equals(next.letter)) {
      joined.set(joined.size() - 1, new Power(last.letter, last.exponent.plus(next.exponent)));
    } else if (last != null
        && last.letter.equals(next.letter.inverted())
        && last.exponent.equals(next.exponent)) {
      joined.remove(joined.size() - 1);
    } else {
      joined.add(next);
    }
  }

  /** The product of this and another. */
  public Word times(Word other) {
    List<Power> all = new ArrayList<>(powers);
    all.addAll(other.powers);
    return product(all);
  }

  /** The transpose: transposed letters in the opposite order. */
  public Word transpose() {
    List<Power> reversed = new ArrayList<>();
    for (int k = powers.size() - 1; k >= 0; k--) {
      reversed.add(new Power(powers.get(k).letter.transpose(), powers.get(k).exponent));
    }
    return product(reversed);
  }

  /** The same letters with the first power last, which has the same trace. */
  Word rotated() {
    List<Power> all = new ArrayList<>(powers.subList(1, powers.size()));
    all.add(powers.get(0));
    return product(all);
  }

  @Override
  public int compareTo(Word other) {
    return SHORTER_FIRST.compare(this, other);
  }

  @Override
  public String toString() {
    return powers.isEmpty()
        ? "1"
        : powers.stream().map(Power::toString).collect(Collectors.joining("."));
  }
}
