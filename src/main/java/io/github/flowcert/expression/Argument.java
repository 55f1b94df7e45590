package io.github.flowcert.expression;

import java.util.Set;

/** What a quantity takes as an argument. */
public sealed interface Argument {

  /** How the argument is described in an error message. */
  String description();

  /** A whole number in a range. */
  record Index(int low, int high) implements Argument {
    @Override
    public String description() {
      return "a whole number from " + low + " to " + high;
    }
  }

  /** A positive constant, which may be {@code Infinity}. */
  record Positive() implements Argument {
    @Override
    public String description() {
      return "a positive constant";
    }
  }

  /** One of these bare names, in lower case. */
  record Name(Set<String> allowed) implements Argument {

    /** Keeps the names from changing. */
    public Name {
      allowed = Set.copyOf(allowed);
    }

    @Override
    public String description() {
      return "one of " + Words.listed(allowed);
    }
  }
}
