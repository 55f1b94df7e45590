package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import io.github.flowcert.result.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims that are false somewhere, or nowhere to be judged. */
class WrongClaimsTest {

  private static ClaimResult judged(String expression) {
    return claim(analysed(3).claimingThat(expression).verify(), "own");
  }

  @Test
  void aFalseClaimIsViolatedAndItsWitnessIsThatOfTheProductMatrix() {
    ResultDocument document = analysed(3).claimingThat("Abs(w(1,1)) > 3/Sqrt(2*loss)").verify();
    ClaimResult claim = claim(document, "own");
    List<Sample> samples = document.flow().samples();
    Sample end = samples.get(samples.size() - 1);
    assertThat(document.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(claim.worst().time()).isEqualTo(end.time());
    assertThat(claim.worst().left()).isEqualTo(end.product().get(0).get(0));
    assertThat(claim.worst().right()).isCloseTo(3 / Math.sqrt(2e-4), within(1e-9));
    assertThat(claim.margin()).isCloseTo(70.696807 - 212.132034, within(2e-6));
    assertThat(claim.reason()).contains("left side 70.6968, right side 212.132");
  }

  @Test
  void aClaimThatFailsOnlyBetweenStepsIsViolated() {
    ResultDocument document = analysed(3).claimingThat("Abs(loss - 0.5) > 1*^-6").verify();
    ClaimResult claim = claim(document, "own");
    assertThat(claim.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(claim.worst().loss()).isCloseTo(0.5, within(1e-9));
    assertThat(document.flow().curve())
        .as("no end of a step lies there")
        .noneMatch(point -> Math.abs(point.loss() - 0.5) < 1e-3);
  }

  @Test
  void aLaterAndDeeperMinimumIsFoundThoughTheEarlierOneLooksLess() {
    ClaimResult claim = judged("Min(Abs(loss - 0.9) + 1*^-3, 10*Abs(loss - 0.3)) > 1*^-4");
    assertThat(claim.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(claim.worst().loss()).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void aClaimThatFailsOverLessThanTheSearchResolvesIsNotPassed() {
    ClaimResult claim = judged("Abs(loss - 0.5) > 1*^-12");
    assertThat(claim.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(claim.reason()).contains("within the numerical error");
  }

  @ParameterizedTest
  @CsvSource({"loss < 0.45, loss < 0.5, 0.5", "loss > 0.45, loss > 0.4, 0.4"})
  void aClaimIsJudgedUpToTheEdgeOfItsCondition(String expression, String when, double edge) {
    String own = "{id: own, expression: '" + expression + "', when: '" + when + "'}";
    ClaimResult claim = claim(analysed(3).claiming(own).verify(), "own");
    assertThat(claim.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(claim.margin()).isCloseTo(-0.05, within(1e-9));
    assertThat(claim.worst().loss()).isCloseTo(edge, within(1e-9));
    // The second run lies on the other side of the edge, by up to the tolerance of 1e-8.
    assertThat(claim.marginError()).isBetween(1e-14, 1e-8);
  }

  @Test
  void aClaimWithoutAValueSomewhereIsUndecided() {
    ClaimResult claim = judged("Log(loss - 0.5) < 1");
    assertThat(claim.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(claim.reason()).startsWith("has no value at t = 9.");
  }

  @Test
  void aClaimWhoseConditionNeverHoldsIsNotApplicable() {
    String own = "{id: own, expression: 'loss > 7', when: 'loss > 2'}";
    ClaimResult claim = claim(analysed(3).claiming(own).verify(), "own");
    assertThat(claim.status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(claim.reason()).contains("its condition held at no point");
    assertThat(claim.margin()).isNull();
  }
}
