package io.github.flowcert.reading;

import io.github.flowcert.interval.Elementary;
import io.github.flowcert.interval.Interval;
import io.github.flowcert.interval.Trigonometric;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A function of terms in interval arithmetic. */
@FunctionalInterface
interface IntervalFunction {

  /** On arguments as many as the function takes. */
  Enclosure apply(List<Enclosure> arguments);

  /**
   * The function of that name.
   *
   * @param name in lower case
   * @param count how many arguments it is given
   * @throws NoReadingException if there is none, as for functions of Symja's engine
   */
  static IntervalFunction named(String name, int count) throws NoReadingException {
    return switch (name) {
      case "abs" -> total(Interval::abs);
      case "sign" -> total(Interval::sign);
      case "floor" -> total(Interval::floor);
      case "ceiling" -> total(Interval::ceiling);
      case "min" -> arguments -> arguments.stream().reduce(IntervalFunction::least).orElseThrow();
      case "max" -> arguments -> arguments.stream().reduce(IntervalFunction::most).orElseThrow();
      case "sqrt" -> partial(Interval::sqrt, x -> x.lower() >= 0);
      case "power" -> arguments -> power(arguments.get(0), arguments.get(1));
      default -> transcendental(name, count);
    };
  }

  private static IntervalFunction transcendental(String name, int count) throws NoReadingException {
    return switch (name) {
      case "exp" -> total(Elementary::exp);
      case "log" -> count == 1 ? LOG : x -> LOG.of(x.get(1)).dividedBy(LOG.of(x.get(0)));
      case "log2" -> x -> LOG.of(x.get(0)).dividedBy(LOG.of(Enclosure.of(Interval.of(2))));
      case "log10" -> partial(Elementary::log10, IntervalFunction::isPositive);
      case "sinh" -> total(Elementary::sinh);
      case "cosh" -> total(Elementary::cosh);
      case "tanh" -> total(Elementary::tanh);
      default -> trigonometric(name, count);
    };
  }

  private static IntervalFunction trigonometric(String name, int count) throws NoReadingException {
    return switch (name) {
      case "sin" -> total(Trigonometric::sin);
      case "cos" -> total(Trigonometric::cos);
      case "tan" -> partial(Trigonometric::tan, x -> !Trigonometric.mayHavePole(x));
      case "arctan" -> {
        if (count != 1) {
          throw new NoReadingException("arctan of two arguments", "interval reading");
        }
        yield total(Trigonometric::arcTan);
      }
      default -> throw new NoReadingException(name, "interval reading");
    };
  }

  /** The natural logarithm. */
  IntervalFunction LOG = partial(Elementary::log, IntervalFunction::isPositive);

  private Enclosure of(Enclosure argument) {
    return apply(List.of(argument));
  }

  private static boolean isPositive(Interval x) {
    return x.lower() > 0;
  }

  private static IntervalFunction total(UnaryOperator<Interval> function) {
    return partial(function, x -> true);
  }

  private static IntervalFunction partial(
      UnaryOperator<Interval> function, Predicate<Interval> domain) {
    return arguments -> {
      Enclosure x = arguments.get(0);
      return new Enclosure(function.apply(x.values()), x.defined() && domain.test(x.values()));
    };
  }

  private static Enclosure least(Enclosure one, Enclosure other) {
    return one.combine(other, Interval::min);
  }

  private static Enclosure most(Enclosure one, Enclosure other) {
    return one.combine(other, Interval::max);
  }

  /** An exponent that is one integer may have any base; others need bases that are not negative. */
  private static Enclosure power(Enclosure base, Enclosure exponent) {
    Interval x = base.values();
    Interval y = exponent.values();
    boolean both = base.defined() && exponent.defined();
    if (y.isPoint() && y.lower() == (int) y.lower()) {
      boolean defined = both && (y.lower() >= 0 || !x.contains(0));
      return new Enclosure(Elementary.power(x, (int) y.lower()), defined);
    }
    boolean defined = both && (x.lower() > 0 || (x.lower() == 0 && y.lower() > 0));
    return new Enclosure(Elementary.power(x, y), defined);
  }
}
