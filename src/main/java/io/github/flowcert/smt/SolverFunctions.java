package io.github.flowcert.smt;

import io.github.flowcert.expression.Term;
import io.github.flowcert.reading.NoReadingException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Functions of terms as constants of a query. */
final class SolverFunctions {
  private static final SmtTerm ZERO = SmtTerm.of(0);
  private static final SmtTerm ONE = SmtTerm.of(1);

  private final SolverReading reading;

  SolverFunctions(SolverReading reading) {
    this.reading = reading;
  }

  SmtTerm read(Term.Application application) throws NoReadingException {
    String name = application.function().functionName();
    if (name.equals("power")) {
      return power(application);
    }
    if (name.equals("log") && application.arguments().size() == 2) {
      return logarithmToBase(application);
    }
    List<SmtTerm> arguments = reading.all(application.arguments());
    Optional<Conditions> algebraic = algebraic(name, arguments);
    Conditions conditions =
        algebraic.isPresent()
            ? algebraic.get()
            : Transcendental.function(name, arguments).within(Transcendental.bounds(application));
    SmtTerm key = SmtTerm.apply(name, arguments.toArray(SmtTerm[]::new));
    return reading.constant(key, application, conditions);
  }

  /** Conditions with one solution; empty for functions that polynomials cannot describe. */
  private static Optional<Conditions> algebraic(String name, List<SmtTerm> arguments) {
    SmtTerm x = arguments.get(0);
    return switch (name) {
      case "sqrt" -> Optional.of(root(name, x, 2, equal(x)));
      case "abs" -> Optional.of(Conditions.defined(name, a -> absolute(a, x)));
      case "sign" -> Optional.of(Conditions.defined(name, s -> sign(s, x)));
      case "min" -> Optional.of(Conditions.defined(name, m -> extreme("<=", m, arguments)));
      case "max" -> Optional.of(Conditions.defined(name, m -> extreme(">=", m, arguments)));
      default -> Optional.empty();
    };
  }

  private static Conditions.Facts equal(SmtTerm other) {
    return constant -> SmtTerm.apply("=", constant, other);
  }

  /** A number that is not negative and whose power satisfies something. */
  private static Conditions root(
      String name, SmtTerm radicand, int degree, Conditions.Facts facts) {
    return Conditions.defined(
            name,
            r -> SmtTerm.apply("and", SmtTerm.apply(">=", r, ZERO), facts.of(times(r, degree))))
        .where(SmtTerm.apply(">=", radicand, ZERO), "the radicand is not negative");
  }

  private static SmtTerm absolute(SmtTerm a, SmtTerm x) {
    return SmtTerm.apply(
        "and",
        SmtTerm.apply(">=", a, ZERO),
        SmtTerm.apply(
            "or", SmtTerm.apply("=", a, x), SmtTerm.apply("=", a, SmtTerm.apply("-", x))));
  }

  private static SmtTerm sign(SmtTerm s, SmtTerm x) {
    return SmtTerm.apply(
        "and",
        SmtTerm.apply("=", s, ONE).given(SmtTerm.apply(">", x, ZERO)),
        SmtTerm.apply("=", s, SmtTerm.of(-1)).given(SmtTerm.apply("<", x, ZERO)),
        SmtTerm.apply("=", s, ZERO).given(SmtTerm.apply("=", x, ZERO)));
  }

  private static SmtTerm extreme(String relation, SmtTerm m, List<SmtTerm> arguments) {
    List<SmtTerm> bounds =
        arguments.stream().map(each -> SmtTerm.apply(relation, m, each)).toList();
    List<SmtTerm> reached = arguments.stream().map(each -> SmtTerm.apply("=", m, each)).toList();
    return SmtTerm.apply("and", SmtTerm.join("and", bounds), SmtTerm.join("or", reached));
  }

  private SmtTerm logarithmToBase(Term.Application application) throws NoReadingException {
    Term base = natural(application, 0);
    return reading.read(new Term.Quotient(natural(application, 1), base));
  }

  private static Term natural(Term.Application logarithm, int argument) {
    return new Term.Application(logarithm.function(), List.of(logarithm.arguments().get(argument)));
  }

  private SmtTerm power(Term.Application application) throws NoReadingException {
    Term base = application.arguments().get(0);
    Optional<BigFraction> exponent = RealPowers.degree(application);
    if (exponent.isPresent()) {
      return rationalPower(application, reading.read(base), exponent.get());
    }
    List<SmtTerm> arguments = reading.all(application.arguments());
    if (base == Term.Constant.E) {
      List<SmtTerm> argument = arguments.subList(1, 2);
      Conditions conditions = Transcendental.function("exp", argument);
      return reading.constant(SmtTerm.apply("exp", argument.get(0)), application, conditions);
    }
    SmtTerm key = SmtTerm.apply("power", arguments.toArray(SmtTerm[]::new));
    Conditions conditions = Transcendental.function("power", arguments);
    return reading.constant(
        key, application, conditions.within(Transcendental.bounds(application)));
  }

  /** The power y of x with y^q = x^p, or y^q x^(-p) = 1; not negative where q is not 1. */
  private SmtTerm rationalPower(Term.Application application, SmtTerm x, BigFraction exponent) {
    int p = exponent.getNumeratorAsInt();
    int q = exponent.getDenominatorAsInt();
    if (q == 1 && p >= 0) {
      return times(x, p);
    }
    SmtTerm key = SmtTerm.apply("power", x, SmtTerm.of(exponent));
    if (p > 0) {
      return reading.constant(key, application, root("power", x, q, equal(times(x, p))));
    }
    Conditions.Facts inverse = y -> equal(ONE).of(SmtTerm.apply("*", y, times(x, -p)));
    Conditions conditions =
        q == 1
            ? Conditions.defined("power", inverse)
                .where(equal(ZERO).of(x).not(), "the base is not zero")
            : root("power", x, q, inverse)
                .where(SmtTerm.apply(">", x, ZERO), "the base is positive");
    return reading.constant(key, application, conditions);
  }

  private static SmtTerm times(SmtTerm factor, int count) {
    return count == 0 ? ONE : SmtTerm.join("*", Collections.nCopies(count, factor));
  }
}
