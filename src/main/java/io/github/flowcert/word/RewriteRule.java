package io.github.flowcert.word;

import io.github.flowcert.word.Word.Power;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** A word and what it is equal to. */
record RewriteRule(Word from, Polynomial to) {

  static RewriteRule of(Assertion.Equation equation) throws WordException {
    if (equation.traces() || equation.left().terms().size() != 1) {
      throw new WordException("'" + equation + "' has no single word to its left");
    }
    Word word = equation.left().terms().firstKey();
    if (word.powers().isEmpty()) {
      throw new WordException("'" + equation + "' has the identity to its left");
    }
    BigFraction coefficient = equation.left().terms().get(word);
    return new RewriteRule(word, equation.right().times(coefficient.reciprocal()));
  }

  /** The word with the first place where the rule fits rewritten; empty where there is none. */
  Optional<Polynomial> applied(Word word) {
    for (int place = 0; place + from.powers().size() <= word.powers().size(); place++) {
      Optional<Polynomial> found = at(word, place);
      found = found.isPresent() ? found : lifted(word, place);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Polynomial> at(Word word, int place) {
    int count = from.powers().size();
    for (int k = 0; k < count; k++) {
      boolean edge = k == 0 || k == count - 1;
      if (!fits(from.powers().get(k), word.powers().get(place + k), edge)) {
        return Optional.empty();
      }
    }
    Word before = Rewriting.part(word, 0, place).times(rest(word, place, 0));
    Word after = count == 1 ? Word.IDENTITY : rest(word, place, count - 1);
    Word end = after.times(Rewriting.part(word, place + count, word.powers().size()));
    return Optional.of(Polynomial.of(before).times(to).times(Polynomial.of(end)));
  }

  /** At its ends a rule may fit a part of a power: what is left over stays outside. */
  private static boolean fits(Power of, Power here, boolean edge) {
    Exponent rest = here.exponent().minus(of.exponent());
    return of.letter().equals(here.letter())
        && (edge ? rest.isNatural() : rest.equals(Exponent.ZERO));
  }

  private Word rest(Word word, int place, int k) {
    Power here = word.powers().get(place + k);
    Exponent exponent = here.exponent().minus(from.powers().get(k).exponent());
    return Word.product(List.of(new Power(here.letter(), exponent)));
  }

  /**
   * From A M = N A follows A M^x = N^x A for every natural x, by induction; likewise N^x A = A M^x
   * from N A = A M.
   */
  private Optional<Polynomial> lifted(Word word, int place) {
    if (!isExchange()) {
      return Optional.empty();
    }
    Power one = word.powers().get(place);
    Power two = word.powers().get(place + 1);
    List<Power> ours = from.powers();
    List<Power> theirs = to.terms().firstKey().powers();
    if (!one.letter().equals(ours.get(0).letter()) || !two.letter().equals(ours.get(1).letter())) {
      return Optional.empty();
    }
    boolean movesLeft = ours.get(0).equals(theirs.get(1));
    boolean single = (movesLeft ? one : two).exponent().equals(Exponent.ONE);
    if (!single) {
      return Optional.empty();
    }
    Power first = new Power(theirs.get(0).letter(), movesLeft ? two.exponent() : Exponent.ONE);
    Power second = new Power(theirs.get(1).letter(), movesLeft ? Exponent.ONE : one.exponent());
    Word swapped =
        Rewriting.part(word, 0, place)
            .times(Word.product(List.of(first, second)))
            .times(Rewriting.part(word, place + 2, word.powers().size()));
    return Optional.of(Polynomial.of(swapped));
  }

  private boolean isExchange() {
    if (from.powers().size() != 2 || to.terms().size() != 1) {
      return false;
    }
    Word image = to.terms().firstKey();
    boolean bare = to.equals(Polynomial.of(image)) && image.powers().size() == 2;
    return bare
        && from.powers().stream().allMatch(each -> each.exponent().equals(Exponent.ONE))
        && image.powers().stream().allMatch(each -> each.exponent().equals(Exponent.ONE))
        && (from.powers().get(0).equals(image.powers().get(1))
            || from.powers().get(1).equals(image.powers().get(0)));
  }
}
