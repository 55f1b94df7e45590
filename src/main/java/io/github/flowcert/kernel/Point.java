package io.github.flowcert.kernel;

import io.github.flowcert.expression.Formula;
import io.github.flowcert.expression.RationalValue;
import io.github.flowcert.expression.Relation;
import io.github.flowcert.expression.Term;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.reading.Enclosure;
import io.github.flowcert.reading.IntervalQuantities;
import io.github.flowcert.reading.IntervalReading;
import io.github.flowcert.reading.NoReadingException;
import io.github.flowcert.reading.Truth;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/**
 * Rational values of a proof's variables, and what follows for its definitions: exactly where they
 * are rational too, in intervals elsewhere.
 *
 * @param exact values that are known exactly
 * @param enclosed intervals that contain the values, of all names
 */
public record Point(Map<String, BigFraction> exact, Map<String, Interval> enclosed)
    implements IntervalQuantities {

  /** Keeps the maps from changing. */
  public Point {
    exact = Collections.unmodifiableMap(new LinkedHashMap<>(exact));
    enclosed = Collections.unmodifiableMap(new LinkedHashMap<>(enclosed));
  }

  /** A point with these values of variables. */
  public static Point of(Map<String, BigFraction> variables) {
    Map<String, Interval> enclosed = new LinkedHashMap<>();
    variables.forEach((name, value) -> enclosed.put(name, interval(value)));
    return new Point(variables, enclosed);
  }

  /** This point with a name for a term; one that has no value here is the empty interval. */
  public Point with(String name, Term term) {
    Optional<BigFraction> value = RationalValue.of(term, exact);
    Map<String, BigFraction> moreExact = new LinkedHashMap<>(exact);
    value.ifPresent(rational -> moreExact.put(name, rational));
    Map<String, Interval> moreEnclosed = new LinkedHashMap<>(enclosed);
    moreEnclosed.put(name, value.map(Point::interval).orElseGet(() -> enclosure(term)));
    return new Point(moreExact, moreEnclosed);
  }

  /** The values of these names as fractions, and decimals for those that are irrational. */
  public Map<String, String> shown(Set<String> names) {
    Map<String, String> shown = new LinkedHashMap<>();
    enclosed.forEach(
        (name, interval) -> {
          if (names.contains(name)) {
            shown.put(
                name,
                exact.containsKey(name)
                    ? exact.get(name).toString().replace(" ", "")
                    : "about " + interval.lower());
          }
        });
    return shown;
  }

  /** Whether a name has a value here. */
  public boolean hasValue(String name) {
    return !symbol(name).isEmpty();
  }

  /** Whether a statement is surely true here. */
  public boolean isTrue(Formula formula) {
    return truth(formula) == Truth.TRUE;
  }

  /** Whether a statement is surely false here. */
  public boolean isFalse(Formula formula) {
    return truth(formula) == Truth.FALSE;
  }

  private Truth truth(Formula formula) {
    if (formula instanceof Formula.All all) {
      return all.parts().stream().map(this::truth).reduce(Truth.TRUE, Truth::and);
    }
    if (formula instanceof Formula.Any any) {
      return any.parts().stream()
          .map(part -> truth(part).negate())
          .reduce(Truth.TRUE, Truth::and)
          .negate();
    }
    if (formula instanceof Formula.Not not) {
      return truth(not.part()).negate();
    }
    return exactTruth(formula).orElseGet(() -> intervalTruth(formula));
  }

  private Optional<Truth> exactTruth(Formula formula) {
    if (formula instanceof Formula.Equal equal) {
      return difference(equal.left(), equal.right()).map(sign -> Truth.of(sign == 0));
    }
    Formula.Related related = (Formula.Related) formula;
    Relation relation = related.relation();
    return difference(related.left(), related.right())
        .map(sign -> Truth.of(relation.holds(sign, 0)));
  }

  private Optional<Integer> difference(Term left, Term right) {
    Optional<BigFraction> other = RationalValue.of(right, exact);
    return RationalValue.of(left, exact)
        .flatMap(value -> other.map(value::subtract).map(BigFraction::signum));
  }

  private Truth intervalTruth(Formula formula) {
    try {
      return IntervalReading.of(formula).at(this);
    } catch (NoReadingException e) {
      return Truth.UNKNOWN;
    }
  }

  private Interval enclosure(Term term) {
    try {
      Enclosure enclosure = IntervalReading.of(term).at(this);
      return enclosure.defined() ? enclosure.values() : Interval.EMPTY;
    } catch (NoReadingException e) {
      return Interval.EMPTY;
    }
  }

  private static Interval interval(BigFraction value) {
    Interval above = Interval.of(new BigDecimal(value.getNumerator()));
    return above.dividedBy(Interval.of(new BigDecimal(value.getDenominator())));
  }

  @Override
  public Interval symbol(String name) {
    return enclosed.getOrDefault(name, Interval.EMPTY);
  }

  @Override
  public Interval call(String name, double[] arguments) {
    return Interval.EMPTY;
  }

  @Override
  public Interval callWithName(String name, String argument) {
    return Interval.EMPTY;
  }
}
