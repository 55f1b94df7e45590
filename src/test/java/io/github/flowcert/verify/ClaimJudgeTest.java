package io.github.flowcert.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.CompiledClaim;
import io.github.flowcert.claim.Setting;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.verify.TrajectoryMeasurement.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The claim w11 > 1, judged where a run has one w11 and the second run another. */
class ClaimJudgeTest {
  private static final MatrixCompletion PROBLEM =
      MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}});

  private static FlowState at(double time, double w11) {
    return new FlowState(
        time, 0.5, 2, 2, new double[] {w11, 0, 0, 1}, new double[] {0, 0}, 1, 0, 0, 1);
  }

  private static JudgedClaim claim(ClaimDefinition definition) throws ExpressionException {
    FlowState start = at(0, 2);
    CaseFacts facts = new CaseFacts(1, List.of(), PROBLEM, start, 0, 1, true);
    return new JudgedClaim(
        definition,
        Optional.of(CompiledClaim.of(definition, PROBLEM)),
        new Setting(PROBLEM, 1, 1, 1e-8, 1e-12, null),
        facts,
        Set.of());
  }

  private static ClaimResult judged(
      ClaimDefinition definition, FlowState state, FlowState second, String lost)
      throws ExpressionException {
    JudgedClaim claim = claim(definition);
    MarginTracker tracker = new MarginTracker(claim::at, claim.usesSlope());
    tracker.start(state);
    Evidence evidence =
        new Evidence(
            List.of(Optional.of(state)), new Trust(state, lost), List.of(second), "a note");
    return judge(claim, tracker, evidence);
  }

  private static ClaimResult judge(JudgedClaim claim, MarginTracker tracker, Evidence evidence) {
    Perturbation rounding = new Perturbation(PROBLEM);
    return new ClaimJudge(claim, new TrajectoryMeasurement(claim, tracker, evidence, rounding))
        .judge();
  }

  private static ClaimDefinition own(String expression) {
    return ClaimDefinition.custom("own", expression, null, List.of());
  }

  /** The margin is w11 - 1, its error what the second run's w11 differs by. */
  @ParameterizedTest
  @CsvSource({
    "1.010, 1.009, holds",
    "1.010, 0.999, undecided",
    "1.010, 1.021, undecided",
    "1.000, 1.000, undecided",
    "0.990, 1.001, undecided",
    "0.990, 0.991, violated",
    "0.990, 0.990, violated"
  })
  void aMarginCountsWhereItExceedsItsError(double w11, double second, String verdict)
      throws ExpressionException {
    ClaimResult result = judged(own("w(1,1) > 1"), at(1, w11), at(1, second), null);
    assertThat(result.status().word()).isEqualTo(verdict);
    assertThat(result.margin()).isCloseTo(w11 - 1, within(1e-15));
    assertThat(result.marginError())
        .isCloseTo(Math.abs(w11 - second), within(1e-13))
        .isGreaterThan(Math.abs(w11 - second));
  }

  @Test
  void aVerdictComesWithItsReason() throws ExpressionException {
    assertThat(judged(own("w(1,1) > 1"), at(1, 2), at(1, 2), null).reason()).isEqualTo("a note");
    assertThat(judged(own("w(1,1) > 1"), at(1, 0.5), at(1, 0.5), null).reason())
        .isEqualTo("at t = 1.00000, loss 0.500000: left side 0.500000, right side 1.00000");
    assertThat(judged(own("w(1,1) > 1"), at(1, 1.5), at(1, 2.5), null).reason())
        .startsWith("the margin 0.500000 at t = 1.00000, loss 0.500000, is within")
        .endsWith("the numerical error 1.00000");
  }

  @Test
  void whereTrustIsLostNothingHolds() throws ExpressionException {
    ClaimResult result = judged(own("w(1,1) > 1"), at(1, 2), at(1, 2), "lost");
    assertThat(result.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.reason()).isEqualTo("trusted only up to t = 1.00000 (loss 0.500000): lost");
  }

  @Test
  void whatFailsBeforeTrustIsLostIsViolated() throws ExpressionException {
    assertThat(judged(own("w(1,1) > 1"), at(1, 0.5), at(1, 0.5), "lost").status())
        .isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void aMarginWithoutANumberIsUndecided() throws ExpressionException {
    ClaimResult result = judged(own("Log(-w(1,1)) > 1"), at(1, 2), at(1, 2), null);
    assertThat(result.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.reason()).isEqualTo("has no value at t = 1.00000");
    assertThat(result.margin()).isNull();
  }

  @Test
  void aWitnessCountsThoughTheClaimHasNoValueElsewhere() throws ExpressionException {
    JudgedClaim claim = claim(own("Log(w(1,1)) > 1"));
    MarginTracker tracker = new MarginTracker(claim::at, false);
    tracker.start(at(1, -1));
    tracker.start(at(2, 1));
    Evidence evidence = new Evidence(List.of(), new Trust(at(2, 1), null), List.of(at(2, 1)), null);
    assertThat(judge(claim, tracker, evidence))
        .satisfies(
            result -> {
              assertThat(result.status()).isEqualTo(Verdict.VIOLATED);
              assertThat(result.margin()).isEqualTo(-1);
            });
  }

  @Test
  void aConditionThatNeverHeldMakesAClaimNotApplicableUnlessTrustWasLost()
      throws ExpressionException {
    ClaimDefinition never = ClaimDefinition.custom("own", "w(1,1) > 1", "loss > 1", List.of());
    assertThat(judged(never, at(1, 2), at(1, 2), null).status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(judged(never, at(1, 2), at(1, 2), "lost").status()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aHypothesisThatFailsIsNamedWithWhatWasFound() throws ExpressionException {
    ClaimDefinition theorem = new Catalogue().resolve("theorem-1/infimal-rank-distance").get(0);
    ClaimResult result = judged(theorem, at(1, 2), at(1, 2), null);
    assertThat(result.status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(result.reason())
        .isEqualTo(
            "needs that the factorization has depth 2 or more; depth is 1, hidden dimensions are []");
    assertThat(result.left()).isNull();
  }

  /** 1/w11: beyond 1 only where the claim is violated; within the error it is 1. */
  @ParameterizedTest
  @CsvSource({
    "1.25, 1.25, holds,     0.8",
    "2,    0.5,  undecided, 0.5",
    "0.8,  1.25, undecided, 1",
    "0.8,  0.8,  violated,  1.25"
  })
  void tightnessExceedsOneOnlyWhereAClaimIsViolated(
      double w11, double second, String verdict, double tightness) throws ExpressionException {
    ClaimResult result = judged(own("w(1,1) > 1"), at(1, w11), at(1, second), null);
    assertThat(result.status().word()).isEqualTo(verdict);
    assertThat(result.tightness()).isEqualTo(tightness);
    assertThat(result.tightest()).isEqualTo(new ClaimResult.Witness(1, 0.5, w11, 1.0));
  }

  @Test
  void aBoundThatIsNotPositiveHasNoTightness() throws ExpressionException {
    ClaimResult result = judged(own("w(1,1) > -1"), at(1, 2), at(1, 2), null);
    assertThat(result.status()).isEqualTo(Verdict.HOLDS);
    assertThat(result.tightness()).isNull();
    assertThat(result.tightest()).isNull();
  }
}
