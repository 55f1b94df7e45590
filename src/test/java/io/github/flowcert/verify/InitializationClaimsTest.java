package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.claim.Along;
import io.github.flowcert.claim.CaseFacts;
import io.github.flowcert.claim.CaseFacts.RandomStart;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.CompiledClaim;
import io.github.flowcert.claim.Setting;
import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.flow.SolutionLine;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.testing.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposition 3, and what is not symmetric around the origin. */
class InitializationClaimsTest {

  private static ClaimResult judged(ClaimDefinition definition, int size, IntSupplier signs)
      throws ExpressionException {
    MatrixCompletion problem = Problems.appendixA(size);
    FlowState start = new SolutionLine(problem).at(0).state();
    CaseFacts facts =
        new CaseFacts(2, List.of(size), problem, start, 0, 1, true)
            .drawnFrom(new RandomStart("draws of a test", false, 7, () -> signs));
    JudgedClaim claim =
        new JudgedClaim(
            definition,
            Optional.of(CompiledClaim.of(definition, problem)),
            new Setting(problem, 2, 1, 1e-8, 1e-12, null),
            facts,
            Set.of());
    return new ClaimJudge(claim, new InitializationMeasurement(claim, facts)).judge();
  }

  private static ClaimResult frequency(double positive) throws ExpressionException {
    Random random = new Random(5);
    return judged(
        new Catalogue().resolve("proposition-3/frequency").get(0),
        2,
        () -> random.nextDouble() < positive ? 1 : -1);
  }

  private static ClaimResult own(String statement, int size) throws ExpressionException {
    ClaimDefinition definition =
        new ClaimDefinition(
            "own",
            "own",
            "own",
            Along.INITIALIZATION,
            statement,
            null,
            List.of(),
            List.of(),
            false,
            null,
            false,
            null);
    return judged(definition, size, () -> 1);
  }

  @Test
  void aFairSamplerHolds() throws ExpressionException {
    ClaimResult result = frequency(0.5);
    assertThat(result.status()).isEqualTo(Verdict.HOLDS);
    assertThat(result.reason())
        .startsWith("seed 7: draws of a test, 20000 draws: ")
        .contains("intervals of confidence 1 - 1e-09");
    assertThat(result.worst().time()).isNull();
    assertThat(result.worst().x()).isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 0.46, 0.54, 0.6, 1})
  void aBiasedSamplerIsViolated(double positive) throws ExpressionException {
    ClaimResult result = frequency(positive);
    assertThat(result.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(result.reason()).startsWith("at seed 7: draws of a test, 20000 draws: ");
  }

  @Test
  void aSamplerWhoseDeterminantsOftenUnderflowIsUndecided() throws ExpressionException {
    Random random = new Random(5);
    ClaimResult result =
        judged(
            new Catalogue().resolve("proposition-3/frequency").get(0),
            2,
            () -> random.nextInt(3) - 1);
    assertThat(result.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.reason()).contains("computed as 0", "seed 7: draws of a test");
  }

  @Test
  void signsThatAreKnownCanViolateTheClaimWhateverTheOthersAre() throws ExpressionException {
    Random random = new Random(5);
    ClaimResult result =
        judged(
            new Catalogue().resolve("proposition-3/frequency").get(0),
            2,
            () -> random.nextInt(3) > 0 ? 1 : 0);
    assertThat(result.status()).isEqualTo(Verdict.VIOLATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"balanced-gaussian", "gaussian"})
  void tinyRandomStartsHoldToo(String kind) {
    ResultDocument document = random("{kind: " + kind + ", scale: 1e-200, seed: 3}");
    assertThat(document.claims()).hasSize(2).allMatch(each -> each.status() == Verdict.HOLDS);
  }

  @Test
  void exactCountsAreComparedWithoutAnError() throws ExpressionException {
    assertThat(own("patterns >= 511", 3).status()).isEqualTo(Verdict.HOLDS);
    assertThat(own("patterns > 511", 3).margin()).isEqualTo(1);
    assertThat(own("positives - negatives > 1", 3).status()).isEqualTo(Verdict.VIOLATED);
    assertThat(own("positives + negatives + singulars > 513", 3).status())
        .isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void largerMatricesAreSampledAndTheResultSaysSo() throws ExpressionException {
    ClaimResult result =
        judged(new Catalogue().resolve("proposition-3/pairing").get(0), 6, () -> 1);
    assertThat(result.status()).isEqualTo(Verdict.HOLDS);
    assertThat(result.reason()).startsWith("seed 7: a sample of 185 sign patterns, each with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"balanced-gaussian", "gaussian"})
  void bothKindsOfRandomStartHold(String kind) {
    ResultDocument document = random("{kind: " + kind + ", scale: 1e-2, seed: 3}");
    assertThat(document.claims()).hasSize(2).allMatch(each -> each.status() == Verdict.HOLDS);
    assertThat(claim(document, "proposition-3/pairing").reason())
        .startsWith("seed 3: all 16 sign patterns of 2-by-2 matrices");
  }

  @Test
  void aStartThatIsGivenOrRedrawnForItsSignIsNotSymmetric() {
    ResultDocument given = random("{kind: identity, scale: 1e-2}");
    assertThat(claim(given, "proposition-3/frequency").reason()).endsWith("the start is given");
    ResultDocument redrawn = random("{kind: gaussian, scale: 1, seed: 3, determinant: positive}");
    assertThat(claim(redrawn, "proposition-3/frequency").reason()).contains("redrawn until");
    assertThat(claim(redrawn, "proposition-3/pairing").status()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  private static ResultDocument random(String initial) {
    return analysed(3)
        .from(initial)
        .flowing("{until: {time: 1}}")
        .claiming("proposition-3")
        .verify();
  }

  @Test
  void rectangularMatricesHaveNoDeterminant() {
    ResultDocument document =
        analysed(2)
            .observing("[['?', 1, 0], [1, 0, '?']]")
            .from("{kind: gaussian, scale: 1e-2, seed: 3}")
            .flowing("{until: {time: 1}}")
            .claiming("proposition-3")
            .verify();
    assertThat(claim(document, "proposition-3/pairing").reason()).contains("square", "2 by 3");
  }
}
