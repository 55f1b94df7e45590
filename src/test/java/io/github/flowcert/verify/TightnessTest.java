package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How close claims come to their bounds, on trajectories that other programs computed too. */
class TightnessTest {
  @TempDir Path folder;

  private ResultDocument shippedDownTo(String loss) throws Exception {
    String shipped = Files.readString(Path.of("cases/theorem-1/depth-3.yaml"));
    assertThat(shipped).contains("until: {loss: 1e-4}").contains("- theorem-1/sharp");
    Path file = folder.resolve("case.yaml");
    Files.writeString(file, shipped.replace("until: {loss: 1e-4}", "until: {loss: " + loss + "}"));
    Catalogue catalogue = new Catalogue();
    return new CaseVerifier(catalogue, "test", null)
        .verify(new CaseReader(Vocabularies.of(catalogue)).read(file), share -> {});
  }

  /**
   * The bounds by Lagrange multipliers, |w11| by SciPy's Radau and a Taylor-series integrator in 40
   * digits, both to all the digits given.
   */
  @ParameterizedTest
  @CsvSource({"1e-3, 22.3160030, 22.31861230", "1e-4, 70.6965374, 70.696807"})
  void theSharpBoundIsNearlyMetOnTheShippedCase(String loss, double bound, double w11)
      throws Exception {
    ClaimResult sharp = claim(shippedDownTo(loss), "theorem-1/sharp");
    assertThat(sharp.proof().numeric()).isEqualTo(Verdict.HOLDS);
    assertThat(sharp.tightness()).isGreaterThan(0.999).isCloseTo(bound / w11, within(1e-8));
    assertThat(sharp.tightest().loss()).isCloseTo(Double.parseDouble(loss), within(1e-12));
  }

  /** Theorem 1's Frobenius bound is 50 sqrt 2 - 8 at loss 1e-4, with a = 1/sqrt 2 and b = 8. */
  @Test
  void theoremOneIsLessTight() throws Exception {
    ClaimResult norm = claim(shippedDownTo("1e-4"), "theorem-1/norm");
    double frobenius = Math.sqrt(70.696807 * 70.696807 + 2);
    assertThat(norm.tightness()).isCloseTo((50 * Math.sqrt(2) - 8) / frobenius, within(1e-6));
  }

  /** w11 is 6.93396291 at loss 1e-2, where the condition begins. */
  @Test
  void aClaimIsTightestWhereItsConditionBegins() {
    ClaimResult own =
        claim(
            analysed(3)
                .claiming("{id: own, expression: 'w(1,1) >= 2', when: 'loss < 10^-2'}")
                .verify(),
            "own");
    assertThat(own.tightness()).isCloseTo(2 / 6.93396291, within(1e-8));
    assertThat(own.tightest().loss()).isCloseTo(1e-2, within(1e-10));
  }

  /** w22 rises to about a half while the loss falls through 1/4, and then to 0. */
  @Test
  void aClaimMayBeTightestAlongTheWay() {
    ClaimResult own = claim(analysed(3).claimingThat("w(2,2) < 2").verify(), "own");
    assertThat(own.tightest().loss()).isBetween(0.2, 0.3);
    assertThat(own.tightness()).isBetween(0.24, 0.26).isEqualTo(own.tightest().left() / 2);
    assertThat(own.left()).allSatisfy(w22 -> assertThat(w22 / 2).isLessThan(own.tightness()));
  }

  /** By loss 1e-9 the bound and w11 agree to more digits than the run has. */
  @ParameterizedTest
  @CsvSource({"2, 1e-9", "3, 1e-12", "4, 1e-10"})
  void noiseNearTheEndDoesNotMakeATrueClaimTighterThanOne(int depth, String loss) {
    ClaimResult sharp =
        claim(
            analysed(depth)
                .flowing("{until: {loss: " + loss + "}}")
                .claiming("theorem-1/sharp")
                .verify(),
            "theorem-1/sharp");
    assertThat(sharp.status()).isNotEqualTo(Verdict.VIOLATED);
    assertThat(sharp.tightness()).isBetween(0.999999, 1.0);
  }
}
