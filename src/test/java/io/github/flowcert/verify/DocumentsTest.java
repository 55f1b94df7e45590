package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.FlowSummary;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.result.Sample;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.yaml.InputException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in documents, case by case, and what is refused. */
class DocumentsTest {

  private static final CaseText RANDOM =
      analysed(3).from("{kind: balanced-gaussian, scale: 1e-2, seed: 7}");

  private static String withoutWallTime(ResultDocument document) {
    return ResultStore.toJson(document).replaceAll("\"wallSeconds\" : [^,]*,", "");
  }

  @Test
  void theSameCaseGivesTheSameDocument() {
    assertThat(withoutWallTime(RANDOM.verify())).isEqualTo(withoutWallTime(RANDOM.verify()));
  }

  @Test
  void aSeedOfTheCommandLineStandsInForThatOfTheCase() {
    CaseText other = analysed(3).from("{kind: balanced-gaussian, scale: 1e-2, seed: 99}");
    ResultDocument replaced = RANDOM.verify(99L);
    assertThat(replaced.provenance().seed()).isEqualTo(99);
    assertThat(RANDOM.verify().provenance().seed()).isEqualTo(7);
    assertThat(replaced.setting()).isEqualTo(other.verify().setting());
    assertThat(replaced.flow().samples()).isEqualTo(other.verify().flow().samples());
    assertThat(replaced.flow().samples()).isNotEqualTo(RANDOM.verify().flow().samples());
  }

  @Test
  void aStartThatIsNotRandomHasNoSeed() {
    assertThat(analysed(2).flowing("{until: {time: 1}}").verify(5L).provenance().seed()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[['?', 1, 0], [1, 0, '?']]                                             | sigma(2) < 2 ",
        "[[1], ['?'], [2]]                                                      | w(3,1) < 2.5 ",
        "[['?', 1, 0, 0], [1, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]             | w(3,3) < 1.01",
        "[[3]]                                                                  | w(1,1) < 3   "
      })
  void claimsAreJudgedInOtherShapes(String observed, String expression) {
    ResultDocument document =
        analysed(3)
            .observing(observed)
            .from("{kind: balanced-gaussian, scale: 1e-2, seed: 3}")
            .flowing("{until: {loss: 1e-3}}")
            .claiming(
                "loss-nonincreasing, balancedness, {id: own, expression: '" + expression + "'}")
            .verify();
    assertThat(document.claims())
        .allSatisfy(claim -> assertThat(claim.status()).isEqualTo(Verdict.HOLDS));
    assertThat(document.flow().stop()).isEqualTo("loss");
  }

  @ParameterizedTest
  @ValueSource(strings = {"w(3,3) < 1", "sigma(3) < 1", "w(1,1) < x"})
  void aClaimThatDoesNotFitTheMatrixIsRefusedInALine(String expression) {
    assertThatThrownBy(() -> analysed(3).claimingThat(expression).verifyOrRefuse(null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(".yaml:")
        .hasMessageContaining("claims[1].expression: ")
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"product", "singular-values"})
  void aFormulationForBalancedStartsIsRefusedForOthers(String formulation) {
    CaseText text =
        analysed(2)
            .from("{kind: gaussian, scale: 1e-2, seed: 1}")
            .flowing("{formulation: " + formulation + "}");
    assertThatThrownBy(() -> text.verifyOrRefuse(null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("flow.formulation: '" + formulation + "'")
        .hasMessageContaining("expected formulation factors or auto");
  }

  @ParameterizedTest
  @CsvSource({"positive, true", "negative, false"})
  void aTinyStartHasTheSignOfTheDeterminantThatWasAskedFor(String sign, boolean positive)
      throws InputException {
    // The determinant itself, about 1e-600, is no double.
    ResultDocument document =
        analysed(1)
            .from("{kind: gaussian, scale: 1e-300, seed: 1, determinant: " + sign + "}")
            .claiming("lemma-10")
            .verifyOrRefuse(null);
    assertThat(document.claims().get(0).hypotheses())
        .filteredOn(hypothesis -> hypothesis.id().equals("determinant-positive"))
        .singleElement()
        .matches(hypothesis -> hypothesis.holds() == positive);
  }

  @Test
  void aStartThatOverflowsIsRefused() {
    String factor = "[[1e90, 0], [0, 1e90]]";
    CaseText text =
        analysed(4)
            .from(
                "{kind: factors, factors: ["
                    + String.join(", ", List.of(factor, factor, factor, factor))
                    + "]}");
    assertThatThrownBy(() -> text.verifyOrRefuse(null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("too large for a double");
  }

  @Test
  void bothSidesOfEveryClaimStandAtThePointsOfTheCurve() {
    ResultDocument document = analysed(2).verify();
    FlowSummary flow = document.flow();
    assertThat(document.claims())
        .allSatisfy(
            claim -> {
              assertThat(claim.left()).hasSameSizeAs(flow.curve());
              assertThat(claim.right()).hasSameSizeAs(flow.curve());
            });
    ClaimResult distance = claim(document, "theorem-1/infimal-rank-distance");
    for (int k = 0; k < flow.curve().size(); k++) {
      Sample point = flow.curve().get(k);
      assertThat(distance.left().get(k)).isEqualTo(Math.exp(point.logSingularValues().get(1)));
    }
  }

  @Test
  void balancednessIsJudgedAlongTheFactorsWhereTheRunCannotTell() {
    ResultDocument document = analysed(2).verify();
    FlowSummary flow = document.flow();
    ClaimResult balancedness = claim(document, "balancedness");
    assertThat(flow.formulation()).isEqualTo("singular-values");
    assertThat(balancedness.reason()).contains("along the factors formulation up to t = 40.");
    // The factors lose the smallest singular value on the way: there is nothing to say beyond.
    assertThat(balancedness.left().get(0)).isZero();
    assertThat(balancedness.left().get(flow.curve().size() - 1)).isNull();
    assertThat(balancedness.left()).filteredOn(Objects::nonNull).hasSizeGreaterThan(50);
  }

  @Test
  void balancednessOfMoreFactorsIsJudgedAlongThemToo() {
    ResultDocument document =
        analysed(3)
            .observing("[['?',1,0,0,0],[1,0,0,0,0],[0,0,1,0,0],[0,0,0,1,0],[0,0,0,0,1]]")
            .from("{kind: balanced-gaussian, scale: 1e-2, seed: 3}")
            .flowing("{until: {loss: 1e-2}}")
            .claiming("balancedness")
            .verify();
    ClaimResult balancedness = claim(document, "balancedness");
    assertThat(document.flow().formulation()).isEqualTo("singular-values");
    assertThat(balancedness.status()).isEqualTo(Verdict.HOLDS);
    assertThat(balancedness.reason()).contains("along the factors formulation");
    assertThat(balancedness.left()).as("measured, not 0 by construction").anyMatch(b -> b > 0);
  }

  @Test
  void conditionsOnTheFactorsAreJudgedAlongThemToo() {
    String own = "{id: own, expression: 'loss > 0', when: 'balance < 1'}";
    ResultDocument document = analysed(2).claiming(own).verify();
    assertThat(claim(document, "own").reason()).contains("along the factors formulation");
  }

  @Test
  void otherProgramsAndFormulationsAgree() {
    ResultDocument document = analysed(3).verify();
    assertThat(document.crossChecks()).hasSize(4);
    assertThat(document.crossChecks())
        .allSatisfy(
            check -> {
              assertThat(check.difference()).as(check.by()).isBetween(0.0, 1e-7);
              assertThat(check.untilTime()).as(check.by()).isGreaterThan(50);
            });
  }
}
