package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.claim.Along;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.CompiledClaim;
import io.github.flowcert.claim.Setting;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.SolutionLine;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.testing.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Propositions 1 and 2, and false claims, along the solutions of eq. (6). */
class SolutionClaimsTest {
  private static final MatrixCompletion PROBLEM = Problems.analysed(0);

  private static ClaimResult judged(ClaimDefinition definition, Norm norm)
      throws ExpressionException {
    FlowState start = new SolutionLine(PROBLEM).at(0).state();
    CaseFacts facts = new CaseFacts(2, List.of(2), PROBLEM, start, 0, 1, true).about(norm);
    JudgedClaim claim =
        new JudgedClaim(
            definition,
            Optional.of(CompiledClaim.of(definition, PROBLEM)),
            new Setting(PROBLEM, 2, -1, 1e-8, 1e-12, norm),
            facts,
            Set.of());
    return new ClaimJudge(claim, new SolutionMeasurement(claim, new SolutionLine(PROBLEM))).judge();
  }

  private static ClaimResult own(String statement, String when) throws ExpressionException {
    return judged(
        new ClaimDefinition(
            "own",
            "own",
            "own",
            Along.SOLUTION_SET,
            statement,
            when,
            List.of(),
            List.of(),
            false,
            null,
            false,
            null),
        null);
  }

  private static ClaimResult catalogued(String id, Norm norm) throws ExpressionException {
    return judged(new Catalogue().resolve(id).get(0), norm);
  }

  private static Schatten schatten(double p) {
    return new Schatten("schatten", p);
  }

  @Test
  void propositionTwoHoldsWithTheMarginsOfItsClosedForms() throws ExpressionException {
    // With sigma_2 = 2/(|x| + sqrt(x^2 + 4)): its derivative is about -1/x^2 at the far end, and
    // erank about 1 + (1 + ln(x^2 + 2))/(x^2 + 2); near 0, erank is about 2 - x^2/4.
    assertMargin("proposition-2/distance-decreasing", 1e-12, 1e6);
    double share = 1 / (1e12 + 2);
    assertMargin("proposition-2/effective-rank-above-1", share * (1 - Math.log(share)), 1e6);
    assertMargin("proposition-2/effective-rank-below-2", 1e-10 / 4, 1e-5);
    double slope = 2e-6 * share * -Math.log(share);
    assertMargin("proposition-2/effective-rank-decreasing", slope, 1e6);
    assertMargin("proposition-2/distance-limit", 1e-6, 1e6);
    assertMargin("proposition-2/distance-at-0", 0x1p-40, 0);
    assertMargin("proposition-2/effective-rank-at-0", 0x1p-40, 0);
  }

