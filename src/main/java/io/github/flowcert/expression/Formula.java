package io.github.flowcert.expression;

import java.util.List;
import java.util.stream.Stream;

/** A statement that is true or false, as a tree of comparisons. */
public sealed interface Formula {

  /** Whether it is true in doubles; a comparison with NaN is not. */
  boolean holds(Quantities quantities);

  /** The terms that it compares. */
  Stream<Term> terms();

  /** A comparison of two terms. */
  record Related(Term left, Relation relation, Term right) implements Formula {
    @Override
    public boolean holds(Quantities quantities) {
      return relation.holds(left.evaluate(quantities), right.evaluate(quantities));
    }

    @Override
    public Stream<Term> terms() {
      return Stream.of(left, right);
    }
  }

  /** Two terms with the same value: for proofs only, as computed numbers are seldom equal. */
  record Equal(Term left, Term right) implements Formula {
    @Override
    public boolean holds(Quantities quantities) {
      return left.evaluate(quantities) == right.evaluate(quantities);
    }

    @Override
    public Stream<Term> terms() {
      return Stream.of(left, right);
    }
  }

  /** True where every part is. */
  record All(List<Formula> parts) implements Formula {
    @Override
    public boolean holds(Quantities quantities) {
      return parts.stream().allMatch(part -> part.holds(quantities));
    }

    @Override
    public Stream<Term> terms() {
      return parts.stream().flatMap(Formula::terms);
    }
  }

  /** True where some part is. */
  record Any(List<Formula> parts) implements Formula {
    @Override
    public boolean holds(Quantities quantities) {
      return parts.stream().anyMatch(part -> part.holds(quantities));
    }

    @Override
    public Stream<Term> terms() {
      return parts.stream().flatMap(Formula::terms);
    }
  }

  /** True where the part is not. */
  record Not(Formula part) implements Formula {
    @Override
    public boolean holds(Quantities quantities) {
      return !part.holds(quantities);
    }

    @Override
    public Stream<Term> terms() {
      return part.terms();
    }
  }
}
