package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.result.FlowSummary;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import io.github.flowcert.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why runs end, and what is sampled. */
class StopsTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aTargetOfTheForbiddenSignStallsAtHalfItsSquare(int depth) {
    ResultDocument document =
        analysed(depth)
            .observing("[['?', 1], [1, -0.25]]")
            .flowing("{}")
            .claiming("determinant-sign, theorem-1")
            .verify();
    FlowSummary flow = document.flow();
    assertThat(flow.stop()).isEqualTo("stalled");
    assertThat(flow.samples().get(flow.samples().size() - 1).loss())
        .isCloseTo(0.25 * 0.25 / 2, within(1e-12));
    assertThat(claim(document, "determinant-sign").status()).isEqualTo(Verdict.HOLDS);
    assertThat(claim(document, "theorem-1/norm").status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(claim(document, "theorem-1/norm").reason()).contains("equation (6)", "[1, -0.25]");
  }

  @Test
  void aRunEndsAtItsLimitOfSteps() {
    FlowSummary flow = analysed(3).flowing("{until: {steps: 50}}").verify().flow();
    assertThat(flow.stop()).isEqualTo("steps");
    assertThat(flow.stopReason()).contains("50 steps");
    assertThat(flow.steps()).isEqualTo(50);
  }

  @Test
  void aRunEndsAtItsTimeWithSamplesAtTheTimesAskedFor() {
    ResultDocument document =
        analysed(2).flowing("{until: {time: 5}, record: {time: [4, 0.5, 2]}}").verify();
    FlowSummary flow = document.flow();
    assertThat(flow.stop()).isEqualTo("time");
    assertThat(flow.samples()).extracting(Sample::time).containsExactly(0.5, 2.0, 4.0, 5.0);
    assertThat(document.status()).isEqualTo(Verdict.HOLDS);
    // Symmetric: at depth 2 the difference of w12 and w21 stays 0, and w22 falls with w12.
    assertThat(flow.samples())
        .allSatisfy(
            sample ->
                assertThat(sample.product().get(0).get(1))
                    .isCloseTo(sample.product().get(1).get(0), within(1e-15)));
  }

  @Test
  void samplesAtNearlyOneTimeAreTaken() {
    FlowSummary flow =
        analysed(2)
            .flowing("{until: {time: 2}, record: {time: [1, 1.0000000000000002]}}")
            .verify()
            .flow();
    assertThat(flow.samples())
        .extracting(Sample::time)
        .containsExactly(1.0, 1.0000000000000002, 2.0);
  }

  @Test
  void aStartThatIsThereAlreadyIsJudgedWhereItIs() {
    ResultDocument document = analysed(3).flowing("{until: {loss: 2}}").verify();
    assertThat(document.flow().stop()).isEqualTo("loss");
    assertThat(document.flow().steps()).isZero();
    assertThat(document.status()).isEqualTo(Verdict.HOLDS);
    assertThat(claim(document, "theorem-1/norm").margin())
        // W(0) = 1e-3 I has norm 1e-3 sqrt 2 and loss 1.0000005; a = 1/sqrt 2, b = 8.
        .isCloseTo(1e-3 * Math.sqrt(2) - 1 / Math.sqrt(2 * 1.0000005) + 8, within(1e-12));
  }

  @Test
  void theSaddleAtZeroIsLeftByNoFlow() {
    ResultDocument document =
        analysed(3)
            .from("{kind: product, product: [[0, 0], [0, 0]]}")
            .flowing("{until: {time: 100}}")
            .verify();
    assertThat(document.flow().stop()).isEqualTo("stalled");
    assertThat(document.flow().samples().get(0).loss()).isEqualTo(1);
    assertThat(claim(document, "determinant-sign").reason()).contains("determinant is 0.00");
  }
}
