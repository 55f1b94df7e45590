package io.github.flowcert.kernel;

import io.github.flowcert.word.Alphabet;
import io.github.flowcert.word.Assertion;
import io.github.flowcert.word.Exponent;
import io.github.flowcert.word.Letter;
import io.github.flowcert.word.Network;
import io.github.flowcert.word.Polynomial;
import io.github.flowcert.word.Word;
import io.github.flowcert.word.Word.Power;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The determinant of a square product matrix keeps its sign along gradient flow from balanced
 * factors. Asked of the matrices:
 *
 * <ol>
 *   <li>neighbours' unbalancedness has the derivative 0, so that factors stay balanced;
 *   <li>where w has an inverse, {@code Tr(Inverse(w).suffix.D(factor).prefix) == Tr(K.g)} up to a
 *       number, with one K that does not depend on l;
 *   <li>for L of 2 or more, K K^T is a polynomial without inverses in the factors.
 * </ol>
 *
 * As D(w) is the sum of {@code suffix.D(factor).prefix} over l (product rule), Jacobi's formula
 * gives {@code (ln|Det(w)|)' = L c Tr(K.g)} wherever the determinant is not 0, and {@code Tr(K.g)^2
 * <= Tr(K.K^T) Tr(g^T.g)} (Cauchy and Schwarz) is bounded on bounded times, as the right side is
 * continuous. So ln|Det(w)| does not go to minus infinity in finite time, forward or backward: the
 * determinant is 0 never or always, and being continuous it keeps its sign.
 */
final class SignKept {
  private final Map<String, Assertion> flow;
  private final Map<String, Assertion> balanced;
  private final Assertion invertible = new Assertion.Invertible("w");
  private final Alphabet alphabet = Network.alphabet(true);

  SignKept() throws NotProved {
    flow = MatrixKernel.named(Network.flow(), alphabet);
    balanced = MatrixKernel.named(Network.balanced(), alphabet);
  }

  void check(MatrixFact conserved, MatrixFact rate, MatrixFact bound) throws NotProved {
    requireConserved(conserved);
    requireHypotheses(rate, balanced);
    requireHypotheses(bound, MatrixKernel.named(deeper(), alphabet));
    Word factor = rateFactor(rate);
    Word one = shifted(factor, "a");
    if (!one.equals(shifted(factor, "b"))) {
      throw new NotProved("the rate " + factor + " depends on more than the depth");
    }
    requireBound(bound, one);
  }

  private void requireConserved(MatrixFact conserved) throws NotProved {
    requireHypotheses(conserved, Map.of());
    String text = "D(Transpose(next).next - factor.Transpose(factor)) == 0";
    Assertion.Equation wanted =
        (Assertion.Equation) MatrixKernel.named(Map.of("", text), alphabet).get("");
    boolean stated =
        equations(conserved)
            .anyMatch(each -> !each.traces() && each.difference().equals(wanted.difference()));
    if (!stated) {
      throw new NotProved("not shown: " + text);
    }
  }

  private void requireHypotheses(MatrixFact fact, Map<String, Assertion> more) throws NotProved {
    Set<Assertion> allowed = new LinkedHashSet<>(flow.values());
    allowed.addAll(more.values());
    allowed.add(invertible);
    for (Assertion hypothesis : fact.hypotheses()) {
      if (!allowed.contains(hypothesis)) {
        throw new NotProved("supposes more than the flow and balanced factors: " + hypothesis);
      }
    }
  }

  private static Stream<Assertion.Equation> equations(MatrixFact fact) {
    return fact.statements().stream()
        .filter(Assertion.Equation.class::isInstance)
        .map(Assertion.Equation.class::cast);
  }

  /** What holds of chains at depth a + b + 2. */
  static Map<String, String> deeper() {
    return Map.of(
        "deep-chain", "chain(w, n, a + b + 2, m)",
        "deep-transposed-chain", "chain(Transpose(w), m, a + b + 2, n)");
  }

  /** The K of the rate. */
  private Word rateFactor(MatrixFact rate) throws NotProved {
    Polynomial left =
        ((Assertion.Equation)
                MatrixKernel.named(
                        Map.of("", "Inverse(w).suffix.D(factor).prefix == Inverse(w).w"), alphabet)
                    .get(""))
            .left();
    Assertion.Equation equation =
        equations(rate)
            .filter(each -> each.traces() && each.left().equals(left))
            .findFirst()
            .orElseThrow(() -> new NotProved("no rate Tr(" + left + ") == Tr(K.g) is shown"));
    Word word = single(equation.right());
    List<Power> powers = word.powers();
    Power last = powers.get(powers.size() - 1);
    if (!last.equals(new Power(Letter.of("g", false), Exponent.ONE))) {
      throw new NotProved("the rate " + word + " does not end with the gradient");
    }
    return new Word(powers.subList(0, powers.size() - 1));
  }

  private static Word single(Polynomial polynomial) throws NotProved {
    if (polynomial.terms().size() != 1 || polynomial.terms().containsKey(Word.IDENTITY)) {
      throw new NotProved("the rate " + polynomial + " is not a multiple of one word");
    }
    return polynomial.terms().firstKey();
  }

  private static Word shifted(Word word, String natural) {
    Map<String, Exponent> more = Map.of(natural, Exponent.named(natural).plus(Exponent.ONE));
    return new Word(
        word.powers().stream()
            .map(each -> new Power(each.letter(), each.exponent().with(more)))
            .toList());
  }

  private static void requireBound(MatrixFact bound, Word factor) throws NotProved {
    Polynomial square = Polynomial.of(factor.times(factor.transpose()));
    boolean shown =
        equations(bound)
            .anyMatch(
                each -> !each.traces() && each.left().equals(square) && isContinuous(each.right()));
    if (!shown) {
      throw new NotProved("no bound " + square + " == ... without inverses is shown");
    }
  }

  /** Letters of the network are continuous in time, where the flow exists. */
  private static boolean isContinuous(Polynomial polynomial) {
    Collection<String> factors = Set.of("w", "m", "n", "suffix", "factor", "prefix");
    return polynomial.terms().keySet().stream()
        .flatMap(word -> word.powers().stream())
        .map(Power::letter)
        .allMatch(each -> !each.inverse() && each.order() == 0 && factors.contains(each.name()));
  }
}
