package io.github.flowcert.word;

import io.github.flowcert.word.Word.Power;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/**
 * A linear combination of words of one shape.
 *
 * @param terms coefficients, none of them 0
 */
public record Polynomial(SortedMap<Word, BigFraction> terms) {
  /** Zero. */
  public static final Polynomial ZERO = new Polynomial(new TreeMap<>());

  /** Keeps the map from changing. */
  public Polynomial {
    SortedMap<Word, BigFraction> kept = new TreeMap<>(terms);
    kept.values().removeIf(value -> value.signum() == 0);
    terms = Collections.unmodifiableSortedMap(kept);
  }

  /** A word alone. */
  public static Polynomial of(Word word) {
    return of(word, BigFraction.ONE);
  }

  /** A multiple of a word. */
  public static Polynomial of(Word word, BigFraction coefficient) {
    SortedMap<Word, BigFraction> terms = new TreeMap<>();
    terms.put(word, coefficient);
    return new Polynomial(terms);
  }

  /** The sum. */
  public Polynomial plus(Polynomial other) {
    SortedMap<Word, BigFraction> sum = new TreeMap<>(terms);
    other.terms.forEach((word, value) -> sum.merge(word, value, BigFraction::add));
    return new Polynomial(sum);
  }

  /** The difference. */
  public Polynomial minus(Polynomial other) {
    return plus(other.times(BigFraction.MINUS_ONE));
  }

  /** A multiple. */
  public Polynomial times(BigFraction factor) {
    SortedMap<Word, BigFraction> product = new TreeMap<>();
    terms.forEach((word, value) -> product.put(word, value.multiply(factor)));
    return new Polynomial(product);
  }

  /** The product. */
  public Polynomial times(Polynomial other) {
    return each(word -> other.each(next -> of(word.times(next))));
  }

  /** The transpose. */
  public Polynomial transpose() {
    return each(word -> of(word.transpose()));
  }

  /** The same combination of what stands in the place of each word. */
  public Polynomial each(Function<Word, Polynomial> images) {
    Polynomial sum = ZERO;
    for (var term : terms.entrySet()) {
      sum = sum.plus(images.apply(term.getKey()).times(term.getValue()));
    }
    return sum;
  }

  /**
   * The derivative in time, by the product rule.
   *
   * @throws WordException if a power with a symbolic exponent is to be differentiated
   */
  public Polynomial derivative() throws WordException {
    Polynomial sum = ZERO;
    for (var term : terms.entrySet()) {
      sum = sum.plus(derivative(term.getKey()).times(term.getValue()));
    }
    return sum;
  }

  private static Polynomial derivative(Word word) throws WordException {
    List<Letter> letters = new ArrayList<>();
    for (Power power : word.powers()) {
      letters.addAll(Collections.nCopies(WordException.constant(power.exponent()), power.letter()));
    }
    Polynomial sum = ZERO;
    for (int k = 0; k < letters.size(); k++) {
      Polynomial before = of(product(letters.subList(0, k)));
      Polynomial after = of(product(letters.subList(k + 1, letters.size())));
      sum = sum.plus(before.times(derivative(letters.get(k))).times(after));
    }
    return sum;
  }

  private static Polynomial derivative(Letter letter) {
    if (!letter.inverse()) {
      return of(Word.of(letter.differentiated()));
    }
    Polynomial inverse = of(Word.of(letter));
    Polynomial change = of(Word.of(letter.inverted().differentiated()));
    return inverse.times(change).times(inverse).times(BigFraction.MINUS_ONE);
  }

  private static Word product(List<Letter> letters) {
    return Word.product(letters.stream().map(each -> new Power(each, Exponent.ONE)).toList());
  }

  /** Whether it is 0. */
  public boolean isZero() {
    return terms.isEmpty();
  }

  @Override
  public String toString() {
    return terms.isEmpty()
        ? "0"
        : terms.entrySet().stream()
            .map(each -> "(" + each.getValue() + ")*" + each.getKey())
            .collect(Collectors.joining("+"));
  }
}
