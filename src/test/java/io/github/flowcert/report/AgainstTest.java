package io.github.flowcert.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.HandMadeDocuments;
import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgainstTest {
  private static final ResultDocument BEFORE = HandMadeDocuments.holding("case");
  private static final ClaimResult CLAIM = BEFORE.claims().get(0);

  @Test
  void theSameRunTwiceHasNoChanges() {
    assertThat(Change.between(List.of(BEFORE), List.of(BEFORE))).isEmpty();
  }

  @Test
  void aChangedVerdictIsOneWhereverTheMargins() {
    AgainstPage page = against(with(Verdict.UNDECIDED, CLAIM.margin()));
    assertThat(page.verdicts())
        .extracting(Change::title)
        .containsExactly("theorem-1/norm (frobenius)");
    assertThat(page.margins()).isEmpty();
    assertThat(page.summary())
        .isEqualTo("1 cases in both runs, 1 verdicts changed, 0 margins moved");
  }

  @Test
  void aMarginHasMovedIfItDidByMoreThanBothErrors() {
    double error = CLAIM.marginError();
    assertThat(against(with(Verdict.HOLDS, CLAIM.margin() - 3 * error)).margins()).hasSize(1);
    assertThat(against(with(Verdict.HOLDS, CLAIM.margin() - error)).margins()).isEmpty();
  }

  @Test
  void aClaimOfOneRunOnlyIsAChange() {
    AgainstPage page = AgainstPage.of("old", List.of(), List.of(BEFORE));
    assertThat(page.verdicts()).hasSize(1);
    assertThat(page.verdicts().get(0).before()).isEmpty();
    assertThat(page.compared()).isZero();
  }

  @Test
  void thePageNamesBothVerdicts(@TempDir Path folder) throws IOException {
    Path old = Files.createDirectory(folder.resolve("old"));
    Path now = Files.createDirectory(folder.resolve("now"));
    ResultStore.write(old, BEFORE);
    ResultStore.write(now, changed(claim -> with(Verdict.VIOLATED, -1.5)));
    assertThat(Report.writeAgainst(now, old)).contains("1 verdicts changed", "against.html");
    assertThat(Files.readString(now.resolve("against.html")))
        .containsSubsequence("verdict-holds", "0.7071", "verdict-violated", "-1.5");
  }

  private static AgainstPage against(ClaimResult claim) {
    return AgainstPage.of("old", List.of(BEFORE), List.of(changed(old -> claim)));
  }

  private static ResultDocument changed(UnaryOperator<ClaimResult> change) {
    return new ResultDocument(
        BEFORE.schema(),
        BEFORE.name(),
        BEFORE.about(),
        BEFORE.status(),
        BEFORE.setting(),
        BEFORE.flow(),
        BEFORE.claims().stream().map(change).toList(),
        BEFORE.crossChecks(),
        BEFORE.falsification(),
        BEFORE.provenance(),
        BEFORE.input());
  }

  private static ClaimResult with(Verdict status, double margin) {
    return new ClaimResult(
        CLAIM.id(),
        CLAIM.norm(),
        status,
        CLAIM.evidence(),
        margin,
        CLAIM.marginError(),
        CLAIM.worst(),
        CLAIM.tightness(),
        CLAIM.tightest(),
        CLAIM.reason(),
        CLAIM.statement(),
        CLAIM.source(),
        CLAIM.parameters(),
        CLAIM.hypotheses(),
        CLAIM.left(),
        CLAIM.right());
  }
}
