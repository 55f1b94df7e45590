package io.github.flowcert.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AroraClaimsTest {
  private static final String SENSING = "kind: matrix-sensing, ";
  private static final String ONE =
      SENSING + "measurements: [{matrix: [[1, 0, 0], [0, 0.3, 0], [0, 0, 0.2]], label: 1}]";

  @TempDir Path folder;

  private List<ClaimResult> verify(String problem, String rest) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("case.yaml"), "case: arora\nproblem: {" + problem + "}\n" + rest);
    Catalogue catalogue = new Catalogue();
    return new CaseVerifier(catalogue, "test", null)
        .knowing(CaseText.NO_PROOFS)
        .verify(new CaseReader(Vocabularies.of(catalogue)).read(file), share -> {})
        .claims();
  }

  private List<ClaimResult> verify(String problem, int depth, String initial, String claims)
      throws Exception {
    return verify(
        problem,
        "factorization: {depth: "
            + depth
            + "}\ninitial: "
            + initial
            + "\nflow: {until: {loss: 1e-8}}\nclaims: ["
            + claims
            + "]\n");
  }

  static Stream<Arguments> problemsAndDepths() {
    List<Arguments> all = new ArrayList<>();
    for (int depth = 1; depth <= 4; depth++) {
      for (String problem :
          new String[] {
            "kind: matrix-completion, observed: [['?', 1, 0.5], [1, '?', -0.3]]",
            "kind: matrix-completion, observed: [['?', 1], [1, 0.2], ['?', 0.7]]",
            SENSING + "random: {size: [3, 5], measurements: 6, rank: 2, seed: 1}",
            SENSING + "random: {size: [5, 3], measurements: 6, rank: 2, seed: 1}"
          }) {
        all.add(Arguments.of(problem, depth));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("problemsAndDepths")
  void singularValuesAndVectorsMoveAsTheySay(String problem, int depth) throws Exception {
    List<ClaimResult> results =
        verify(
            problem,
            depth,
            "{kind: balanced-gaussian, scale: 0.5, seed: 2}",
            "singular-value-dynamics, singular-vector-dynamics, alignment");
    assertThat(results.subList(0, 2))
        .allSatisfy(
            result -> {
              assertThat(result.status()).isEqualTo(Verdict.HOLDS);
              assertThat(result.worst().left()).isLessThan(1e-10);
            });
    assertThat(results.get(2).status())
        .isEqualTo(depth == 1 ? Verdict.NOT_APPLICABLE : Verdict.HOLDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{kind: identity, scale: 0.1}", "{kind: product, product: [[1, 0], [0, 0]]}"})
  void singularVectorsOfEqualOrZeroSingularValuesAreNotJudged(String initial) throws Exception {
    List<ClaimResult> results =
        verify(
            "kind: matrix-completion, observed: [['?', 1], [1, 0]]",
            2,
            initial,
            "singular-vector-dynamics, singular-value-dynamics");
    assertThat(results.get(0).status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(results.get(0).reason()).contains("distinct and not 0");
    assertThat(results.get(1).status()).isEqualTo(Verdict.HOLDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void whatDepthKeepsApartStaysKept(int depth) throws Exception {
    List<ClaimResult> results =
        verify(
            SENSING + "measurements: [{matrix: [[1, 0, 0], [0, 0.6, 0], [0, 0, 0.3]], label: 2}]",
            depth,
            "{kind: identity, scale: 0.01}",
            "depth-gap");
    assertThat(results.get(0).status()).isEqualTo(Verdict.HOLDS);
    assertThat(results.get(0).worst().left()).isLessThan(1e-7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "measurements: [{matrix: [[1, 0], [0, 2]], label: 1}, {matrix: [[1, 1], [1, 0]], label: 1}]"
            + " | {kind: identity, scale: 0.1} | one measurement",
        "measurements: [{matrix: [[1, 0], [0, 2]], label: 1}]"
            + " | {kind: product, product: [[1, 0.1], [0.1, 0.5]]} | singular vectors"
      })
  void theGapNeedsOneMeasurementWithTheStartsSingularVectors(
      String measurements, String initial, String reason) throws Exception {
    ClaimResult result = verify(SENSING + measurements, 2, initial, "depth-gap").get(0);
    assertThat(result.status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(result.reason()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void theNuclearNormComesToTheLeastOneAsTheStartShrinks(int depth) throws Exception {
    List<ClaimResult> results =
        verify(ONE, depth, "{kind: identity, scale: 0.01}", "commuting-nuclear-norm");
    assertThat(results).hasSize(2).extracting(ClaimResult::status).containsOnly(Verdict.HOLDS);
    double expected = excess(depth, 1 - 0.3) + excess(depth, 1 - 0.2);
    assertThat(results.get(1).worst().left()).isCloseTo(expected, withPercentage(3));
    assertThat(results)
        .allSatisfy(
            result ->
                assertThat(result.reason())
                    .contains("shown for these alpha alone", "nothing is said of the limit"));
  }

  /**
   * What an eigenvalue 1 - s beside 1 adds to the trace, of leading order in alpha = 1e-5. With
   * delta the residual, eq. (10) makes {@code ln(x/alpha)} of all eigenvalues x proportional at
   * depth 2, so that the one beside ends at {@code alpha alpha^(s - 1)} as the first ends at 1; at
   * depth N the same goes for {@code alpha^(-q) - x^(-q)} with q = (N-2)/N. Trace and label leave s
   * times that.
   */
  private static double excess(int depth, double s) {
    double alpha = 1e-5;
    if (depth == 2) {
      return s * Math.pow(alpha, s);
    }
    double q = (depth - 2.0) / depth;
    double power = Math.pow(alpha, -q);
    return s * Math.pow(power - (1 - s) * (power - 1), -1 / q);
  }

  /** With an eigenvalue of 0.9 beside 1, the excess at depth 2 falls like alpha^(1/10). */
  @ParameterizedTest
  @ValueSource(ints = {2})
  void whatTheSequenceDoesNotShowIsLeftOpen(int depth) throws Exception {
    ClaimResult result =
        verify(
                SENSING + "measurements: [{matrix: [[1, 0], [0, 0.9]], label: 1}]",
                depth,
                "{kind: identity, scale: 0.01}",
                "commuting-nuclear-norm")
            .get(1);
    assertThat(result.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.reason()).contains("alpha = 1.00000e-05", "such a sequence does not refute");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{matrix: [[1, 2], [0, 1]], label: 1}] | identity, scale: 0.1 | symmetric",
        "[{matrix: [[1, 0], [0, 2]], label: 1}, {matrix: [[0, 1], [1, 0]], label: 0}]"
            + " | identity, scale: 0.1 | commute",
        "[{matrix: [[1, 0], [0, 2]], label: -1}] | identity, scale: 0.1 | positive semidefinite",
        "[{matrix: [[1, 0], [0, 2]], label: 1}]"
            + " | product, product: [[1, 0], [0, 0.5]] | alpha times the identity"
      })
  void theTheoremsNeedCommutingSymmetricMeasurementsThatCanBeMet(
      String measurements, String initial, String reason) throws Exception {
    ClaimResult result =
        verify(
                SENSING + "measurements: " + measurements,
                3,
                "{kind: " + initial + "}",
                "commuting-nuclear-norm/small")
            .get(0);
    assertThat(result.status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(result.reason()).contains(reason);
  }

  /** The construction of Proposition 1: the limit is diag(1, 1, 0). */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void schattenQuasiNormsAreNotMinimalAtTheLimit(int depth) throws Exception {
    List<ClaimResult> results =
        verify(
            SENSING
                + "measurements: [{matrix: [[1, 0, 0], [0, 0, 0], [0, 0, 0]], label: 1},"
                + " {matrix: [[0, 0, 0], [0, 1, 0], [0, 0, 0]], label: 1}]",
            depth,
            "{kind: identity, scale: 0.01}",
            "schatten-not-minimal, commuting-nuclear-norm");
    assertThat(results).extracting(ClaimResult::status).containsOnly(Verdict.HOLDS);
  }

  /** Where (1, 2) is measured, there is no such direction. */
  @ParameterizedTest
  @ValueSource(ints = {3})
  void aMeasuredTiltIsNoDirectionToGo(int depth) throws Exception {
    ClaimResult result =
        verify(
                SENSING + "measurements: [{matrix: [[1, 0.5], [0.5, 1]], label: 1}]",
                depth,
                "{kind: identity, scale: 0.01}",
                "schatten-not-minimal")
            .get(0);
    assertThat(result.status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(result.reason()).contains("changes no measurement");
  }
}
