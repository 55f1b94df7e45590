package io.github.flowcert.kernel;

import io.github.flowcert.word.Alphabet;
import io.github.flowcert.word.Assertion;
import io.github.flowcert.word.Letter;
import io.github.flowcert.word.Word;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A proved statement about matrices that depend on time: for all of the shapes that their alphabet
 * gives them, where the hypotheses are true at all times, it is true at all times. Only this
 * package can make one.
 */
public final class MatrixFact {
  private final Alphabet alphabet;
  private final Set<Assertion> hypotheses;
  private final List<Assertion> statements;

  MatrixFact(Alphabet alphabet, Set<Assertion> hypotheses, List<Assertion> statements) {
    this.alphabet = alphabet;
    Set<Assertion> all = new LinkedHashSet<>(hypotheses);
    all.addAll(inverses(statements));
    this.hypotheses = Set.copyOf(all);
    this.statements = List.copyOf(statements);
  }

  /** What mentions an inverse supposes that there is one. */
  static Set<Assertion> inverses(Collection<Assertion> assertions) {
    Set<Assertion> invertible = new LinkedHashSet<>();
    for (Assertion assertion : assertions) {
      assertion
          .polynomials()
          .flatMap(polynomial -> polynomial.terms().keySet().stream())
          .flatMap(word -> word.powers().stream())
          .map(Word.Power::letter)
          .filter(Letter::inverse)
          .forEach(letter -> invertible.add(new Assertion.Invertible(letter.name())));
    }
    return invertible;
  }

  static Set<Assertion> hypotheses(Collection<MatrixFact> facts) {
    Set<Assertion> all = new LinkedHashSet<>();
    facts.forEach(fact -> all.addAll(fact.hypotheses));
    return all;
  }

  /** The matrices of which it speaks, with their shapes. */
  public Alphabet alphabet() {
    return alphabet;
  }

  /** What it supposes. */
  public Set<Assertion> hypotheses() {
    return hypotheses;
  }

  /** What it says. */
  public List<Assertion> statements() {
    return statements;
  }
}
