package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims are judged only where their hypotheses hold, and say which one does not. */
class HypothesesTest {
  private static final String DIAGONAL = "[[0.1, 0], [0, 0.1]]";

  private static String factors(String first, String second, String third) {
    return "{kind: factors, factors: [" + first + ", " + second + ", " + third + "]}";
  }

  private static void assertNotApplicable(ResultDocument document, String id, String... words) {
    ClaimResult claim = claim(document, id);
    assertThat(claim.status()).as(id).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(claim.reason()).contains(words);
    assertThat(claim.margin()).isNull();
    assertThat(claim.evidence()).isEqualTo("none");
  }

  @Test
  void aNegativeDeterminantLeavesTheoremOneAsideButKeepsItsSign() {
    ResultDocument document =
        analysed(3)
            .from("{kind: product, product: [[0.015, 0.03], [0.02, -0.01]]}")
            .flowing("{until: {loss: 1e-2}}")
            .verify();
    assertNotApplicable(
        document, "theorem-1/norm", "has a positive determinant", "determinant is -0.000750");
    assertThat(claim(document, "determinant-sign").status()).isEqualTo(Verdict.HOLDS);
    assertThat(document.status()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void otherObservationsLeaveTheoremOneAside() {
    ResultDocument document =
        analysed(3).observing("[['?', 1], [1, 0.5]]").flowing("{until: {loss: 1e-2}}").verify();
    assertNotApplicable(document, "theorem-1/effective-rank", "equation (6)", "[1, 0.5]");
    assertNotApplicable(document, "lemma-10", "equation (6)", "[1, 0.5]");
  }

  @Test
  void depthOneIsNoFactorization() {
    ResultDocument document = analysed(1).flowing("{until: {loss: 1e-2}}").verify();
    assertNotApplicable(document, "theorem-1/norm", "depth 2 or more", "depth is 1");
    assertNotApplicable(document, "determinant-sign", "depth 2 or more");
    assertThat(claim(document, "loss-nonincreasing").status()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void aRectangularMatrixHasNoDeterminant() {
    ResultDocument document =
        analysed(2)
            .observing("[['?', 1, 0], [1, 0, '?']]")
            .flowing("{until: {loss: 1e-2}}")
            .verify();
    assertNotApplicable(document, "determinant-sign", "square", "2 by 3");
  }

  @Test
  void unbalancedFactorsLeaveTheTheoremsAside() {
    ResultDocument document =
        analysed(3)
            .from(factors(DIAGONAL, "[[0.2, 0], [0, 0.1]]", DIAGONAL))
            .flowing("{until: {loss: 1e-2}}")
            .verify();
    // The squares of the two first entries are 0.04 and 0.01.
    assertNotApplicable(document, "determinant-sign", "are balanced", "unbalancedness is 0.0300");
    assertNotApplicable(document, "balancedness", "are balanced");
    assertThat(claim(document, "loss-nonincreasing").status()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void nearlyBalancedFactorsAreNotPassedOffAsBalanced() {
    ResultDocument document =
        analysed(3)
            .from(factors(DIAGONAL, "[[0.1, 0], [0, 0.100001]]", DIAGONAL))
            .flowing("{until: {loss: 1e-2}}")
            .verify();
    assertNotApplicable(document, "determinant-sign", "unbalancedness is 2.00e-07");
    assertNotApplicable(document, "theorem-1/norm", "unbalancedness is 2.00e-07");
  }

  @Test
  void balancedFactorsOfTheCaseFileAreAccepted() {
    String factor = "[[0.03, 0], [0, 0.03]]";
    ResultDocument document =
        analysed(2).from("{kind: factors, factors: [" + factor + ", " + factor + "]}").verify();
    assertThat(document.claims()).allMatch(claim -> claim.status() == Verdict.HOLDS);
  }

  @Test
  void factorsThatAreBalancedButForAnUlpAreNot() {
    String factor = "[[0.03, 0], [0, 0.03]]";
    String other = "[[0.030000000000000002, 0], [0, 0.03]]";
    ResultDocument document =
        analysed(2)
            .from("{kind: factors, factors: [" + factor + ", " + other + "]}")
            .flowing("{until: {loss: 1e-2}}")
            .verify();
    assertNotApplicable(
        document, "determinant-sign", "are balanced", "not balanced in exact arithmetic");
  }

  @Test
  void theDeterminantOfGivenFactorsIsNotLostInTheirProduct() {
    // det S = 0.01 - 0.0999999997^2 = 6e-11 (to 3e-9), and that cubed is far below an ulp of S^3.
    String s = "[[0.1, 0.0999999997], [0.0999999997, 0.1]]";
    ResultDocument document =
        analysed(3).from(factors(s, s, s)).flowing("{until: {time: 1e-3}}").verify();
    assertThat(claim(document, "theorem-1/norm").hypotheses())
        .filteredOn(hypothesis -> hypothesis.id().equals("determinant-positive"))
        .singleElement()
        .satisfies(
            hypothesis -> assertThat(hypothesis.value()).isEqualTo("determinant is 2.16e-31"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void independentGaussianLayersAreNotBalanced(long seed) {
    ResultDocument document =
        analysed(3).from("{kind: gaussian, scale: 1e-2, seed: " + seed + "}").verify();
    for (String id : new String[] {"determinant-sign", "balancedness", "theorem-1/norm"}) {
      assertNotApplicable(document, id, "are balanced", "unbalancedness is 0.");
    }
    assertThat(claim(document, "loss-nonincreasing").status()).isEqualTo(Verdict.HOLDS);
    assertThat(document.status()).isEqualTo(Verdict.HOLDS);
  }
}
