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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The problem that Razin and Cohen analyse, from 1e-3 times the identity. */
class AnalysedProblemTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void everyClaimHoldsByMoreThanItsError(int depth) {
    ResultDocument document = analysed(depth).verify();
    assertThat(document.status()).isEqualTo(Verdict.HOLDS);
    assertThat(document.flow().stop()).isEqualTo("loss");
    assertThat(document.flow().trustedUntil().reason()).isNull();
    assertThat(document.claims())
        .allSatisfy(
            claim -> {
              assertThat(claim.status()).isEqualTo(Verdict.HOLDS);
              assertThat(claim.evidence()).isEqualTo("numeric");
              assertThat(claim.marginError()).isPositive();
              assertThat(claim.margin()).isGreaterThan(claim.marginError());
            });
  }

  /**
   * Times, w11 and determinants by SciPy's Radau on (angles, ln sigma1, ln sigma2) and by a
   * Taylor-series integrator in 40 digits, as printed: the last column is what they leave open.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 59067.283, 70.696537, -1096.6,  1e-12",
    "3, 10743.62,  70.696807, -5.41873, 2e-11",
    "4, 4253.025,  70.766995, -3.00174, 1e-8"
  })
  void theDistanceFromRankOneEndsWhereOtherProgramsSay(
      int depth, double time, double w11, double log10Determinant, double open) {
    ResultDocument document = analysed(depth).verify();
    List<Sample> samples = document.flow().samples();
    Sample end = samples.get(samples.size() - 1);
    assertThat(end.time()).isCloseTo(time, within(1e-6 * time));
    assertThat(end.product().get(0).get(0)).isCloseTo(w11, within(1e-6));
    assertThat(end.log10AbsDeterminant())
        .isCloseTo(log10Determinant, within(1e-4 * Math.abs(log10Determinant)));

    // The matrix is [w11, 1], [1, 0] but for terms of the order of the loss.
    double largest = (w11 + Math.sqrt(w11 * w11 + 4)) / 2;
    double smallest = Math.pow(10, log10Determinant) / largest;
    ClaimResult distance = claim(document, "theorem-1/infimal-rank-distance");
    assertThat(distance.margin()).isCloseTo(3 * Math.sqrt(2e-4) - smallest, within(open));
    assertThat(distance.worst().time()).isEqualTo(end.time());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void lemma10IsLeastWhereItsConditionBegins(int depth) {
    // Its right side is 0 at loss 1/2, where the unobserved entry is still small, and grows slower.
    ClaimResult lemma = claim(analysed(depth).verify(), "lemma-10");
    assertThat(lemma.worst().loss()).isCloseTo(0.5, within(1e-9));
    assertThat(lemma.worst().right()).isCloseTo(0, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "singular-values"})
  void theSignOfTheDeterminantIsKeptFarBelowWhatDoublesHold(String formulation) {
    ResultDocument document =
        analysed(2)
            .flowing("{formulation: " + formulation + ", until: {loss: 1e-8}}")
            .claiming("determinant-sign, theorem-1")
            .verify();
    List<Sample> samples = document.flow().samples();
    assertThat(samples.get(samples.size() - 1).log10AbsDeterminant())
        .isCloseTo(-1.0857e7, within(1e3));
    assertThat(document.status()).isEqualTo(Verdict.HOLDS);
  }
}