  private static void assertMargin(String id, double margin, double x) throws ExpressionException {
    ClaimResult result = catalogued(id, null);
    assertThat(result.status()).as(id).isEqualTo(Verdict.HOLDS);
    assertThat(result.evidence()).isEqualTo("numeric");
    assertThat(result.margin()).as(id).isCloseTo(margin, within(2e-3 * margin));
    assertThat(Math.abs(result.worst().x())).as(id).isCloseTo(x, within(1e-4 * x));
    assertThat(result.marginError()).isPositive().isLessThan(margin / 100);
    assertThat(result.worst().time()).isNull();
    assertThat(result.left()).isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2})
  void schattenNormsIncreaseBySlopesThatVanishAtZero(double p) throws ExpressionException {
    // ||W_x||_p = 2^(1/p) cosh(p asinh(x/2))^(1/p), of slope 2^(1/p) p x/4 near 0.
    double slope = Math.pow(2, 1 / p) * p * 1e-5 / 4;
    ClaimResult result = catalogued("proposition-1/increasing", schatten(p));
    assertThat(result.status()).isEqualTo(Verdict.HOLDS);
    assertThat(result.margin()).isCloseTo(slope, within(1e-7 * slope));
    ClaimResult least = catalogued("proposition-1/minimizer", schatten(p));
    assertThat(least.status()).isEqualTo(Verdict.HOLDS);
    assertThat(least.margin()).isCloseTo(slope * 1e-5 / 2, within(3e-14));
  }

  @Test
  void theSpectralNormHasACornerAtZero() throws ExpressionException {
    ClaimResult result = catalogued("proposition-1/increasing", schatten(Double.POSITIVE_INFINITY));
    assertThat(result.margin()).isCloseTo(0.5 + 2.5e-6, within(1e-12));
    assertThat(result.status()).isEqualTo(Verdict.HOLDS);
  }

  /** The norm at 0 is 2^1000; that of 1e-5 differs from it in the fourteenth digit. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-2})
  void anIncreaseThatDoublesCannotResolveIsUndecided(double p) throws ExpressionException {
    ClaimResult result = catalogued("proposition-1/minimizer", schatten(p));
    assertThat(result.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.reason()).contains("at x = ", "within the numerical error");
    assertThat(catalogued("proposition-1/increasing", schatten(p)).status())
        .isEqualTo(Verdict.HOLDS);
  }

  @Test
  void growthLeavesTwiceTheNormAtZeroWhereTheTriangleInequalityIsAnEquality()
      throws ExpressionException {
    // Nuclear norm: sqrt(x^2 + 4) >= |x| - 2, by 2 at the far end. For p = 1/2 the constant is 2,
    // and sqrt(x^2 + 4) + 2 - x/2 + 4 is least at x = 2/sqrt(3): 6 + sqrt(3).
    ClaimResult nuclear = catalogued("proposition-1/growth", schatten(1));
    assertThat(nuclear.margin()).isCloseTo(2 + 2e-6, within(1e-8));
    ClaimResult half = catalogued("proposition-1/growth", schatten(0.5));
    assertThat(half.margin()).isCloseTo(6 + Math.sqrt(3), within(1e-12));
    assertThat(Math.abs(half.worst().x())).isCloseTo(2 / Math.sqrt(3), within(1e-6));
    assertThat(half.parameters())
        .singleElement()
        .satisfies(p -> assertThat(p.value()).isEqualTo(0.5));
  }

  @Test
  void theConstantOnTheWrongSideIsViolated() throws ExpressionException {
    ClaimDefinition right = new Catalogue().resolve("proposition-1/growth").get(0);
    ClaimDefinition wrong =
        new ClaimDefinition(
            "wrong",
            "wrong",
            "wrong",
            Along.SOLUTION_SET,
            right.statement(),
            null,
            List.of(new ClaimDefinition.Let("slope", "unitnorm*c")),
            List.of(),
            true,
            null,
            false,
            null);
    assertThat(judged(wrong, schatten(0.5)).status()).isEqualTo(Verdict.VIOLATED);
    assertThat(judged(wrong, schatten(1)).status()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void aResultSaysOverWhichRangeItWasLookedAt() throws ExpressionException {
    assertThat(catalogued("proposition-2/effective-rank-below-2", null).reason())
        .isEqualTo(
            "looked at for x = 0 and 1e-5 <= |x| <= 1e6 where Abs(x) > 0, 50 points a decade and"
                + " around every low one; nothing is said of other x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "erankslope > 0",
        "distanceslope(1) > 0",
        "sigmaslope(1) < 0",
        "sigmaslope(2) > 0",
        "distance(1) > 1",
        "erank < 3/2",
        "distance(1) < 1/2 - Abs(x)/4"
      })
  void whatIsMonotoneTheOtherWayIsViolated(String statement) throws ExpressionException {
    ClaimResult result = own(statement, "Abs(x) > 0");
    assertThat(result.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(result.reason()).startsWith("at x = ");
  }

  @ParameterizedTest
  @CsvSource({"x, 1.5", "-x, -1.5"})
  void aClaimThatFailsBetweenThePointsOnOneSideIsViolatedThere(String side, double at)
      throws ExpressionException {
    ClaimResult result = own("10^6*(SIDE - 3/2)^2 > 1*^-6".replace("SIDE", side), null);
    assertThat(result.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(result.worst().x()).isCloseTo(at, within(1e-6));
    assertThat(result.margin()).isCloseTo(-1e-6, within(1e-8));
  }

  @Test
  void whatIsTouchedIsNotPassed() throws ExpressionException {
    assertThat(own("Abs(x) >= 0", null).status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(own("det >= -1", null).status()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aSlopeAtZeroHasNoValue() throws ExpressionException {
    ClaimResult result = own("erankslope < 1", null);
    assertThat(result.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.reason()).isEqualTo("has no value at x = 0.00000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t > 0", "loss < 1", "residual(1,2) < 1", "balance < 1", "normvalue > 0"})
  void quantitiesOfATrajectoryAreRefused(String statement) {
    assertThatThrownBy(() -> own(statement, null)).isInstanceOf(ExpressionException.class);
  }

  @Test
  void aConditionThatHoldsNowhereLeavesNothingToJudge() throws ExpressionException {
    assertThat(own("x > 0", "Abs(x) > 10^7").status()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void aCaseJudgesThemAmongItsOtherClaimsInOrder() {
    ResultDocument document =
        analysed(2)
            .flowing("{until: {loss: 0.1}}")
            .claiming("proposition-2, determinant-sign, proposition-1, lemma-10")
            .verify();
    assertThat(document.claims().stream().map(ClaimResult::id).toList())
        .hasSize(8 + 1 + 3 + 1)
        .startsWith("proposition-2/effective-rank-above-1")
        .endsWith("proposition-1/minimizer", "lemma-10");
    assertThat(document.claims()).allMatch(each -> each.status() == Verdict.HOLDS);
    assertThat(claim(document, "determinant-sign").worst().x()).isNull();
  }

  @Test
  void otherProblemsHaveOnlyTheGrowth() {
    ResultDocument document =
        analysed(2)
            .observing("[[2, '?'], [1, 3], [0, 1]]")
            .flowing("{until: {time: 0.1}}")
            .claiming("proposition-1, proposition-2/distance-decreasing")
            .verify();
    assertThat(claim(document, "proposition-1/growth").status()).isEqualTo(Verdict.HOLDS);
    assertThat(claim(document, "proposition-1/minimizer").reason()).contains("equation (6)");
    assertThat(claim(document, "proposition-2/distance-decreasing").status())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void twoUnobservedEntriesLeaveNoLine() {
    ResultDocument document =
        analysed(2)
            .observing("[['?', 1], [1, '?']]")
            .flowing("{until: {time: 0.1}}")
            .claiming("proposition-1/growth")
            .verify();
    assertThat(claim(document, "proposition-1/growth").reason()).contains("form a line");
  }
}
