package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.CompareStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
  private static final JsonMapper ONE_DOCUMENT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @TempDir private Path folder;

  private Path out;

  @BeforeEach
  void nameTheOutput() {
    out = folder.resolve("out");
  }

  private Path write(String name, String claim, String descent) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        "case: "
            + name
            + "\nproblem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}"
            + "\nfactorization: {depth: 2}"
            + "\ninitial: {kind: balanced-gaussian, scale: 1e-2, seed: 7}"
            + "\nflow: {until: {loss: 0.5}, record: {loss: [0.75]}}"
            + descent
            + "\nclaims: [{id: own, expression: '"
            + claim
            + "'}]\n");
  }

  private Path write(String name, String claim) throws IOException {
    return write(
        name, claim, "\ndescent: {learning-rates: [1e-2, 5e-3], iterations: 5000, figure: shared}");
  }

  @ParameterizedTest
  @CsvSource({
    "loss < 2,           0, holds",
    "loss > 0.6,         1, violated",
    "Log(loss - 0.6) < 1, 3, undecided"
  })
  void theExitCodeIsThatOfTheVerdictsAlongTheDescents(String claim, int code, String verdict)
      throws IOException {
    Console console = Console.run("compare", write("one", claim), "--out", out);
    assertThat(console.code()).as(console.err()).isEqualTo(code);
    CompareDocument document = CompareStore.read(out.resolve("one/compare.json"));
    assertThat(document.status().word()).isEqualTo(verdict);
    assertThat(console.out()).contains("parts from the flow", "order in the learning rate");
  }

  @Test
  void theDocumentHasTheKeysOfTheContract() throws IOException {
    Console console = Console.run("compare", write("one", "loss < 2"), "--out", out, "--json");
    JsonNode printed = ONE_DOCUMENT.readTree(console.out());
    assertThat(Files.readString(out.resolve("one/compare.json")).strip())
        .isEqualTo(console.out().strip());
    assertThat(printed.path("schema").asString()).isEqualTo("flowcert.compare/1");
    assertThat(printed.path("case").asString()).isEqualTo("one");
    JsonNode run = printed.path("runs").path(0);
    assertThat(run.propertyNames())
        .contains(
            "method",
            "learningRate",
            "precision",
            "iterations",
            "stop",
            "iterationsToLoss",
            "partsFromFlow",
            "claims");
    assertThat(run.path("partsFromFlow").isNull()).isTrue();
    assertThat(run.path("iterationsToLoss").path(0).propertyNames())
        .contains("loss", "iteration", "product", "determinantSign");
    for (String against : new String[] {"flow", "modifiedFlow"}) {
      JsonNode order = printed.path("order").path(against);
      assertThat(order.propertyNames()).containsExactly("value", "low", "high");
    }
  }

  @Test
  void nothingIsLeftOfTheCheckpointAndTheReportLeadsToTheComparison() throws IOException {
    Console.run("compare", write("one", "loss < 2"), write("two", "loss > 0"), "--out", out);
    try (var files = Files.list(out.resolve("one"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("compare.json", "compare.html", "descents.csv", "figures");
    }
    String index = Files.readString(out.resolve("index.html"));
    assertThat(index).contains("one/compare.html", "two/compare.html", "id=\"figure-shared\"");
    assertThat(Files.readString(out.resolve("one/compare.html")))
        .contains("Order in the learning rate", "id=\"figure-descent-and-flow\"", "5e-3");
  }

  @Test
  void reportBuildsThePagesOfComparisonsAgain() throws IOException {
    Console.run("compare", write("one", "loss < 2"), "--out", out, "--quiet");
    String page = Files.readString(out.resolve("one/compare.html"));
    Files.delete(out.resolve("one/compare.html"));
    assertThat(Console.run("report", out).code()).isZero();
    assertThat(out.resolve("one/compare.html")).hasContent(page);
  }

  @Test
  void quietPrintsNothing() throws IOException {
    Console console = Console.run("compare", write("one", "loss < 2"), "--out", out, "--quiet");
    assertThat(console).isEqualTo(new Console(0, "", ""));
  }

  @Test
  void theSeedOfTheCommandLineIsUsedAndRecorded() throws IOException {
    Path file = write("one", "loss < 2");
    Console seven = Console.run("compare", file, "--out", out, "--json");
    Console eight = Console.run("compare", file, "--out", out, "--json", "--seed", 8);
    assertThat(ONE_DOCUMENT.readTree(eight.out()).path("provenance").path("seed").asLong())
        .isEqualTo(8);
    assertThat(ONE_DOCUMENT.readTree(eight.out()).path("runs"))
        .isNotEqualTo(ONE_DOCUMENT.readTree(seven.out()).path("runs"));
  }

  @Test
  void aCaseWithoutLearningRatesIsRefusedBeforeAnythingIsDone() throws IOException {
    Path file = write("one", "loss < 2", "");
    Console console = Console.run("compare", file, "--out", out);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err().strip())
        .isEqualTo(
            "flowcert: "
                + file
                + ":1: descent: missing; expected a map of learning-rates and iterations");
    assertThat(out).doesNotExist();
  }
}
