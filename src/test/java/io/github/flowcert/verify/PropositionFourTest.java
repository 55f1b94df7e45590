package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposition 4's facts along the trajectory, and wrong variants of them. */
class PropositionFourTest {

  private static CaseText from(String initial) {
    return analysed(2).from(initial).claiming("proposition-4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0.3", "1e-3", "1e-6"})
  void itsFactsHoldFromMultiplesOfTheIdentity(String alpha) {
    ResultDocument document = from("{kind: identity, scale: " + alpha + "}").verify();
    assertThat(document.claims()).hasSize(10).allMatch(each -> each.status() == Verdict.HOLDS);
  }

  @Test
  void theSlopeOfTheLossIsThatOfEquation31() {
    ResultDocument document = from("{kind: identity, scale: 1e-3}").verify();
    ClaimResult slope = claim(document, "proposition-4/loss-slope");
    List<List<Double>> rows =
        document.flow().curve().get(document.flow().curve().size() - 1).product();
    double w12 = rows.get(0).get(1);
    double w22 = rows.get(1).get(1);
    RealMatrix w =
        MatrixUtils.createRealMatrix(new double[][] {{rows.get(0).get(0), w12}, {w12, w22}});
    RealMatrix g = MatrixUtils.createRealMatrix(new double[][] {{0, w12 - 1}, {w12 - 1, w22}});
    // Before (33): dl/dt = -2 tr(grad W grad), in which all but a 5000th part cancels.
    double expected = -2 * g.multiply(w).multiply(g).getTrace();
    assertThat(slope.worst().left()).isCloseTo(expected, within(1e-7 * -expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w(1,1) < 1",
        "wslope(1,1) <= 0",
        "w(1,2) <= 1/2",
        "residual(1,2) >= 0",
        "residual(1,2) <= -1/100",
        "w(2,2) <= 1/4",
        "residual(2,2) >= 1/10",
        "lossslope <= -4*sigma(1)*residual(1,2)^4/(Sqrt(residual(2,2)^2 + 4*residual(1,2)^2) - residual(2,2))^2",
        "lossslope <= -3*w(1,1)*residual(1,2)^2",
        "lossslope >= -1/100",
        "lossslope >= lossrate + 1/100"
      })
  void wrongVariantsAreViolated(String statement) {
    String own = "{id: own, expression: '" + statement + "', when: 't >= 1/100'}";
    ResultDocument document = analysed(2).claiming(own).verify();
    assertThat(claim(document, "own").status()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void theSlopeOfUnbalancedFactorsHasNoValue() {
    ResultDocument document =
        from("{kind: gaussian, scale: 1e-2, seed: 3}")
            .flowing("{until: {time: 1}}")
            .claimingThat("lossslope <= 0")
            .verify();
    assertThat(claim(document, "own").status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(claim(document, "own").reason()).startsWith("has no value at t = 0");
  }

  @Test
  void otherDepthsAndStartsAreLeftAside() {
    assertLeftAside(analysed(3).claiming("proposition-4"), "has depth 2");
    assertLeftAside(from("{kind: identity, scale: 1.5}"), "alpha times the identity");
    assertLeftAside(from("{kind: product, product: [[0.1, 0], [0, 0.2]]}"), "has the entries");
    assertLeftAside(
        from("{kind: identity, scale: 1e-3}").observing("[['?', 1], [1, 0.5]]"), "equation (6)");
  }

  private static void assertLeftAside(CaseText text, String words) {
    assertThat(text.flowing("{until: {time: 1}}").verify().claims())
        .hasSize(10)
        .allSatisfy(
            each -> {
              assertThat(each.status()).isEqualTo(Verdict.NOT_APPLICABLE);
              assertThat(each.reason()).contains(words);
            });
  }
}
