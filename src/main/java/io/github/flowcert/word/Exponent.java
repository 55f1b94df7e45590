package io.github.flowcert.word;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An integer that depends linearly on natural numbers: a constant and multiples of names.
 *
 * @param coefficients none of them 0
 */
public record Exponent(int constant, SortedMap<String, Integer> coefficients) {
  /** 0. */
  public static final Exponent ZERO = of(0);

  /** 1. */
  public static final Exponent ONE = of(1);

  /** Keeps the map from changing. */
  public Exponent {
    SortedMap<String, Integer> kept = new TreeMap<>(coefficients);
    kept.values().removeIf(value -> value == 0);
    coefficients = Collections.unmodifiableSortedMap(kept);
  }

  /** A number. */
  public static Exponent of(int constant) {
    return new Exponent(constant, new TreeMap<>());
  }

  /** A natural number of that name. */
  public static Exponent named(String name) {
    return new Exponent(0, new TreeMap<>(Map.of(name, 1)));
  }

  /** The sum. */
  public Exponent plus(Exponent other) {
    SortedMap<String, Integer> sum = new TreeMap<>(coefficients);
    other.coefficients.forEach((name, value) -> sum.merge(name, value, Math::addExact));
    return new Exponent(Math.addExact(constant, other.constant), sum);
  }

  /** A multiple. */
  public Exponent times(int factor) {
    SortedMap<String, Integer> product = new TreeMap<>();
    coefficients.forEach((name, value) -> product.put(name, Math.multiplyExact(value, factor)));
    return new Exponent(Math.multiplyExact(constant, factor), product);
  }

  /** The difference. */
  public Exponent minus(Exponent other) {
    return plus(other.times(-1));
  }

  /** Whether it is a natural number, or 0, whatever natural numbers the names are. */
  public boolean isNatural() {
    return constant >= 0 && coefficients.values().stream().allMatch(value -> value > 0);
  }

  /** Whether no name is in it. */
  public boolean isConstant() {
    return coefficients.isEmpty();
  }

  /** The value with others in the place of names; a name that is left out stays. */
  public Exponent with(Map<String, Exponent> values) {
    Exponent sum = of(constant);
    for (Map.Entry<String, Integer> entry : coefficients.entrySet()) {
      Exponent value = values.getOrDefault(entry.getKey(), named(entry.getKey()));
      sum = sum.plus(value.times(entry.getValue()));
    }
    return sum;
  }

  @Override
  public String toString() {
    String names =
        coefficients.entrySet().stream()
            .map(each -> (each.getValue() == 1 ? "" : each.getValue() + "*") + each.getKey())
            .collect(Collectors.joining("+"));
    return names.isEmpty() ? "" + constant : names + (constant == 0 ? "" : "+" + constant);
  }
}
