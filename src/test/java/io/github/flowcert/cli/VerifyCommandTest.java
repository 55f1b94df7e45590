package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.ResultDocument;
import io.github.flowcert.result.ResultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {
  private static final JsonMapper ONE_DOCUMENT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @TempDir private Path folder;

  private Path out;

  @BeforeEach
  void nameTheOutput() {
    out = folder.resolve("out");
  }

  /** A case that takes a few steps: the loss falls from 1 to 0.95. */
  private Path write(String name, String claim) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        "case: "
            + name
            + "\nproblem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}"
            + "\nfactorization: {depth: 2}"
            + "\ninitial: {kind: balanced-gaussian, scale: 1e-2, seed: 7}"
            + "\nflow: {until: {loss: 0.95}}"
            + "\nclaims: [{id: own, expression: '"
            + claim
            + "'}]\n");
  }

  private static void assertRefused(Console console, String... words) {
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).startsWith("flowcert").contains(words).doesNotContain("\tat ");
    assertThat(console.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "loss < 2,             0, holds",
    "loss > 0.97,          1, violated",
    "Log(loss - 0.97) < 1, 3, undecided"
  })
  void theExitCodeIsThatOfTheVerdict(String claim, int code, String verdict) throws IOException {
    Console console = Console.run("verify", write("a", claim), "--out", out);
    assertThat(console.code()).isEqualTo(code);
    assertThat(console.out()).contains("own", verdict, "Report: " + out.resolve("index.html"));
    assertThat(console.err()).isEmpty();
    assertThat(ResultStore.read(out.resolve("a/result.json")).status().word()).isEqualTo(verdict);
    assertThat(out.resolve("index.html")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "96*loss < 10000000*loss, 9.60000e-06",
    "9600000*loss < loss, 9.60000e+06",
    "96*loss < 10^302*loss, 9.60000e-301"
  })
  void theTableTruncatesNoTightness(String claim, String tightness) throws IOException {
    String table = Console.run("verify", write("a", claim), "--out", out).out();
    assertThat(table.lines().filter(line -> line.contains("own")).findFirst().orElseThrow())
        .endsWith(" " + tightness);
  }

  @Test
  void aClaimThatIsNoSingleComparisonIsShownAsItIsWritten() throws IOException {
    assertRefused(
        Console.run("verify", write("a", "loss <= 10 && t >= 0"), "--out", out),
        "found 'loss <= 10 && t >= 0'");
  }

  @Test
  void theTableTellsHowTightAClaimIs() throws IOException {
    Console console = Console.run("verify", write("a", "loss < 4*loss"), "--out", out);
    assertThat(console.out()).contains("tightness", "0.250000");
    assertThat(ResultStore.read(out.resolve("a/result.json")).claims().get(0).tightness())
        .isEqualTo(0.25);
    assertThat(Console.run("verify", write("a", "loss > 0"), "--out", out).out())
        .doesNotContain("0.000000");
  }

  @ParameterizedTest
  @CsvSource({
    "loss < 2,             loss > 0.97,          1",
    "loss < 2,             Log(loss - 0.97) < 1, 3",
    "Log(loss - 0.97) < 1, loss > 0.97,          1",
    "loss < 2,             t >= 0 - 1,           0"
  })
  void theExitCodeOfSeveralCasesIsThatOfTheWorst(String one, String other, int code)
      throws IOException {
    Path first = write("a", one);
    Path second = write("b", other);
    assertThat(Console.run("verify", first, second, "--quiet", "--out", out).code())
        .isEqualTo(code);
  }

  @Test
  void jsonIsTheDocumentThatWasWrittenAndNothingElse() throws IOException {
    Console console = Console.run("verify", write("a", "loss < 2"), "--json", "--out", out);
    JsonNode printed = ONE_DOCUMENT.readTree(console.out());
    assertThat(printed)
        .isEqualTo(ONE_DOCUMENT.readTree(Files.readString(out.resolve("a/result.json"))));
    assertThat(printed.path("schema").asString()).isEqualTo("flowcert.result/1");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void jsonOfAFolderIsAnArrayInTheOrderOfItsFiles() throws IOException {
    write("b", "loss < 2");
    write("a", "loss > 0.97");
    Console console = Console.run("verify", folder, "--json", "--jobs", 2, "--out", out);
    JsonNode printed = ONE_DOCUMENT.readTree(console.out());
    assertThat(console.code()).isEqualTo(1);
    assertThat(printed.isArray()).isTrue();
    assertThat(printed.valueStream().map(each -> each.path("case").asString()))
        .containsExactly("a", "b");
  }

  @Test
  void quietPrintsNothing() throws IOException {
    Console console = Console.run("verify", write("a", "loss > 0.97"), "--quiet", "--out", out);
    assertThat(console).isEqualTo(new Console(1, "", ""));
  }

  @Test
  void whatIsNoTerminalGetsNoColourAndNoProgress() throws IOException {
    Console console = Console.run("verify", write("a", "loss < 2"), "--out", out);
    assertThat(console.out()).doesNotContain("\u001B").doesNotContain("\r");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void theReasonOfABadVerdictIsPrinted() throws IOException {
    Console console = Console.run("verify", write("a", "loss > 0.97"), "--out", out);
    assertThat(console.out()).containsPattern("a, own: at t = .*, loss 0.95.*: left side 0.95");
  }

  @Test
  void theSeedOfTheCommandLineIsUsedAndRecorded() throws IOException {
    Path file = write("a", "loss < 2");
    Console.run("verify", file, "--quiet", "--seed", 99, "--out", out);
    ResultDocument document = ResultStore.read(out.resolve("a/result.json"));
    assertThat(document.provenance().seed()).isEqualTo(99);
    assertThat(document.provenance().commandLine())
        .isEqualTo("flowcert verify " + file + " --quiet --seed 99 --out " + out);
  }

  @Test
  void aMissingFileIsNamedAndNoFolderMade() {
    assertRefused(
        Console.run("verify", folder.resolve("none.yaml"), "--out", out),
        "none.yaml: no such file or folder");
    assertThat(out).doesNotExist();
  }

  @Test
  void aMistakeInACaseIsNamedWithItsLine() throws IOException {
    Path file = write("a", "w(3,3) < 1");
    assertRefused(Console.run("verify", file, "--out", out), file + ":6: claims[1]", "w(3, 3)");
    assertThat(out).doesNotExist();
  }

  @Test
  void usageErrorsTakeALine() throws IOException {
    Path file = write("a", "loss < 2");
    assertRefused(Console.run("verify", file, "--bogus"), "Unknown option: '--bogus'", "--help");
    assertRefused(Console.run("verify"), "Missing required parameter: 'CASE'");
    assertRefused(Console.run("verify", file, "--jobs", 0), "--jobs 0: must be 1 or more");
    assertRefused(Console.run("verify", file, "--jobs", "many"), "--jobs", "'many'");
    assertRefused(Console.run("verify", file, "--seed", "1.5"), "--seed", "'1.5'");
  }

  @Test
  void anOutputFolderThatCannotBeIsNamed() throws IOException {
    Path file = write("a", "loss < 2");
    Path below = file.resolve("out");
    assertRefused(
        Console.run("verify", file, "--out", below),
        "--out " + below + ": cannot make this folder");
    assertRefused(Console.run("verify", file, "--out", file), "cannot make this folder");
  }

  @Test
  void verdictsArePrintedThoughAnotherCasesDocumentSpoilsTheReport() throws IOException {
    Files.createDirectories(out.resolve("old"));
    Files.writeString(out.resolve("old/result.json"), "{\"schema\": \"flowcert.result/1\",");
    Console console = Console.run("verify", write("a", "loss < 2"), "--out", out);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.out()).contains("own", "holds").doesNotContain("Report:");
    assertThat(console.err().lines()).singleElement().asString().contains("old/result.json");
  }

  @Test
  void theFirstPageCoversTheCasesOfEarlierRunsToo() throws IOException {
    Console.run("verify", write("a", "loss < 2"), "--quiet", "--out", out);
    Console.run("verify", write("b", "loss < 2"), "--quiet", "--out", out);
    assertThat(List.of("a", "b"))
        .allSatisfy(name -> assertThat(out.resolve(name + "/result.json")).exists());
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("a/index.html", "b/index.html");
  }
}
