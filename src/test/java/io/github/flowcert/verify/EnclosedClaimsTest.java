package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.claim.Premise;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims judged in interval arithmetic. */
class EnclosedClaimsTest {
  private static final String TENTH = "{kind: identity, scale: 0.1}";

  private static CaseText enclosed(String initial, double until) {
    return analysed(2).from(initial).flowing("{until: {time: " + until + "}}\nevidence: enclosed");
  }

  @Test
  void theoremOneIsEnclosedForAllTimes() {
    ResultDocument document =
        enclosed(TENTH, 20).claiming("theorem-1, determinant-sign, loss-nonincreasing").verify();
    assertThat(document.claims()).allMatch(each -> each.status() == Verdict.ENCLOSED);
    assertThat(document.status()).isEqualTo(Verdict.ENCLOSED);
    ClaimResult distance = claim(document, "theorem-1/infimal-rank-distance");
    assertThat(distance.evidence()).isEqualTo("interval");
    assertThat(distance.enclosure().until()).isEqualTo(20);
    assertThat(distance.enclosure().numeric()).isEqualTo(Verdict.HOLDS);
    // The least margin of the floating-point run, which saw only some times.
    assertThat(distance.enclosure().margin().lower()).isLessThanOrEqualTo(distance.margin());
    assertThat(distance.enclosure().margin().lower()).isGreaterThan(0.9 * distance.margin());
    assertThat(distance.reason()).startsWith("holds for all t in [0, 20.0000]");
  }

