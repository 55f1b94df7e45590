package io.github.flowcert.word;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Syntax;
import io.github.flowcert.word.Word.Power;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Other matrices in the place of letters, and other natural numbers in that of their names. */
public final class Substitution {
  private final Map<String, Polynomial> letters;
  private final Map<String, Exponent> naturals;

  private Substitution(Map<String, Polynomial> letters, Map<String, Exponent> naturals) {
    this.letters = Map.copyOf(letters);
    this.naturals = Map.copyOf(naturals);
  }

  /**
   * Reads what is to stand for letters and natural numbers of one alphabet.
   *
   * @param texts in terms of the other; what is left out stands for itself
   * @param used letters of the first alphabet that have to have a meaning in the other
   * @throws ExpressionException if a text is not in the syntax
   * @throws WordException if a name is unknown, or what stands for a letter does not have its
   *     shape, its symmetry or its inverse
   */
  public static Substitution parse(
      Map<String, String> texts, Alphabet from, Alphabet to, Set<String> used)
      throws ExpressionException, WordException {
    Map<String, Shaped> values = new LinkedHashMap<>();
    Map<String, Exponent> numbers = new LinkedHashMap<>();
    WordReader reader = new WordReader(to);
    for (String name : used) {
      String text = texts.getOrDefault(name, name);
      values.put(name, reader.read(Syntax.parse(text)));
    }
    for (String name : from.naturals()) {
      if (texts.containsKey(name)) {
        numbers.put(name, natural(name, reader.exponent(Syntax.parse(texts.get(name)))));
      }
    }
    for (String name : texts.keySet()) {
      if (!from.letters().containsKey(name) && !from.naturals().contains(name)) {
        throw new WordException("'" + name + "' is no letter of what is used");
      }
    }
    requireShapes(values, from);
    Map<String, Polynomial> polynomials = new HashMap<>();
    for (Map.Entry<String, Shaped> entry : values.entrySet()) {
      Alphabet.Kind kind = from.letters().get(entry.getKey());
      Polynomial value = entry.getValue().polynomial();
      requireKind(entry.getKey(), kind, value, to);
      polynomials.put(entry.getKey(), value);
    }
    return new Substitution(polynomials, numbers);
  }

  /** Polynomials, known to have the right shapes, for letters. */
  static Substitution of(Map<String, Polynomial> letters, Map<String, Exponent> naturals) {
    return new Substitution(letters, naturals);
  }

  private static Exponent natural(String name, Exponent value) throws WordException {
    if (!value.isNatural()) {
      throw new WordException("'" + value + "', which is to be " + name + ", may be negative");
    }
    return value;
  }

  private static void requireKind(String name, Alphabet.Kind kind, Polynomial value, Alphabet to)
      throws WordException {
    if (kind.symmetric() && !value.transpose().equals(value)) {
      throw new WordException("'" + value + "', which is to be " + name + ", is not symmetric");
    }
    if (kind.invertible() && !isInvertibleLetter(value, to)) {
      throw new WordException("'" + value + "', which is to be " + name + ", is not invertible");
    }
  }

  private static boolean isInvertibleLetter(Polynomial value, Alphabet to) {
    return to.letters().entrySet().stream()
        .filter(each -> each.getValue().invertible())
        .map(each -> Polynomial.of(Word.of(Letter.of(each.getKey(), each.getValue().symmetric()))))
        .anyMatch(value::equals);
  }

  /** The same number of rows or columns has to become the same everywhere. */
  private static void requireShapes(Map<String, Shaped> values, Alphabet from)
      throws WordException {
    Map<String, String> sizes = new HashMap<>();
    for (Map.Entry<String, Shaped> entry : values.entrySet()) {
      Shape shape = from.letters().get(entry.getKey()).shape();
      Optional<Shape> there = entry.getValue().shape();
      if (there.isPresent()) {
        unify(sizes, shape.rows(), there.get().rows(), entry.getKey());
        unify(sizes, shape.columns(), there.get().columns(), entry.getKey());
      }
    }
    for (Map.Entry<String, Shaped> entry : values.entrySet()) {
      Shape shape = from.letters().get(entry.getKey()).shape();
      if (entry.getValue().shape().isEmpty()) {
        String rows = sizes.getOrDefault(shape.rows(), sizes.get(shape.columns()));
        unify(sizes, shape.rows(), String.valueOf(rows), entry.getKey());
        unify(sizes, shape.columns(), String.valueOf(rows), entry.getKey());
      }
    }
  }

  private static void unify(Map<String, String> sizes, String size, String there, String name)
      throws WordException {
    String before = sizes.putIfAbsent(size, there);
    if (before != null && !before.equals(there)) {
      throw new WordException(
          "what is to be '" + name + "' does not fit: " + before + " is not " + there);
    }
  }

  /** An assertion there. */
  public Assertion apply(Assertion assertion) throws WordException {
    if (assertion instanceof Assertion.Equation equation) {
      return new Assertion.Equation(
          apply(equation.left()), apply(equation.right()), equation.traces());
    }
    if (assertion instanceof Assertion.Chain chain) {
      return new Assertion.Chain(
          apply(chain.product()),
          apply(chain.first()),
          chain.count().with(naturals),
          apply(chain.gram()));
    }
    String letter = ((Assertion.Invertible) assertion).letter();
    Polynomial value = apply(Polynomial.of(Word.of(Letter.of(letter, false))));
    return new Assertion.Invertible(value.terms().firstKey().toString());
  }

  Polynomial apply(Polynomial polynomial) throws WordException {
    Polynomial sum = Polynomial.ZERO;
    for (var term : polynomial.terms().entrySet()) {
      sum = sum.plus(apply(term.getKey()).times(term.getValue()));
    }
    return sum;
  }

  private Polynomial apply(Word word) throws WordException {
    Polynomial product = Polynomial.of(Word.IDENTITY);
    for (Power power : word.powers()) {
      product = product.times(Powers.of(image(power.letter()), power.exponent().with(naturals)));
    }
    return product;
  }

  private Polynomial image(Letter letter) throws WordException {
    Polynomial value = letters.get(letter.name());
    if (value == null) {
      return Polynomial.of(Word.of(letter));
    }
    for (int k = 0; k < letter.order(); k++) {
      value = value.derivative();
    }
    if (letter.inverse()) {
      value = Polynomial.of(Word.of(value.terms().firstKey().powers().get(0).letter().inverted()));
    }
    return letter.transposed() ? value.transpose() : value;
  }
}
