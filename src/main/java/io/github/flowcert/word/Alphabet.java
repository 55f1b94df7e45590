package io.github.flowcert.word;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The matrices of which statements may speak, differentiable functions of time all of them, and the
 * natural numbers (0 among them) that may stand in exponents.
 */
public record Alphabet(Map<String, Kind> letters, Set<String> naturals) {

  /** Keeps the collections from changing. */
  public Alphabet {
    letters = Collections.unmodifiableMap(new LinkedHashMap<>(letters));
    naturals = Set.copyOf(naturals);
  }

  /**
   * What is known of a matrix.
   *
   * @param invertible whether its inverse may be written, where it is supposed to have one
   */
  public record Kind(Shape shape, boolean symmetric, boolean invertible) {}

  /** The letter of that name. */
  Optional<Letter> letter(String name) {
    return Optional.ofNullable(letters.get(name)).map(kind -> Letter.of(name, kind.symmetric()));
  }

  /** The shape of a letter. */
  Shape shape(Letter letter) {
    Shape shape = letters.get(letter.name()).shape();
    return letter.transposed() != letter.inverse() ? shape.transpose() : shape;
  }

  /** The alphabet with more letters. */
  public Alphabet with(Map<String, Kind> more) {
    Map<String, Kind> all = new LinkedHashMap<>(letters);
    all.putAll(more);
    return new Alphabet(all, naturals);
  }
}