  @Test
  void theSharpBoundIsEnclosedAndOnePercentMoreIsRefuted() {
    String bound = "(1 - (Sqrt(1 + 8*loss) - 1)/2)^(3/2)/Sqrt((Sqrt(1 + 8*loss) - 1)/2)";
    ResultDocument document =
        enclosed(TENTH, 10)
            .claiming(
                "theorem-1/sharp, {id: own, expression: 'Abs(w(1,1)) >= 1.01*"
                    + bound
                    + "', when: 'loss < 3/8'}")
            .verify();
    assertThat(claim(document, "theorem-1/sharp").status()).isEqualTo(Verdict.ENCLOSED);
    ClaimResult more = claim(document, "own");
    assertThat(more.status()).isEqualTo(Verdict.REFUTED);
    assertThat(more.enclosure().margin().upper()).isNegative();
    // Where |w11| falls below the bound, by the floating-point run, and until the end.
    assertThat(more.enclosure().time().lower()).isBetween(2.2, 2.22);
    assertThat(more.enclosure().time().upper()).isEqualTo(10);
    assertThat(more.reason()).startsWith("fails for all t in [");
    assertThat(document.status()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aClaimThatFailsOnlyForAMomentIsNotEnclosed() {
    ClaimResult own = claim(enclosed(TENTH, 2).claimingThat("Abs(t - 1) > 0").verify(), "own");
    assertThat(own.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(own.reason()).contains("its margin is only known to lie in");
  }

  @Test
  void aConditionSaysWhereAClaimIsMade() {
    ResultDocument document =
        enclosed(TENTH, 4)
            .claiming(
                "{id: late, expression: 'Max(Exp(-t), Abs(w(1,1))) > 1', when: 't >= 3'}, {id: early,"
                    + " expression: 'Max(Exp(-t), Abs(w(1,1))) > 1', when: 't >= 1'}")
            .verify();
    assertThat(claim(document, "late").status()).isEqualTo(Verdict.ENCLOSED);
    // At t = 1 the entry is near 0.28.
    assertThat(claim(document, "early").status()).isEqualTo(Verdict.REFUTED);
    assertThat(claim(document, "early").enclosure().time().lower()).isBetween(1.0, 1.1);
  }

  @Test
  void aTermWithoutAValueIsNeitherEnclosedNorRefuted() {
    ResultDocument document =
        enclosed(TENTH, 2)
            .claiming(
                "{id: root, expression: 'Sqrt(t - 1) >= 0'}, {id: logarithm, expression: 'Log(1 - t) <"
                    + " 1'}, {id: pole, expression: '1/(t - 1) < 10^300'}")
            .verify();
    assertThat(document.claims())
        .allMatch(each -> each.status() != Verdict.ENCLOSED && each.status() != Verdict.REFUTED);
  }

  @Test
  void aDeterminantThatChangesItsSignInTheBoxIsNotEnclosed() {
    String block = "[[0.31622776601683794, 0], [0, 0.31622776601683794]]";
    ClaimResult positive =
        claim(
            enclosed("{kind: factors, factors: [" + block + ", " + block + "], radius: 1e-4}", 8)
                .flowing("{until: {time: 8, steps: 4000}}\nevidence: enclosed")
                .claimingThat("det > 0")
                .verify(),
            "own");
    assertThat(positive.status()).isNotIn(Verdict.ENCLOSED, Verdict.PROVED, Verdict.REFUTED);
  }

  @Test
  void otherShapesAreUndecidedForAReasonThatIsNamed() {
    ResultDocument document =
        enclosed("{kind: gaussian, scale: 0.1, seed: 1}", 1)
            .observing("[['?', 1, 0], [1, 0, 1], [0, 1, 0]]")
            .claimingThat("sigma(1) > 0")
            .verify();
    assertThat(claim(document, "own").status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(claim(document, "own").reason())
        .isEqualTo(
            "not enclosed: 'sigma' is enclosed for 2-by-2 matrices alone; expected entries, or the"
                + " loss");
  }

  @Test
  void whatIsShownOfAWholeBoxIsNotClaimedForTheLaterTimesToWhichItsPartsAreFollowed() {
    // The box is followed in short steps to t = 0.2744..., its parts are so small that theirs are
    // long: they end at 0.299, where the first claim would be false.
    ResultDocument document =
        enclosed("{kind: product, product: [[0.1, 0], [0, 0.1]], radius: 1.5e-10}", 50)
            .flowing("{until: {loss: 0.9, time: 50}}")
            .claiming(
                "{id: own, expression: 't < 28/100'}, {id: open, expression: 'Abs(t - 1/10) > 0'}")
            .verify();
    assertThat(claim(document, "open").status()).isEqualTo(Verdict.UNDECIDED);
    ClaimResult early = claim(document, "own");
    assertThat(early.status()).isEqualTo(Verdict.ENCLOSED);
    assertThat(early.enclosure().until()).isLessThan(0.28);
  }

  @Test
  void whatIsRefutedWithoutAHypothesisSaysSo() throws Exception {
    // Of determinant -0.05, which Theorem 1 excludes.
    ClaimResult sharp =
        claim(
            enclosed("{kind: product, product: [[0.1, 0.2], [0.3, 0.1]]}", 2)
                .claiming("theorem-1/sharp")
                .verifyWithout(Premise.DETERMINANT),
            "theorem-1/sharp");
    assertThat(sharp.status()).isEqualTo(Verdict.REFUTED);
    assertThat(sharp.reason())
        .startsWith(
            "judged without the hypothesis that the initial product matrix has a positive"
                + " determinant: fails for all t in [");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[0, 0], [0, 0]]", "[[1, 0], [0, 1]]"})
  void theEffectiveRankOfTheZeroMatrixIsNeitherEnclosedNorRefuted(String second) {
    String start = "{kind: factors, factors: [[[0, 0], [0, 0]], " + second + "]}";
    ClaimResult rank = claim(enclosed(start, 0.5).claimingThat("erank <= 2").verify(), "own");
    assertThat(rank.status()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aDeterminantThatIsNotToldFromZeroRefutesNoTheorem() {
    // Singular in decimals, of determinant 1e-18 or so in doubles.
    String block = "[[0.1, 0.3], [0.3, 0.9]]";
    ResultDocument document =
        enclosed("{kind: factors, factors: [" + block + ", " + block + "]}", 1)
            .claiming("determinant-sign")
            .verify();
    assertThat(document.status()).isIn(Verdict.UNDECIDED, Verdict.NOT_APPLICABLE);
  }

  @Test
  void aConditionThatNeverHoldsMakesAClaimNotApplicable() {
    ResultDocument document =
        enclosed(TENTH, 2)
            .claiming("{id: own, expression: 'loss > 5', when: 'loss < 1/1000000'}")
            .verify();
    assertThat(claim(document, "own").status()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void aBoxAroundTheProductMatrixIsEnclosedWithoutParts() {
    ClaimResult positive =
        claim(
            enclosed("{kind: identity, scale: 0.1, radius: 1e-4}", 20)
                .claimingThat("det > 0")
                .verify(),
            "own");
    assertThat(positive.status()).isEqualTo(Verdict.ENCLOSED);
    assertThat(positive.enclosure().parts()).isEqualTo(1);
    assertThat(positive.reason()).contains("every start in the box of radius 0.0001");
  }

  @Test
  void aBoxAroundFactorsIsNotBalanced() {
    String half = "[[0.5, 0], [0, 0.5]]";
    ResultDocument document =
        enclosed("{kind: factors, factors: [" + half + ", " + half + "], radius: 1e-4}", 1)
            .claiming("determinant-sign, theorem-1")
            .verify();
    assertThat(document.claims()).allMatch(each -> each.status() == Verdict.NOT_APPLICABLE);
  }

  @Test
  void aBoxWithSingularMatricesMeetsNoHypothesisAboutTheDeterminant() {
    ResultDocument document =
        enclosed("{kind: identity, scale: 0.1, radius: 0.2}", 1)
            .claiming("determinant-sign")
            .verify();
    assertThat(document.status()).isIn(Verdict.NOT_APPLICABLE, Verdict.UNDECIDED);
  }

  @Test
  void balancednessIsEnclosedByTheFactorsThemselves() {
    ClaimResult balance =
        claim(enclosed(TENTH, 5).claiming("balancedness").verify(), "balancedness");
    assertThat(balance.status()).isEqualTo(Verdict.ENCLOSED);
    assertThat(balance.enclosure().coordinates()).isEqualTo("entries of the factors");
  }

  @Test
  void tooFewStepsAreNamedAsTheKnob() {
    ClaimResult own =
        claim(
            enclosed(TENTH, 50)
                .flowing("{until: {time: 50, steps: 10}}\nevidence: enclosed")
                .claimingThat("det > 0")
                .verify(),
            "own");
    assertThat(own.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(own.reason()).contains("flow.until.steps");
  }
}
