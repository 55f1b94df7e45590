package io.github.flowcert.reading;

import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A quantity all over a box, with enclosures of its partial derivatives there, so that the mean
 * value theorem can bound it from its value at one point: forward differentiation in interval
 * arithmetic. Where a function is not differentiable but Lipschitz, as {@code Abs} is, the partial
 * derivatives contain the generalised ones (Clarke), for which the theorem holds too. Immutable.
 */
public final class Slope {
  private final Enclosure values;
  private final Interval[] gradient;

  private Slope(Enclosure values, Interval[] gradient) {
    this.values = values;
    this.gradient = gradient;
  }

  /** A number that is the same all over the box, in any number of variables. */
  public static Slope constant(Interval value, int variables) {
    return new Slope(Enclosure.of(value), filled(variables, Interval.ZERO));
  }

  /** One of the variables themselves, from 0. */
  public static Slope variable(Interval values, int index, int variables) {
    Interval[] gradient = filled(variables, Interval.ZERO);
    gradient[index] = Interval.ONE;
    return new Slope(Enclosure.of(values), gradient);
  }

  /** A quantity of whose derivatives nothing is known; empty values say that it has none. */
  public static Slope unknown(Interval values, int variables) {
    return unknown(Enclosure.of(values), variables);
  }

  static Slope unknown(Enclosure values, int variables) {
    return new Slope(values, filled(variables, Interval.ENTIRE));
  }

  private static Interval[] filled(int count, Interval value) {
    Interval[] all = new Interval[count];
    Arrays.fill(all, value);
    return all;
  }

  /** The values. */
  public Enclosure enclosure() {
    return values;
  }

  /** The values. */
  public Interval values() {
    return values.values();
  }

  /** The partial derivative by a variable, from 0. */
  public Interval gradient(int variable) {
    return gradient[variable];
  }

  /** The same quantity, of which it is known that its values lie in an interval. */
  public Slope within(Interval bound) {
    return new Slope(
        new Enclosure(values().intersection(bound), values.defined()), gradient.clone());
  }

  /** The number of variables. */
  public int variables() {
    return gradient.length;
  }

  private Slope with(Enclosure result, IntFunction<Interval> slope) {
    Interval[] slopes = new Interval[gradient.length];
    for (int k = 0; k < slopes.length; k++) {
      Interval each = slope.apply(k);
      slopes[k] = each.isEmpty() ? Interval.ENTIRE : each;
    }
    return new Slope(result, slopes);
  }

  /** The chain rule. */
  private Slope chained(Enclosure result, Interval derivative) {
    return with(result, k -> gradient[k].times(derivative));
  }

  /** The sum. */
  public Slope plus(Slope other) {
    return with(
        values.combine(other.values, Interval::plus), k -> gradient[k].plus(other.gradient[k]));
  }

  /** The difference. */
  public Slope minus(Slope other) {
    return with(
        values.combine(other.values, Interval::minus), k -> gradient[k].minus(other.gradient[k]));
  }

  /** The product. */
  public Slope times(Slope other) {
    return with(
        values.combine(other.values, Interval::times),
        k -> gradient[k].times(other.values()).plus(values().times(other.gradient[k])));
  }

  /** The product with a number. */
  public Slope times(double factor) {
    Interval constant = Interval.of(factor);
    return chained(new Enclosure(values().times(constant), values.defined()), constant);
  }

  /** The quotient. */
  public Slope over(Slope divisor) {
    Enclosure quotient = values.dividedBy(divisor.values);
    return with(
        quotient,
        k ->
            gradient[k]
                .minus(quotient.values().times(divisor.gradient[k]))
                .dividedBy(divisor.values()));
  }

  /** The square. */
  public Slope square() {
    return power(2);
  }

  /** An integer power. */
  public Slope power(int exponent) {
    boolean defined = values.defined() && (exponent >= 0 || !values().contains(0));
    Interval derivative = Interval.of(exponent).times(Elementary.power(values(), exponent - 1));
    return chained(
        new Enclosure(Elementary.power(values(), exponent), defined),
        exponent == 0 ? Interval.ZERO : derivative);
  }

