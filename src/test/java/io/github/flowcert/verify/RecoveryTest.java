package io.github.flowcert.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.problem.RandomCompletion;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.Recovery;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Sample;
import io.github.flowcert.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A random 12-by-12 matrix of rank 1 and Frobenius norm 12, from a third of its entries. */
class RecoveryTest {
  private static final int SIZE = 12;

  @TempDir Path folder;

  private ResultDocument verify(int depth, String claims) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("case.yaml"),
            """
            case: recovery
            problem:
              kind: matrix-completion
              random: {size: [12, 12], rank: 1, observed: 48, seed: 1}
            factorization: {depth: %d}
            initial: {kind: gaussian, scale: 1e-3, seed: 1}
            flow: {tolerance: {relative: 1e-6, absolute: 1e-10}, until: {loss: 1e-6}}
            claims: [%s]
            """
                .formatted(depth, claims));
    CaseVerifier verifier =
        new CaseVerifier(new Catalogue(), "test", null).knowing(CaseText.NO_PROOFS);
    return verifier.verify(new CaseReader(Vocabularies.of(new Catalogue())).read(file), s -> {});
  }

  @Test
  void depthThreeReconstructsBetterThanMinimalNuclearNorm() throws Exception {
    ResultDocument document = verify(3, "reconstruction-beats-nuclear");
    ClaimResult claim = document.claims().get(0);
    Recovery recovery = document.recovery();
    assertThat(claim.status()).isEqualTo(Verdict.HOLDS);
    assertThat(recovery.flow().error()).isLessThan(0.1);
    assertThat(recovery.minimal().error()).isGreaterThan(0.3);
    assertThat(claim.margin())
        .isCloseTo(recovery.minimal().error() - recovery.flow().error(), within(0.01));
  }

  /** A matrix of rank 1 has its Frobenius norm as nuclear norm, and effective rank 1. */
  @Test
  void theDocumentHasTheFlowTheMinimumAndTheTruthInNumbers() throws Exception {
    ResultDocument document = verify(3, "reconstruction-beats-nuclear");
    Recovery recovery = document.recovery();
    assertThat(recovery.observations()).isEqualTo(48);
    assertThat(recovery.truth().error()).isZero();
    assertThat(recovery.truth().nuclearNorm()).isCloseTo(SIZE, within(1e-9));
    assertThat(recovery.truth().effectiveRank()).isCloseTo(1, within(1e-9));
    assertThat(recovery.minimalGap()).isLessThan(1e-5);
    assertThat(recovery.minimal().nuclearNorm()).isLessThan(recovery.flow().nuclearNorm());
    assertThat(recovery.flow().error()).isCloseTo(errorOf(document), within(1e-12));
    Recovery.Moment last = recovery.evolution().get(recovery.evolution().size() - 1);
    assertThat(last.singularValues().get(0)).isCloseTo(SIZE, within(0.5));
    assertThat(recovery.evolution().get(0).singularValues().get(0)).isLessThan(0.1);
  }

  private static double errorOf(ResultDocument document) {
    List<Sample> samples = document.flow().samples();
    List<List<Double>> product = samples.get(samples.size() - 1).product();
    double[] truth = RandomCompletion.of(SIZE, SIZE, 1, 48, 1).truth().orElseThrow();
    double sum = 0;
    for (int k = 0; k < truth.length; k++) {
      sum += Math.pow(product.get(k / SIZE).get(k % SIZE) - truth[k], 2);
    }
    return Math.sqrt(sum) / SIZE;
  }

  @Test
  void theContraryIsViolated() throws Exception {
    String contrary =
        "{id: contrary, expression: 'reconstruction > minimalreconstruction',"
            + " when: '2*loss <= observations/10^6'}";
    assertThat(verify(3, contrary).claims().get(0).status()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void ofDepthTwoItIsNotClaimed() throws Exception {
    ClaimResult claim = verify(2, "reconstruction-beats-nuclear").claims().get(0);
    assertThat(claim.status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(claim.reason()).contains("depth 3 or more", "depth is 2");
  }

  @Test
  void withoutAGroundTruthThereIsNothingToCompareWith() {
    ResultDocument document =
        CaseText.analysed(3).claiming("reconstruction-beats-nuclear").verify();
    assertThat(document.recovery()).isNull();
    assertThat(document.claims().get(0).status()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(document.claims().get(0).reason()).contains("observations were made is known");
  }
}
