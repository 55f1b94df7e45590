package io.github.flowcert.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real-valued expression as a tree. It is data, with the literals kept exactly, so that it can be
 * evaluated in other arithmetic too; {@link #evaluate} does it in doubles.
 */
public sealed interface Term {

  /** The value in doubles; NaN outside the domain of a function. */
  double evaluate(Quantities quantities);

  /** The terms of which this one is made. */
  default Stream<Term> parts() {
    return Stream.empty();
  }

  /** Names of the quantities mentioned, with or without arguments. */
  default Set<String> quantities() {
    return parts().flatMap(part -> part.quantities().stream()).collect(Collectors.toSet());
  }

  /**
   * A number as written.
   *
   * @param exact its value
   * @param nearest the double nearest to it
   */
  record Literal(BigDecimal exact, double nearest) implements Term {
    @Override
    public double evaluate(Quantities quantities) {
      return nearest;
    }
  }

  /** A constant with a name. */
  enum Constant implements Term {
    PI(Math.PI),
    E(Math.E),
    INFINITY(Double.POSITIVE_INFINITY);

    private final double value;

    Constant(double value) {
      this.value = value;
    }

    @Override
    public double evaluate(Quantities quantities) {
      return value;
    }
  }

  /** A quantity without arguments. */
  record Symbol(String name) implements Term {
    @Override
    public double evaluate(Quantities quantities) {
      return quantities.symbol(name);
    }

    @Override
    public Set<String> quantities() {
      return Set.of(name);
    }
  }

  /** A quantity with numbers as arguments; nobody may write to the array. */
  record Call(String name, double[] arguments) implements Term {
    @Override
    public double evaluate(Quantities quantities) {
      return quantities.call(name, arguments);
    }

    @Override
    public Set<String> quantities() {
      return Set.of(name);
    }
  }

  /** A quantity whose argument is a name. */
  record NamedCall(String name, String argument) implements Term {
    @Override
    public double evaluate(Quantities quantities) {
      return quantities.callWithName(name, argument);
    }

    @Override
    public Set<String> quantities() {
      return Set.of(name);
    }
  }

  /** A sum, added from the left. */
  record Sum(List<Term> terms) implements Term {
    @Override
    public double evaluate(Quantities quantities) {
      double sum = terms.get(0).evaluate(quantities);
      for (int k = 1; k < terms.size(); k++) {
        sum += terms.get(k).evaluate(quantities);
      }
      return sum;
    }

    @Override
    public Stream<Term> parts() {
      return terms.stream();
    }
  }

  /** A product, multiplied from the left. */
  record Product(List<Term> factors) implements Term {
    @Override
    public double evaluate(Quantities quantities) {
      double product = factors.get(0).evaluate(quantities);
      for (int k = 1; k < factors.size(); k++) {
        product *= factors.get(k).evaluate(quantities);
      }
      return product;
    }

    @Override
    public Stream<Term> parts() {
      return factors.stream();
    }
  }

  /** A quotient, divided once: Symja's own form a * b^(-1) would be rounded twice. */
  record Quotient(Term dividend, Term divisor) implements Term {
    @Override
    public double evaluate(Quantities quantities) {
      return dividend.evaluate(quantities) / divisor.evaluate(quantities);
    }

    @Override
    public Stream<Term> parts() {
      return Stream.of(dividend, divisor);
    }
  }

  /** A function of terms. */
  record Application(NumericFunction function, List<Term> arguments) implements Term {
    @Override
    public double evaluate(Quantities quantities) {
      double[] values = new double[arguments.size()];
      for (int k = 0; k < values.length; k++) {
        values[k] = arguments.get(k).evaluate(quantities);
      }
      return function.apply(values);
    }

    @Override
    public Stream<Term> parts() {
      return arguments.stream();
    }
  }

  /** One of two terms; only the chosen one is evaluated. */
  record Choice(Formula condition, Term yes, Term no) implements Term {
    @Override
    public double evaluate(Quantities quantities) {
      return (condition.holds(quantities) ? yes : no).evaluate(quantities);
    }

    @Override
    public Stream<Term> parts() {
      return Stream.concat(condition.terms(), Stream.of(yes, no));
    }
  }
}
