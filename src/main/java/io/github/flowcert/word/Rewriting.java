package io.github.flowcert.word;

import io.github.flowcert.word.Word.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;

/**
 * Replaces the left sides of equations by their right sides, anywhere in a word, until none is left
 * or a limit is reached. What comes out is equal to what went in where the equations hold, whatever
 * their order; that it is 0 is a proof, that it is not shows nothing.
 */
public final class Rewriting {
  private static final int MOST_STEPS = 2000;
  private static final int MOST_ROTATIONS = 200;

  private final List<RewriteRule> rules = new ArrayList<>();
  private int steps;
  private boolean sizesMatter;

  /**
   * A rewriting by equations.
   *
   * @throws WordException if a left side is not a multiple of one word other than the identity
   */
  public Rewriting(List<Assertion.Equation> equations) throws WordException {
    for (Assertion.Equation equation : equations) {
      RewriteRule rule = RewriteRule.of(equation);
      rules.add(rule);
      // What a letter is tells what its transpose is; of longer words, the proof has to say it.
      if (rule.from().powers().size() == 1) {
        rules.add(new RewriteRule(rule.from().transpose(), rule.to().transpose()));
      }
    }
  }

  /**
   * Whether an equation is shown.
   *
   * @throws WordException if the limit of steps is reached
   */
  public boolean shows(Assertion.Equation equation) throws WordException {
    return remainder(equation).isZero();
  }

  /**
   * What the difference of the sides becomes; under a trace, each word in one of its rotations.
   *
   * @throws WordException if the limit of steps is reached
   */
  public Polynomial remainder(Assertion.Equation equation) throws WordException {
    steps = 0;
    sizesMatter = equation.traces();
    refuseIdentity(equation.left());
    refuseIdentity(equation.right());
    Polynomial normal = normal(equation.difference());
    return equation.traces() ? underTrace(normal) : normal;
  }

  private Polynomial normal(Polynomial polynomial) throws WordException {
    Polynomial rest = polynomial;
    Polynomial done = Polynomial.ZERO;
    while (!rest.isZero()) {
      Word word = rest.terms().firstKey();
      BigFraction coefficient = rest.terms().get(word);
      rest = rest.minus(Polynomial.of(word, coefficient));
      Optional<Polynomial> image = rewritten(word);
      if (image.isPresent()) {
        rest = rest.plus(image.get().times(coefficient));
      } else {
        done = done.plus(Polynomial.of(word, coefficient));
      }
    }
    return done;
  }

  private Optional<Polynomial> rewritten(Word word) throws WordException {
    if (steps++ > MOST_STEPS) {
      throw new WordException("rewriting does not end after " + MOST_STEPS + " steps");
    }
    Optional<Polynomial> image =
        rules.stream().flatMap(rule -> rule.applied(word).stream()).findFirst();
    refuseIdentity(image.orElse(Polynomial.ZERO));
    return image;
  }

  /** Identities of different sizes are the same word, but do not have the same trace. */
  private void refuseIdentity(Polynomial polynomial) throws WordException {
    if (sizesMatter && polynomial.terms().containsKey(Word.IDENTITY)) {
      throw new WordException("the trace of an identity matrix depends on its size");
    }
  }

  private Polynomial underTrace(Polynomial polynomial) throws WordException {
    Polynomial sum = Polynomial.ZERO;
    for (var term : polynomial.terms().entrySet()) {
      sum = sum.plus(underTrace(term.getKey()).times(term.getValue()));
    }
    return sum;
  }

  /** The least word of the same trace that rotations, transposes and rules lead to. */
  private Polynomial underTrace(Word word) throws WordException {
    Set<Word> seen = new TreeSet<>();
    PriorityQueue<Word> open = new PriorityQueue<>(List.of(word));
    while (!open.isEmpty() && seen.size() < MOST_ROTATIONS) {
      Word next = open.poll();
      if (!seen.add(next) || next.powers().isEmpty()) {
        continue;
      }
      for (Word same : List.of(next.rotated(), next.transpose())) {
        Optional<Polynomial> image = rewritten(same);
        if (image.isPresent()) {
          return underTrace(normal(image.get()));
        }
        open.add(same);
      }
    }
    return Polynomial.of(seen.iterator().next());
  }

  /** The powers of a word from one place to another. */
  static Word part(Word word, int from, int to) {
    return Word.product(new ArrayList<Power>(word.powers().subList(from, to)));
  }
}
