package io.github.flowcert.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.HandMadeDocuments;
import io.github.flowcert.result.ResultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeReportTest {
  private static final long TWO_MEGABYTES = 2_000_000;

  @Test
  void theFirstPageOfFiveHundredCasesStaysSmall(@TempDir Path out) throws IOException {
    for (int i = 0; i < 500; i++) {
      String name = "theorem-1-with-a-name-as-long-as-they-get-" + i;
      ResultStore.write(out, HandMadeDocuments.depth3(name, "about"));
    }
    Path index = Report.writeComparisons(out, List.of());
    assertThat(Files.size(index)).isBetween(TWO_MEGABYTES / 4, TWO_MEGABYTES);
    assertThat(Files.readString(index)).contains("And 1400 more, which the table below shows.");
  }

  @Test
  void ofManyCasesOnlyClaimsInNeedOfAttentionAreDrawn() {
    CasePage page = CasePage.ofMany(HandMadeDocuments.depth3("case", ""), List.of());
    assertThat(page.leavesOutFigures()).isTrue();
    assertThat(page.claims())
        .filteredOn(claim -> claim.figure().isPresent())
        .extracting(ClaimView::title)
        .containsExactly("theorem-1/norm (spectral)");
  }
}
