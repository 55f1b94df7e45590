package io.github.flowcert.verify;

import static io.github.flowcert.verify.CaseText.analysed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.Verdict;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Theorem 1 is proved: whatever the seed, no run may contradict it. */
class RandomStartsTest {

  @ParameterizedTest
  @CsvSource({"2, 1e-3", "3, 1e-3", "4, 1e-3", "2, 1e-6", "3, 1e-6", "4, 1e-6"})
  void theoremOneHoldsForTwentySeeds(int depth, String scale) {
    String start =
        "{kind: balanced-gaussian, scale: " + scale + ", seed: 0, determinant: positive}";
    CaseText text =
        analysed(depth)
            .from(start)
            .flowing("{until: {loss: 1e-8}}")
            .claiming("determinant-sign, theorem-1, theorem-1/sharp");
    List<ResultDocument> documents =
        LongStream.rangeClosed(1, 20).parallel().mapToObj(text::verify).toList();
    documents.forEach(RandomStartsTest::assertTheorem);
  }

  private static void assertTheorem(ResultDocument document) {
    long seed = document.provenance().seed();
    for (ClaimResult claim : document.claims()) {
      if (claim.id().equals("theorem-1/sharp")) {
        assertThat(claim.status())
            .as("seed %s, %s", seed, claim.id())
            .isIn(Verdict.HOLDS, Verdict.UNDECIDED);
      } else {
        assertThat(claim.status()).as("seed %s, %s", seed, claim.id()).isEqualTo(Verdict.HOLDS);
      }
    }
  }
}