  /** The power by an exponent that is the same all over the box. */
  public Slope power(Interval exponent) {
    boolean defined =
        values.defined()
            && (values().lower() > 0 || (values().lower() == 0 && exponent.lower() > 0));
    Interval derivative =
        values().lower() > 0
            ? exponent.times(Elementary.power(values(), exponent.minus(Interval.ONE)))
            : Interval.ENTIRE;
    return chained(new Enclosure(Elementary.power(values(), exponent), defined), derivative);
  }

  /** The power by another quantity, of a base that is positive. */
  Slope power(Slope exponent) {
    Interval by = exponent.values();
    boolean constant = Arrays.stream(exponent.gradient).allMatch(Interval.ZERO::equals);
    if (constant && exponent.values.defined()) {
      boolean whole = by.isPoint() && by.lower() == (int) by.lower();
      return whole && by.lower() > Integer.MIN_VALUE ? power((int) by.lower()) : power(by);
    }
    return exponent.times(log()).exp();
  }

  /** The square root. */
  public Slope sqrt() {
    Interval root = values().sqrt();
    Interval derivative =
        root.lower() > 0 ? Interval.ONE.dividedBy(root.plus(root)) : Interval.ENTIRE;
    return chained(new Enclosure(root, values.defined() && values().lower() >= 0), derivative);
  }

  /**
   * The root of x^2 + y^2. It is Lipschitz, and has derivatives of size at most 1 also around the
   * origin, unlike the square root.
   */
  public static Slope hypotenuse(Slope x, Slope y) {
    return euclideanNorm(List.of(x, y));
  }

  /** The root of the sum of squares of one or more quantities, Lipschitz for the same reason. */
  public static Slope euclideanNorm(List<Slope> parts) {
    Slope first = parts.get(0);
    Enclosure root =
        parts.stream().map(Slope::square).reduce(Slope::plus).orElse(first).sqrt().values;
    Interval[] directions =
        parts.stream()
            .map(part -> direction(part.values(), root.values()))
            .toArray(Interval[]::new);
    return first.with(root, k -> along(parts, directions, k));
  }

  private static Interval along(List<Slope> parts, Interval[] directions, int k) {
    Interval sum = Interval.ZERO;
    for (int i = 0; i < directions.length; i++) {
      sum = sum.plus(parts.get(i).gradient[k].times(directions[i]));
    }
    return sum;
  }

  private static Interval direction(Interval part, Interval whole) {
    Interval size = Interval.of(-1, 1);
    return whole.lower() > 0 ? part.dividedBy(whole).intersection(size) : size;
  }

  /** The exponential. */
  public Slope exp() {
    Interval power = Elementary.exp(values());
    return chained(new Enclosure(power, values.defined()), power);
  }

  /** The natural logarithm. */
  public Slope log() {
    boolean positive = values().lower() > 0;
    return chained(
        new Enclosure(Elementary.log(values()), values.defined() && positive),
        positive ? Interval.ONE.dividedBy(values()) : Interval.ENTIRE);
  }

  /** The absolute value. */
  public Slope abs() {
    Interval sign =
        values().contains(0) ? Interval.of(-1, 1) : Interval.of(Math.signum(values().lower()));
    return chained(new Enclosure(values().abs(), values.defined()), sign);
  }

  /** The smaller of two quantities. */
  public Slope min(Slope other) {
    return chosen(
        values.combine(other.values, Interval::min),
        other,
        values().certainlyLess(other.values()),
        other.values().certainlyLess(values()));
  }

  /** The larger of two quantities. */
  public Slope max(Slope other) {
    return chosen(
        values.combine(other.values, Interval::max),
        other,
        other.values().certainlyLess(values()),
        values().certainlyLess(other.values()));
  }

  private Slope chosen(Enclosure result, Slope other, boolean thisOne, boolean otherOne) {
    if (thisOne || otherOne) {
      return new Slope(result, thisOne ? gradient : other.gradient);
    }
    return with(result, k -> gradient[k].hull(other.gradient[k]));
  }
}
