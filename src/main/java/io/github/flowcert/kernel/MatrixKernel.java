package io.github.flowcert.kernel;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.word.Alphabet;
import io.github.flowcert.word.Assertion;
import io.github.flowcert.word.Letter;
import io.github.flowcert.word.Polynomial;
import io.github.flowcert.word.Rewriting;
import io.github.flowcert.word.Sample;
import io.github.flowcert.word.Substitution;
import io.github.flowcert.word.Word;
import io.github.flowcert.word.WordException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes facts about matrices, each by one rule. */
public final class MatrixKernel {
  private final Alphabet alphabet;
  private final List<Sample> samples;

  /**
   * A kernel for one alphabet.
   *
   * @param samples matrices at which suppositions may be seen to be possible
   */
  public MatrixKernel(Alphabet alphabet, List<Sample> samples) {
    this.alphabet = alphabet;
    this.samples = List.copyOf(samples);
  }

  /** What is supposed holds where it is supposed. */
  public MatrixFact suppose(List<Assertion> assertions) {
    return new MatrixFact(alphabet, Set.copyOf(assertions), assertions);
  }

  /**
   * What follows by rewriting: the difference of the sides becomes 0 when left sides of the
   * equations used are replaced by their right sides; and it is 0 at every sample at which all that
   * is supposed is true, of which there must be one.
   *
   * @throws NotProved if it does not follow, or what is supposed is not shown to be possible
   */
  public MatrixFact words(Collection<MatrixFact> from, List<Assertion> statements)
      throws NotProved {
    MatrixFact fact = new MatrixFact(alphabet, MatrixFact.hypotheses(from), statements);
    for (Assertion statement : statements) {
      requireFollows(statement, from);
    }
    requirePossible(fact);
    return fact;
  }

  private static void requireFollows(Assertion statement, Collection<MatrixFact> from)
      throws NotProved {
    boolean stated = from.stream().anyMatch(fact -> fact.statements().contains(statement));
    if (stated) {
      return;
    }
    if (!(statement instanceof Assertion.Equation equation)) {
      throw new NotProved("not supposed: " + statement);
    }
    try {
      Polynomial remainder = new Rewriting(equations(from)).remainder(equation);
      if (!remainder.isZero()) {
        throw new NotProved("the difference of the sides becomes " + remainder + ", not 0");
      }
    } catch (WordException e) {
      throw new NotProved(e.getMessage());
    }
  }

  /** What can be rewritten by: an equation of traces, or one with a sum to its left, cannot. */
  private static List<Assertion.Equation> equations(Collection<MatrixFact> from) {
    List<Assertion.Equation> equations = new ArrayList<>();
    from.stream()
        .flatMap(fact -> fact.statements().stream())
        .filter(Assertion.Equation.class::isInstance)
        .map(Assertion.Equation.class::cast)
        .filter(each -> !each.traces() && isWord(each.left()))
        .forEach(equations::add);
    return equations;
  }

  private static boolean isWord(Polynomial polynomial) {
    return polynomial.terms().size() == 1 && !polynomial.terms().containsKey(Word.IDENTITY);
  }

  private void requirePossible(MatrixFact fact) throws NotProved {
    boolean possible = false;
    for (Sample sample : samples) {
      if (isMet(fact.hypotheses(), sample)) {
        possible = true;
        requireTrue(fact, sample);
      }
    }
    if (!possible) {
      throw new NotProved("what it supposes is not shown to be possible");
    }
  }

  private static boolean isMet(Set<Assertion> hypotheses, Sample sample) {
    return hypotheses.stream().allMatch(each -> sample.truth(each).orElse(false));
  }

  private static void requireTrue(MatrixFact fact, Sample sample) throws NotProved {
    for (Assertion statement : fact.statements()) {
      if (!sample.truth(statement).orElse(true)) {
        throw new NotProved("false at a sample: " + statement);
      }
    }
  }

  /**
   * Matrices at which all of this is true and some statement is false; empty where none is found.
   */
  public Optional<Sample> counterexample(Collection<MatrixFact> from, List<Assertion> statements) {
    Set<Assertion> hypotheses = MatrixFact.hypotheses(from);
    return samples.stream()
        .filter(sample -> isMet(hypotheses, sample))
        .filter(sample -> statements.stream().anyMatch(each -> !sample.truth(each).orElse(true)))
        .findFirst();
  }

  /**
   * The derivatives in time of both sides of a fact's equations.
   *
   * @throws NotProved if one has a power with a symbolic exponent, or there is no equation
   */
  public MatrixFact derivative(MatrixFact fact) throws NotProved {
    List<Assertion> derivatives = new ArrayList<>();
    try {
      for (Assertion statement : fact.statements()) {
        if (statement instanceof Assertion.Equation equation) {
          derivatives.add(
              new Assertion.Equation(
                  equation.left().derivative(), equation.right().derivative(), equation.traces()));
        }
      }
    } catch (WordException e) {
      throw new NotProved(e.getMessage());
    }
    if (derivatives.isEmpty()) {
      throw new NotProved("there is no equation to differentiate");
    }
    return new MatrixFact(alphabet, fact.hypotheses(), derivatives);
  }

