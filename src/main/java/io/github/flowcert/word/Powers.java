package io.github.flowcert.word;

import io.github.flowcert.word.Word.Power;
import java.util.List;

/** Powers of polynomials. */
final class Powers {
  private Powers() {}

  /**
   * A natural power.
   *
   * @throws WordException if the exponent is symbolic or large and the base not a power itself
   */
  static Polynomial of(Polynomial base, Exponent exponent) throws WordException {
    Polynomial one = Polynomial.of(Word.IDENTITY);
    if (base.equals(one)) {
      return base;
    }
    if (base.terms().size() == 1) {
      Word word = base.terms().firstKey();
      boolean single = word.powers().size() == 1 && base.equals(Polynomial.of(word));
      if (single && word.powers().get(0).exponent().equals(Exponent.ONE)) {
        Letter letter = word.powers().get(0).letter();
        return Polynomial.of(Word.product(List.of(new Power(letter, exponent))));
      }
    }
    Polynomial product = one;
    for (int k = 0; k < WordException.constant(exponent); k++) {
      product = product.times(base);
    }
    return product;
  }
}
