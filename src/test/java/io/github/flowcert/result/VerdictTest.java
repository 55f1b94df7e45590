package io.github.flowcert.result;

import static io.github.flowcert.result.Verdict.ENCLOSED;
import static io.github.flowcert.result.Verdict.HOLDS;
import static io.github.flowcert.result.Verdict.NOT_APPLICABLE;
import static io.github.flowcert.result.Verdict.PROVED;
import static io.github.flowcert.result.Verdict.REFUTED;
import static io.github.flowcert.result.Verdict.UNDECIDED;
import static io.github.flowcert.result.Verdict.VIOLATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  /** The order of the contract, worst first; what is not applicable counts least of all. */
  private static final List<Verdict> WORST_FIRST =
      List.of(REFUTED, VIOLATED, UNDECIDED, HOLDS, ENCLOSED, PROVED, NOT_APPLICABLE);

  @Test
  void theWorstOfTwoIsTheEarlierInTheOrderOfTheContract() {
    for (int k = 0; k < WORST_FIRST.size(); k++) {
      for (Verdict other : WORST_FIRST.subList(k, WORST_FIRST.size())) {
        assertThat(Verdict.worstOf(List.of(other, WORST_FIRST.get(k))))
            .isEqualTo(WORST_FIRST.get(k));
      }
    }
  }

  @Test
  void theWorstOfAllIsRefuted() {
    assertThat(Verdict.worstOf(new ArrayList<>(WORST_FIRST))).isEqualTo(REFUTED);
  }

  @Test
  void nothingHasNoWorst() {
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.worstOf(List.of()));
  }

  @Test
  void wordsAreThoseOfTheContract() {
    assertThat(WORST_FIRST)
        .extracting(Verdict::word)
        .containsExactly(
            "refuted", "violated", "undecided", "holds", "enclosed", "proved", "not-applicable");
  }
}