  /**
   * Both sides of a fact's equations, multiplied from both sides by the same words.
   *
   * @param left text of a word without sums
   * @param right the same
   * @throws NotProved if shapes do not fit, or there is no equation of matrices
   */
  public MatrixFact product(MatrixFact fact, String left, String right) throws NotProved {
    List<Assertion> products = new ArrayList<>();
    for (Assertion statement : fact.statements()) {
      if (statement instanceof Assertion.Equation equation && !equation.traces()) {
        // Read as a text, so that shapes are checked.
        String before = between(left, equation.left(), right);
        String after = between(left, equation.right(), right);
        products.addAll(parsed(before + " == " + after, alphabet));
      }
    }
    if (products.isEmpty()) {
      throw new NotProved("there is no equation of matrices to multiply");
    }
    Set<Assertion> hypotheses = new LinkedHashSet<>(fact.hypotheses());
    // Inverses may cancel, but the word that was multiplied by had them.
    hypotheses.addAll(MatrixFact.inverses(parsed(left + " == " + left, alphabet)));
    hypotheses.addAll(MatrixFact.inverses(parsed(right + " == " + right, alphabet)));
    return new MatrixFact(alphabet, hypotheses, products);
  }

  private static String between(String left, Polynomial middle, String right) {
    String before = left.equals("1") ? "" : left + ".";
    return before + "(" + middle + ")" + (right.equals("1") ? "" : "." + right);
  }

  /**
   * A statement about every chain, by induction over its number k of factors: it is true of the
   * empty product, {@code part == 1}, {@code gram == n}, {@code k == 0}; and where it is true of
   * {@code part} and {@code gram == before.Transpose(before)}, it is true of {@code part.before},
   * {@code Transpose(before).before} and {@code k + 1}.
   *
   * @throws NotProved if one of the two does not follow by rewriting
   */
  public MatrixFact induction(List<Assertion> statements) throws NotProved {
    List<Assertion> one = parsed("before.Transpose(before) == gram", alphabet);
    requireUnmentioned(statements, "before");
    MatrixFact link = new MatrixFact(alphabet, Set.copyOf(one), one);
    MatrixFact hypothesis = new MatrixFact(alphabet, Set.of(), statements);
    for (Assertion base : at(statements, Map.of("part", "1", "gram", "n", "k", "0"))) {
      requireFollows(base, List.of());
    }
    Map<String, String> next =
        Map.of("part", "part.before", "gram", "Transpose(before).before", "k", "k + 1");
    for (Assertion step : at(statements, next)) {
      requireFollows(step, List.of(link, hypothesis));
    }
    Set<Assertion> chain = Set.copyOf(parsed("chain(part, n, k, gram)", alphabet));
    MatrixFact fact = new MatrixFact(alphabet, chain, statements);
    requirePossible(fact);
    return fact;
  }

  private static void requireUnmentioned(List<Assertion> statements, String name) throws NotProved {
    if (lettersIn(statements).contains(name)) {
      throw new NotProved("the statement of an induction does not mention '" + name + "'");
    }
  }

  private List<Assertion> at(List<Assertion> statements, Map<String, String> values)
      throws NotProved {
    try {
      Set<String> used = lettersIn(statements);
      used.addAll(Set.of("part", "gram"));
      Substitution there = Substitution.parse(values, alphabet, alphabet, used);
      List<Assertion> all = new ArrayList<>();
      for (Assertion statement : statements) {
        all.add(there.apply(statement));
      }
      return all;
    } catch (ExpressionException | WordException e) {
      throw new NotProved(e.getMessage());
    }
  }

  private static List<Assertion> parsed(String text, Alphabet alphabet) throws NotProved {
    try {
      return Assertion.parse(text, alphabet);
    } catch (ExpressionException | WordException e) {
      throw new NotProved(e.getMessage());
    }
  }

  /**
   * A fact with other matrices for its letters.
   *
   * @param values texts in this kernel's alphabet; what is left out stands for itself
   * @param from facts among which its hypotheses, there, are or from which they follow
   * @throws NotProved if they do not, or shapes do not fit
   */
  public MatrixFact instance(
      MatrixFact fact, Map<String, String> values, Collection<MatrixFact> from) throws NotProved {
    try {
      Set<String> used = lettersIn(fact.statements());
      used.addAll(lettersIn(fact.hypotheses()));
      Substitution there = Substitution.parse(values, fact.alphabet(), alphabet, used);
      for (Assertion hypothesis : fact.hypotheses()) {
        requireFollows(there.apply(hypothesis), from);
      }
      List<Assertion> statements = new ArrayList<>();
      for (Assertion statement : fact.statements()) {
        statements.add(there.apply(statement));
      }
      MatrixFact instance = new MatrixFact(alphabet, MatrixFact.hypotheses(from), statements);
      requirePossible(instance);
      return instance;
    } catch (ExpressionException | WordException e) {
      throw new NotProved(e.getMessage());
    }
  }

  private static Set<String> lettersIn(Collection<Assertion> assertions) {
    Set<String> names = new LinkedHashSet<>();
    for (Assertion assertion : assertions) {
      assertion
          .polynomials()
          .flatMap(polynomial -> polynomial.terms().keySet().stream())
          .flatMap(word -> word.powers().stream())
          .map(Word.Power::letter)
          .map(Letter::name)
          .forEach(names::add);
      if (assertion instanceof Assertion.Invertible invertible) {
        names.add(invertible.letter());
      }
    }
    return names;
  }

  /** The names of a fact's letters, for whoever shows a counterexample. */
  public static List<String> letters(List<Assertion> statements) {
    return List.copyOf(lettersIn(statements));
  }

  static Map<String, Assertion> named(Map<String, String> texts, Alphabet alphabet)
      throws NotProved {
    Map<String, Assertion> named = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      named.put(entry.getKey(), parsed(entry.getValue(), alphabet).get(0));
    }
    return named;
  }
}
