package io.github.flowcert.smt;

import io.github.flowcert.interval.Interval;
import java.util.Optional;

/**
 * How a constant relates to the terms of which it is a function.
 *
 * @param function begins the constant's name
 * @param role how much the facts say
 * @param domain where it has a value
 * @param reason the domain in words
 * @param facts what holds of the constant there
 */
record Conditions(String function, Variable.Role role, SmtTerm domain, String reason, Facts facts) {

  /** What holds of a constant. */
  @FunctionalInterface
  interface Facts {
    SmtTerm of(SmtTerm constant);
  }

  /** Facts that have one solution. */
  static Conditions defined(String function, Facts facts) {
    return new Conditions(function, Variable.Role.DEFINED, SmtTerm.TRUE, "", facts);
  }

  /** Facts that may have others. */
  static Conditions opaque(String function, Facts facts) {
    return new Conditions(function, Variable.Role.OPAQUE, SmtTerm.TRUE, "", facts);
  }

  /** The same with a domain. */
  Conditions where(SmtTerm condition, String words) {
    return new Conditions(function, role, condition, words, facts);
  }

  /** The same with bounds of the constant, if there are any. */
  Conditions within(Optional<Interval> bounds) {
    return bounds.isEmpty()
        ? this
        : new Conditions(
            function,
            role,
            domain,
            reason,
            v -> facts.of(v).and(Transcendental.inside(v, bounds.get())));
  }
}
