package io.github.flowcert.smt;

import io.github.flowcert.expression.RationalValue;
import io.github.flowcert.expression.Term;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.reading.Enclosure;
import io.github.flowcert.reading.IntervalQuantities;
import io.github.flowcert.reading.IntervalReading;
import io.github.flowcert.reading.NoReadingException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Functions of which a query says little: where they have values, and a bound at most. */
final class Transcendental {
  static final String READING = "solver reading";

  private static final SmtTerm ZERO = SmtTerm.of(0);
  private static final SmtTerm ONE = SmtTerm.of(1);

  private Transcendental() {}

  /**
   * The function of that name.
   *
   * @throws NoReadingException if it is not known to have values for all numbers or where
   */
  static Conditions function(String name, List<SmtTerm> arguments) throws NoReadingException {
    boolean angle = name.equals("arctan") && arguments.size() == 2;
    return switch (angle ? "arctan of two arguments" : name) {
      case "exp" -> Conditions.opaque(name, v -> SmtTerm.apply(">", v, ZERO));
      case "power" ->
          Conditions.opaque(name, v -> SmtTerm.apply(">", v, ZERO))
              .where(SmtTerm.apply(">", arguments.get(0), ZERO), "the base is positive");
      case "log", "log2", "log10" ->
          Conditions.opaque(name, v -> SmtTerm.TRUE)
              .where(
                  SmtTerm.apply(">", arguments.get(0), ZERO),
                  "the argument of the logarithm is positive");
      case "sin", "cos", "tanh" ->
          Conditions.opaque(name, v -> SmtTerm.apply("<=", SmtTerm.of(-1), v, ONE));
      case "cosh" -> Conditions.opaque(name, v -> SmtTerm.apply(">=", v, ONE));
      case "sinh", "arctan", "floor", "ceiling" -> Conditions.opaque(name, v -> SmtTerm.TRUE);
      default -> throw new NoReadingException(angle ? "arctan of two arguments" : name, READING);
    };
  }

  /** A constant such as pi. */
  static Conditions number(String name, Term constant) throws NoReadingException {
    return Conditions.opaque(name, v -> SmtTerm.TRUE).within(bounds(constant));
  }

  /** Rational bounds of a term without quantities; empty where there are none. */
  static Optional<Interval> bounds(Term term) throws NoReadingException {
    if (!term.quantities().isEmpty()) {
      return Optional.empty();
    }
    Enclosure enclosure = IntervalReading.of(term).at(NoQuantities.INSTANCE);
    boolean finite = !Double.isInfinite(enclosure.values().magnitude());
    return Optional.of(enclosure.values()).filter(unused -> enclosure.defined() && finite);
  }

  /** That the constant lies in an interval. */
  static SmtTerm inside(SmtTerm constant, Interval interval) {
    return SmtTerm.apply("<=", exact(interval.lower()), constant, exact(interval.upper()));
  }

  private static SmtTerm exact(double bound) {
    return SmtTerm.of(RationalValue.fraction(new BigDecimal(bound)));
  }

  /** For terms that were seen to mention none. */
  private enum NoQuantities implements IntervalQuantities {
    INSTANCE;

    @Override
    public Interval symbol(String name) {
      throw new IllegalStateException(name);
    }

    @Override
    public Interval call(String name, double[] arguments) {
      throw new IllegalStateException(name);
    }

    @Override
    public Interval callWithName(String name, String argument) {
      throw new IllegalStateException(name);
    }
  }
}
