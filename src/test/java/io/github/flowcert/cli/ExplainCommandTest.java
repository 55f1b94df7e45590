package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainCommandTest {

  @Test
  void aClaimIsExplainedWithTheShippedCasesThatMakeIt() {
    Console console = Console.run("explain", "theorem-1/norm");
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .startsWith("theorem-1/norm: Decreasing loss increases norms\n")
        .contains(
            "Statement: normvalue >= a/Sqrt(loss) - b\n",
            "Where a = unitnorm/(Sqrt(2)*c)\n",
            " claim is about):\n  - loss: half the sum of the squared residuals",
            "  - unitnorm: norm of the matrix that is 1 at the unobserved entry and 0 elsewhere\n",
            "Source: Razin and Cohen 2020, Theorem 1, equation (8)\n",
            "theorem-1-depth-3 (cases");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void aVerdictIsExplained() {
    Console console = Console.run("explain", "undecided");
    assertThat(console.code()).isZero();
    assertThat(console.out()).startsWith("undecided (verdict)\nNothing is shown");
  }

  @Test
  void whatProvedMeansIsExplainedWithWhatTheNumbersBesideItAre() {
    assertThat(Console.run("explain", "proved").out())
        .startsWith("proved (verdict)\nShown by symbolic proof: for all trajectories")
        .contains("this case meets exactly", "are those of the integration");
  }

  @Test
  void exitCodesAreThoseOfTheHelp() {
    assertThat(Console.run("explain", "3").out())
        .isEqualTo("exit-3 (exit-code)\nExit code 3: none violated, at least one undecided.\n");
    assertThat(Console.run("--help").out()).contains("3 none violated, at least one");
  }

  @Test
  void jsonIsTheSameAsData() {
    Console console = Console.run("explain", "lemma-10", "--json");
    JsonNode explanation = new JsonMapper().readTree(console.out());
    assertThat(explanation.path("kind").asString()).isEqualTo("claim");
    assertThat(explanation.at("/claims/0/when/symja").asString()).isEqualTo("loss < 1/2");
    assertThat(explanation.at("/claims/0/quantities/0/name").asString()).isEqualTo("loss");
    assertThat(explanation.at("/cases/0/file").asString()).startsWith("cases");
  }

  @Test
  void anUnknownNameGetsAHintInOneLine() {
    Console console = Console.run("explain", "lema-10");
    assertThat(console)
        .isEqualTo(
            new Console(
                2, "", "flowcert: nothing is called 'lema-10'; did you mean 'lemma-10'?\n"));
  }

  @Test
  void aFolderWithCasesThatIsNotThereIsRefused(@TempDir Path folder) {
    Console console = Console.run("explain", "lemma-10", "--cases", folder.resolve("none"));
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("none: no such folder").hasLineCount(1);
  }
}
