package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.FlowSummary;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is said beyond where the computed trajectory is the one of the flow. */
class TrustHorizonTest {

  @ParameterizedTest
  @ValueSource(strings = {"factors", "product"})
  void coordinatesThatLoseTheSignLeaveTheTheoremUndecided(String formulation) {
    ResultDocument document =
        analysed(2)
            .flowing("{formulation: " + formulation + ", until: {loss: 1e-4}}")
            .claiming("determinant-sign, theorem-1")
            .verify();
    FlowSummary flow = document.flow();
    double end = flow.samples().get(flow.samples().size() - 1).time();
    assertThat(flow.samples()).as("the sign is lost").anyMatch(s -> s.determinantSign() == -1);
    assertThat(flow.trustedUntil().time()).isPositive().isLessThan(end);
    assertThat(flow.trustedUntil().reason()).contains("smallest singular value falls below");
    assertThat(document.claims())
        .allSatisfy(
            claim -> {
              assertThat(claim.status()).isEqualTo(Verdict.UNDECIDED);
              assertThat(claim.reason()).startsWith("trusted only up to t = ");
              assertThat(claim.margin()).as("up to there it holds").isPositive();
              assertThat(claim.worst().time()).isLessThanOrEqualTo(flow.trustedUntil().time());
            });
  }

  @Test
  void aViolationBeforeTheHorizonIsOne() {
    ResultDocument document =
        analysed(2)
            .flowing("{formulation: product, until: {loss: 1e-4}}")
            .claiming("{id: own, expression: 'loss > 0.5'}, {id: late, expression: 'loss > 0.01'}")
            .verify();
    assertThat(claim(document, "own").status()).isEqualTo(Verdict.VIOLATED);
    ClaimResult late = claim(document, "late");
    assertThat(late.status()).as("fails only beyond").isEqualTo(Verdict.UNDECIDED);
    assertThat(late.margin()).isPositive();
  }

  @Test
  void whereTheStartItselfCannotBeRepresentedOnlyTheStartIsLookedAt() {
    ResultDocument document =
        analysed(2)
            .from("{kind: product, product: [[1, 0], [0, 1e-9]]}")
            .flowing("{formulation: product, until: {loss: 1e-2}}")
            .verify();
    assertThat(document.flow().trustedUntil().time()).isZero();
    assertThat(document.claims())
        .allSatisfy(claim -> assertThat(claim.status()).isEqualTo(Verdict.UNDECIDED));
    assertThat(claim(document, "theorem-1/norm").worst().time()).isZero();
  }

  @Test
  void theSecondRunGetsAsFarAsOneThatEndsAtItsLimitOfSteps() {
    ResultDocument document = analysed(3).flowing("{until: {steps: 50}}").verify();
    FlowSummary flow = document.flow();
    double end = flow.samples().get(flow.samples().size() - 1).time();
    assertThat(flow.steps()).isEqualTo(50);
    assertThat(flow.trustedUntil().time()).isEqualTo(end);
    assertThat(document.crossChecks().get(0).untilTime()).isEqualTo(end);
    ClaimResult distance = claim(document, "theorem-1/infimal-rank-distance");
    assertThat(distance.worst().time()).isEqualTo(end);
    assertThat(distance.marginError()).as("more than rounding").isGreaterThan(1e-12);
  }

  @Test
  void theMarginOfTheSharpBoundDisappearsInItsErrorAtDepthTwo() {
    ResultDocument document =
        analysed(2).flowing("{until: {loss: 1e-8}}").claiming("theorem-1/sharp").verify();
    ClaimResult sharp = claim(document, "theorem-1/sharp");
    assertThat(sharp.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(Math.abs(sharp.margin())).isLessThanOrEqualTo(sharp.marginError());
    assertThat(sharp.reason()).contains("is within the numerical error");
  }
}
