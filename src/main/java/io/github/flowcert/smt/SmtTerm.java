package io.github.flowcert.smt;

import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/**
 * A term of SMT-LIB 2, of sort Real or Bool.
 *
 * @param text in SMT-LIB's syntax
 */
public record SmtTerm(String text) {
  /** What always holds. */
  public static final SmtTerm TRUE = new SmtTerm("true");

  /** The exact number. */
  public static SmtTerm of(BigFraction number) {
    if (number.signum() < 0) {
      return apply("-", of(number.negate()));
    }
    SmtTerm numerator = new SmtTerm(number.getNumerator() + ".0");
    return number.isInteger()
        ? numerator
        : apply("/", numerator, new SmtTerm(number.getDenominator() + ".0"));
  }

  /** The whole number. */
  public static SmtTerm of(int number) {
    return of(new BigFraction(number));
  }

  /** A function or connective of SMT-LIB applied to terms. */
  public static SmtTerm apply(String function, SmtTerm... arguments) {
    return apply(function, List.of(arguments));
  }

  /** A function or connective of SMT-LIB applied to terms; to a single one where it only joins. */
  static SmtTerm join(String function, List<SmtTerm> arguments) {
    return arguments.size() == 1 ? arguments.get(0) : apply(function, arguments);
  }

  private static SmtTerm apply(String function, List<SmtTerm> arguments) {
    String each = arguments.stream().map(SmtTerm::text).collect(Collectors.joining(" "));
    return new SmtTerm("(" + function + " " + each + ")");
  }

  /** This condition, where the other holds. */
  SmtTerm given(SmtTerm other) {
    return other.equals(TRUE) || equals(TRUE) ? this : apply("=>", other, this);
  }

  /** Both conditions. */
  SmtTerm and(SmtTerm other) {
    return equals(TRUE) ? other : apply("and", this, other);
  }

  /** The opposite of this condition. */
  public SmtTerm not() {
    return apply("not", this);
  }

  @Override
  public String toString() {
    return text;
  }
}
