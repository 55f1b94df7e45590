package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.FlowSummary;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases of kind least-squares, from their files to their documents. */
class LeastSquaresCasesTest {
  private static final String LINE = "problem: {kind: least-squares, X: [[1, 1]], y: [2]}\n";
  private static final String FROM_ELSEWHERE = "initial: {kind: vector, value: [3, 0]}\n";

  @TempDir Path folder;

  private static ResultDocument verify(Path file) throws InputException {
    Catalogue catalogue = new Catalogue();
    CaseReader reader = new CaseReader(Vocabularies.of(catalogue));
    return new CaseVerifier(catalogue, "test", null).verify(reader.read(file), share -> {});
  }

  private ResultDocument verify(String text) throws InputException, IOException {
    return verify(Files.writeString(folder.resolve("case.yaml"), "case: under-test\n" + text));
  }

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("cases/least-squares"))) {
      return files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedCasesHoldUntilTheFlowRests(Path file) throws Exception {
    ResultDocument document = verify(file);
    assertThat(document.status()).isEqualTo(Verdict.HOLDS);
    assertThat(document.flow().stop()).isEqualTo("stalled");
    assertThat(document.flow().trustedUntil().reason()).isNull();
    assertThat(document.flow().samples())
        .allSatisfy(
            sample -> {
              assertThat(sample.parameters()).isNotEmpty();
              assertThat(sample.product()).isNull();
              assertThat(sample.logSingularValues()).isNull();
            });
    assertThat(document.crossChecks())
        .filteredOn(check -> check.what().startsWith("parameters"))
        .hasSize(3)
        .allSatisfy(check -> assertThat(check.difference()).isLessThan(1e-7));
    assertThat(claim(document, "closed-form").status()).isEqualTo(Verdict.HOLDS);
    assertThat(claim(document, "least-norm-limit/nearest").status()).isEqualTo(Verdict.HOLDS);
  }

  /** On beta1 + beta2 = 2 the flow goes straight to the line: beta(0) + (1 - exp(-4 t)) (d, d). */
  @Test
  void samplesAreThoseOfTheFlowWorkedOutByHand() throws Exception {
    ResultDocument document =
        verify(
            LINE
                + FROM_ELSEWHERE
                + "flow: {until: {time: 2}, record: {time: [0.25]}}\nclaims: [closed-form]\n");
    Sample sample = document.flow().samples().get(0);
    double gone = -0.5 * -Math.expm1(-1);
    assertThat(sample.time()).isEqualTo(0.25);
    assertThat(sample.parameters().get(0)).isCloseTo(3 + gone, within(1e-8));
    assertThat(sample.parameters().get(1)).isCloseTo(gone, within(1e-8));
    assertThat(sample.loss()).isCloseTo(Math.exp(-2), within(1e-8));
    assertThat(document.flow().stop()).isEqualTo("time");
  }

  @Test
  void aRunStopsAtTheLossAskedFor() throws Exception {
    FlowSummary flow =
        verify(LINE + FROM_ELSEWHERE + "flow: {until: {loss: 1e-3}}\nclaims: [closed-form]\n")
            .flow();
    assertThat(flow.stop()).isEqualTo("loss");
    Sample end = flow.samples().get(flow.samples().size() - 1);
    // The loss is exp(-8 t).
    assertThat(end.time()).isCloseTo(Math.log(1000) / 8, within(1e-7));
  }

  @Test
  void aSolutionAsStartIsTheEnd() throws Exception {
    ResultDocument document =
        verify(LINE + "initial: {kind: vector, value: [3, -1]}\nclaims: [closed-form]\n");
    assertThat(document.flow().stop()).isEqualTo("loss");
    assertThat(document.flow().stopReason()).isEqualTo("the start has loss 0.0 already");
    assertThat(document.status()).isEqualTo(Verdict.HOLDS);
  }

  /** The mean of 0 and 2 is 1, with loss 2. */
  @Test
  void aStartThatExplainsAllThatCanBeExplainedIsStationary() throws Exception {
    ResultDocument document =
        verify(
            """
            problem: {kind: least-squares, X: [[1], [1]], y: [0, 2]}
            initial: {kind: vector, value: [1]}
            claims: [closed-form, least-norm-limit]
            """);
    assertThat(document.flow().stop()).isEqualTo("stalled");
    assertThat(document.flow().stopReason()).contains("a stationary point of loss 2");
    assertThat(document.status()).isEqualTo(Verdict.HOLDS);
  }

  /** Of data that are too many to be shown the document says which they are. */
  @Test
  void largeDataHaveAFingerprint() throws Exception {
    String text =
        """
        problem: {kind: least-squares, X: {random: {size: [101, 4], condition: 2, seed: %d}}, y: {random: {seed: 1}}}
        initial: {kind: zero}
        flow: {until: {time: 1}}
        claims: [closed-form]
        """;
    List<String> first = verify(String.format(text, 1)).setting().measured();
    assertThat(first).hasSize(2);
    assertThat(first.get(0)).isEqualTo("X is 101 by 4, of rank 4 and condition 2.000");
    assertThat(first.get(1)).matches(".* has SHA-256 [0-9a-f]{64}");
    assertThat(verify(String.format(text, 1)).setting().measured()).isEqualTo(first);
    assertThat(verify(String.format(text, 2)).setting().measured().get(1))
        .isNotEqualTo(first.get(1));
  }

  /** Doubles that shrink by many decades are still their start and a way from there. */
  @Test
  void aLimitThatIsNothingAgainstTheStartIsTrusted() throws Exception {
    ResultDocument document =
        verify(
            """
            problem: {kind: least-squares, X: [[1, 2], [3, 4]], y: [0, 0]}
            initial: {kind: vector, value: [1e-30, 2]}
            claims: [closed-form, least-norm-limit/nearest, loss-nonincreasing]
            """);
    assertThat(document.status()).isEqualTo(Verdict.HOLDS);
    assertThat(document.flow().trustedUntil().reason()).isNull();
  }

  /** The slow residual is not drowned by what is left of the fast one. */
  @Test
  void theLossFallsAlongTimeScalesThatDifferByTwentyEightDecades() throws Exception {
    ResultDocument document =
        verify(
            """
            problem: {kind: least-squares, X: [[1, 0], [0, 1e-14]], y: [1, 2]}
            initial: {kind: zero}
            claims: [closed-form, least-norm-limit, loss-nonincreasing]
            """);
    assertThat(document.status()).isEqualTo(Verdict.HOLDS);
    List<Sample> samples = document.flow().samples();
    assertThat(samples.get(samples.size() - 1).parameters().get(1)).isCloseTo(2e14, within(2e6));
  }

  @Test
  void claimsOfAnotherLimitAreViolated() throws Exception {
    ResultDocument document =
        verify(
            LINE
                + FROM_ELSEWHERE
                + "claims:\n"
                + "  - least-norm-limit\n"
                + "  - {id: least-norm, expression: leastnormdistance <= remaining + 1}\n"
                + "  - {id: too-fast, expression: 'nearestdistance <= Exp(-5*t)'}\n"
                + "  - {id: right, expression: 'nearestdistance <= Exp(-4*t)/Sqrt(2) + 10^-6'}\n"
                + "  - {id: no-closed-form, expression: closedformgap > 1}\n");
    assertThat(claim(document, "least-norm").status()).isEqualTo(Verdict.VIOLATED);
    assertThat(claim(document, "too-fast").status()).isEqualTo(Verdict.VIOLATED);
    assertThat(claim(document, "no-closed-form").status()).isEqualTo(Verdict.VIOLATED);
    assertThat(claim(document, "right").status()).isEqualTo(Verdict.HOLDS);
    ClaimResult fromZero = claim(document, "least-norm-limit/least-norm");
    assertThat(fromZero.status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(fromZero.reason()).isEqualTo("needs that the start is 0; the start is [3.0, 0.0]");
    assertThat(claim(document, "least-norm-limit/nearest").status()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void claimsAboutMatricesDoNotApplyAndSayWhy() throws Exception {
    Set<String> own =
        Set.of("loss-nonincreasing", "closed-form", "least-norm-limit", "least-norm-limit/nearest");
    String others =
        new Catalogue()
            .identifiers().stream()
                .filter(id -> !own.contains(id) && !id.startsWith("least-norm"))
                .collect(Collectors.joining(", "));
    ResultDocument document = verify(LINE + FROM_ELSEWHERE + "claims: [" + others + "]\n");
    assertThat(document.claims())
        .allSatisfy(
            result -> {
              assertThat(result.status()).as(result.id()).isEqualTo(Verdict.NOT_APPLICABLE);
              assertThat(result.reason()).as(result.id()).startsWith("needs that ");
            });
  }

  @ParameterizedTest
  @MethodSource("formulations")
  void everyFormulationIsTheSameFlow(String formulation) throws Exception {
    ResultDocument document =
        verify(
            "problem: {kind: least-squares, X: [[1, 2], [0, 1], [1, -1]], y: [1, 0, 2]}\n"
                + "initial: {kind: zero}\n"
                + "flow: {formulation: "
                + formulation
                + ", until: {time: 10}}\n"
                + "claims: [closed-form, least-norm-limit, loss-nonincreasing]\n");
    assertThat(document.flow().formulation()).isEqualTo(formulation);
    assertThat(claim(document, "closed-form").status()).isEqualTo(Verdict.HOLDS);
  }

  static List<String> formulations() {
    return List.of("factors", "product", "singular-values");
  }
}
