package io.github.flowcert.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewritingTest {

  /** W_L ... W_1 with letters of their own, rewritten by balancedness: no opaque letters. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void productsOfBalancedFactorsArePowersAtEveryDepthWrittenOut(int depth) throws Exception {
    Alphabet alphabet = factors(depth);
    List<Assertion.Equation> rules = new ArrayList<>();
    for (int l = 1; l < depth; l++) {
      String one = "w" + l;
      String two = "w" + (l + 1);
      rules.add(
          equation(one + ".Transpose(" + one + ") == Transpose(" + two + ")." + two, alphabet));
    }
    String last = "w" + depth;
    String power = "(" + last + ".Transpose(" + last + "))^" + depth;
    String product = product(depth, 1);

    Assertion.Equation lemma =
        equation(product + ".Transpose(" + product + ") == " + power, alphabet);
    Assertion.Equation off =
        equation(product + ".Transpose(" + product + ") == " + power + " + " + power, alphabet);

    assertThat(new Rewriting(rules).shows(lemma)).isTrue();
    assertThat(new Rewriting(rules).shows(off)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void balancednessIsConservedAtEveryDepthWrittenOut(int depth) throws Exception {
    Alphabet alphabet = factors(depth);
    List<Assertion.Equation> rules = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      String after = l == depth ? "" : "Transpose(" + product(depth, l + 1) + ").";
      String before = l == 1 ? "" : ".Transpose(" + product(l - 1, 1) + ")";
      rules.add(equation("D(w" + l + ") == -" + after + "g" + before, alphabet));
    }
    for (int l = 1; l < depth; l++) {
      String one = "w" + l;
      String two = "w" + (l + 1);
      String text =
          "D(Transpose(" + two + ")." + two + " - " + one + ".Transpose(" + one + ")) == 0";
      assertThat(new Rewriting(rules).shows(equation(text, alphabet))).isTrue();
    }
    String wrong = "D(Transpose(w2).w2 + w1.Transpose(w1)) == 0";
    assertThat(new Rewriting(rules).shows(equation(wrong, alphabet))).isFalse();
  }

  @Test
  void anExchangeMovesSymbolicPowers() throws Exception {
    Alphabet alphabet = Network.alphabet(true);
    Rewriting rewriting = new Rewriting(List.of(equation("w.m == n.w", alphabet)));

    assertThat(rewriting.shows(equation("w.m^(a + 1 + 1) == n^(a + 2).w", alphabet))).isTrue();
    assertThat(rewriting.shows(equation("w.m^a == n^b.w", alphabet))).isFalse();
  }

  @Test
  void tracesOfRotationsAndTransposesAreEqualAndOthersAreNot() throws Exception {
    Alphabet alphabet = Network.alphabet(true);
    Rewriting none = new Rewriting(List.of());

    assertThat(none.shows(equation("Tr(w.g.n) == Tr(n.w.g)", alphabet))).isTrue();
    assertThat(none.shows(equation("Tr(w.g) == Tr(Transpose(w).Transpose(g))", alphabet))).isTrue();
    assertThat(none.shows(equation("Tr(w.g.n) == Tr(g.w.n)", alphabet))).isFalse();
  }

  @Test
  void theTraceOfAnIdentityIsNotTakenForThatOfOneOfAnotherSize() {
    Alphabet alphabet = Network.alphabet(true);

    assertThatThrownBy(() -> equation("Tr(Inverse(w).w) == Tr(g)", alphabet))
        .hasMessageContaining("size of an identity");
  }

  @Test
  void aProductOfShapesThatDoNotFitIsRefused() {
    Alphabet alphabet = Network.alphabet(false);

    assertThatThrownBy(() -> equation("factor.suffix == 0", alphabet))
        .hasMessageContaining("shapes do not fit")
        .hasMessageContaining("p-by-q times d-by-p");
    assertThatThrownBy(() -> equation("w + Transpose(w) == 0", alphabet))
        .hasMessageContaining("shapes do not fit");
    assertThatThrownBy(() -> equation("w == 1", alphabet)).hasMessageContaining("shapes");
  }

  @Test
  void aSubstitutionThatChangesSizesInTwoWaysIsRefused() {
    Alphabet alphabet = Network.alphabet(false);

    assertThatThrownBy(
            () ->
                Substitution.parse(
                    Map.of("part", "suffix", "gram", "m"),
                    alphabet,
                    alphabet,
                    Set.of("part", "gram")))
        .hasMessageContaining("does not fit");
  }

  private static String product(int from, int to) {
    List<String> letters = new ArrayList<>();
    for (int l = from; l >= to; l--) {
      letters.add("w" + l);
    }
    return "(" + String.join(".", letters) + ")";
  }

  private static Alphabet factors(int depth) {
    Map<String, Alphabet.Kind> letters = new LinkedHashMap<>();
    for (int l = 1; l <= depth; l++) {
      letters.put("w" + l, new Alphabet.Kind(new Shape("d" + l, "d" + (l - 1)), false, false));
    }
    letters.put("g", new Alphabet.Kind(new Shape("d" + depth, "d0"), false, false));
    return new Alphabet(new HashMap<>(letters), Set.of());
  }

  private static Assertion.Equation equation(String text, Alphabet alphabet) throws Exception {
    return (Assertion.Equation) Assertion.parse(text, alphabet).get(0);
  }
}
