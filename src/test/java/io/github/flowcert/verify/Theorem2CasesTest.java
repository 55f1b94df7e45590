package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ClaimResult.Parameter;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Theorem 2, Appendix A and claims with definitions, along trajectories. */
class Theorem2CasesTest {
  private static final String ALL =
      "determinant-sign, balancedness, loss-nonincreasing, theorem-2, lemma-17, lemma-18";
  private static final String POSITIVE = "{kind: product, product: [[1e-3, 2e-4], [-3e-4, 1e-3]]}";
  private static final String NEGATIVE = "{kind: product, product: [[2e-4, 1e-3], [1e-3, -3e-4]]}";

  private static CaseText observing(String rows) {
    return analysed(3).observing(rows).claiming(ALL);
  }

  private static List<Verdict> statuses(ResultDocument document) {
    return document.claims().stream().map(ClaimResult::status).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void atATargetOfTheForbiddenSignTheRunStallsAndTheTheoremHolds(int depth) {
    ResultDocument document =
        analysed(depth)
            .observing("[['?', 1], [1, -0.5]]")
            .claiming(ALL)
            .flowing("{until: {time: 1e18}}")
            .verify();
    assertThat(document.flow().stop()).isEqualTo("stalled");
    assertThat(document.flow().samples().get(document.flow().samples().size() - 1).loss())
        .isCloseTo(0.125, within(1e-9));
    assertThat(statuses(document)).containsOnly(Verdict.HOLDS);
    ClaimResult slope = claim(document, "loss-nonincreasing");
    assertThat(slope.margin()).isGreaterThan(1e3 * slope.marginError());
  }

  /**
   * With epsilon = 0 and the sign that Theorem 2 demands the unobserved entry grows like |z z'|
   * over the root of twice the loss; with the other sign it stays small and equation (15) fails.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[['?', 2], [3, 0]]; positive",
        "[['?', 2], [-3, 0]]; negative",
        "[[0, 2], [3, '?']]; positive",
        "[[0, -2], [3, '?']]; negative",
        "[[2, '?'], [0, 3]]; negative",
        "[[2, '?'], [0, -3]]; positive",
        "[[2, 0], ['?', 3]]; negative",
        "[[-2, 0], ['?', 3]]; positive"
      })
  void theSignHypothesisIsTheOneThatMattersAtEachPosition(String rows, String sign) {
    boolean positive = sign.equals("positive");
    CaseText right = observing(rows).from(positive ? POSITIVE : NEGATIVE);
    assertThat(statuses(right.verify())).containsOnly(Verdict.HOLDS);
    String grows = "Abs(unobserved)*Sqrt(2*loss) > 5.8";
    String end = "{id: own, expression: '" + grows + "', when: 'loss < 2*10^-4'}";
    assertThat(claim(right.claiming(end).verify(), "own").status()).isEqualTo(Verdict.HOLDS);

    CaseText wrong = observing(rows).from(positive ? NEGATIVE : POSITIVE);
    ResultDocument document = wrong.verify();
    assertThat(claim(document, "theorem-2/norm").status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(claim(document, "theorem-2/norm").reason())
        .contains("sign of z z'", "determinant is", "which need a " + sign + " one");
    String fifteen = "infimaldistance <= 4*Abs(epsilon) + (4 + Sqrt(6)/2)*Sqrt(2*loss)";
    assertThat(claim(wrong.claimingThat(fifteen).verify(), "own").status())
        .isEqualTo(Verdict.VIOLATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[['?', 0], [1, 0.5]]", "[['?', 1], ['?', 0.5]]", "[['?', 1, 0], [1, 0, 0]]"})
  void otherObservationsLeaveTheTheoremAside(String rows) {
    ResultDocument document = observing(rows).flowing("{until: {time: 1}}").verify();
    assertThat(claim(document, "theorem-2/norm").status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(claim(document, "theorem-2/norm").reason()).contains("as in equation (11)");
    assertThat(claim(document, "lemma-18/largest").status()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void aWrongConstantIsViolated() {
    // Lemma 17's own bound is within a factor 1.1 of w11 at the end: twice the bound is above it.
    String twice = "Abs(unobserved) > 2*(2 - Sqrt(2*loss))*(3 - Sqrt(2*loss))/Sqrt(2*loss)";
    String own = "{id: own, expression: '" + twice + "', when: 'loss < 1'}";
    ResultDocument document = observing("[['?', 2], [3, 0]]").claiming(own).verify();
    assertThat(claim(document, "own").status()).isEqualTo(Verdict.VIOLATED);
  }

  @ParameterizedTest
  @CsvSource({"2, 0.132", "3, 0.749"})
  void theBoundForNormsWithoutBIsViolatedEarlyOn(int depth, double time) {
    String own = "{id: own, expression: 'norm(frobenius) >= a/Sqrt(loss)'}";
    String flow = "{until: {loss: 1e-4}}\nlet: {a: 1/Sqrt(2), unused: 3}";
    CaseText text = analysed(depth).flowing(flow).claiming(own);
    ClaimResult claim = claim(text.verify(), "own");
    assertThat(claim.status()).isEqualTo(Verdict.VIOLATED);
    assertThat(claim.worst().time()).isCloseTo(time, within(1e-3));
    assertThat(claim.worst().loss()).isGreaterThan(0.999);
    assertThat(claim.reason()).startsWith("at t = 0.").contains("right side 0.7072");
    assertThat(claim.parameters()).containsExactly(new Parameter("a", 1 / Math.sqrt(2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[['?', 1, 0], [1, 0, 0], [0, 0, 1]]; [[0.02, 0.01, 0], [-0.01, 0.03, 0.005], [0, 0, 0.01]]",
        "[['?', 1, 0], [1, 0, 0]]; [[0.02, 0.01, 0], [-0.01, 0.03, 0]]",
        "[['?', 1], [1, 0], [0, 0], [0, 0]]; [[0.02, 0.01], [-0.01, 0.03], [0, 0], [0, 0]]"
      })
  void appendixAHoldsForSquaresAndForRectangles(String rows, String start) {
    ResultDocument document =
        analysed(2)
            .observing(rows)
            .from("{kind: product, product: " + start + "}")
            .claiming("balancedness, loss-nonincreasing, appendix-a")
            .verify();
    assertThat(statuses(document)).hasSize(4).containsOnly(Verdict.HOLDS);
  }

  @Test
  void appendixANeedsAPositiveDeterminantOfTheLeadingBlock() {
    ResultDocument document =
        analysed(2)
            .observing("[['?', 1, 0], [1, 0, 0]]")
            .from("{kind: product, product: [[0.01, 0.02, 0], [0.03, -0.01, 0]]}")
            .flowing("{until: {loss: 1e-3}}")
            .claiming("appendix-a")
            .verify();
    ClaimResult growth = claim(document, "appendix-a/growth");
    assertThat(growth.status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(growth.reason()).contains("leading square block", "determinant is -10^(-3.15)");
  }

  /** A whole rectangular matrix loses the small singular value: nothing is claimed beyond that. */
  @Test
  void whereARectangularStartIsFollowedAsAWholeTrustEnds() {
    ResultDocument document =
        analysed(2)
            .observing("[['?', 1, 0], [1, 0, 0]]")
            .flowing("{formulation: product, until: {loss: 1e-6}}")
            .claiming("appendix-a")
            .verify();
    assertThat(claim(document, "appendix-a/growth").status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(document.flow().trustedUntil().reason()).contains("smallest singular value");
  }
}
