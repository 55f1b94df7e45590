package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.ResultStore;
import io.github.flowcert.sweep.SweepFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepCommandTest {
  private static final String AXES =
      "axes: {factorization.depth: [2, 3], initial.scale: {logarithmic: {from: 1e-2, to: 1e-3, count: 2}}}";

  @TempDir private Path folder;
  private Path out;
  private Path journal;

  @BeforeEach
  void nameTheOutput() {
    out = folder.resolve("out");
    journal = out.resolve("grid/cases.journal");
  }

  private Path grid(String... lines) throws IOException {
    return SweepFiles.write(folder, lines);
  }

  private Console sweep(Object... arguments) {
    Object[] all = new Object[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[0] = "sweep";
    all[all.length - 3] = "--quiet";
    all[all.length - 2] = "--out";
    all[all.length - 1] = out;
    return Console.run(all);
  }

  private String table() throws IOException {
    return Files.readString(out.resolve("grid/table.csv"));
  }

  private String summary() throws IOException {
    return Files.readString(out.resolve("grid/summary.json"));
  }

  private static void assertRefused(Console console, String... words) {
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).startsWith("flowcert").contains(words).doesNotContain("\tat ");
    assertThat(console.err().lines()).hasSize(1);
  }

  @Test
  void everyCaseAndClaimIsARowWithTheAxesFirst() throws IOException {
    Console console = Console.run("sweep", grid(AXES), "--out", out);
    assertThat(console.code()).isZero();
    assertThat(console.err()).isEmpty();
    assertThat(console.out()).contains("grid: 4 cases, 4 holds", "own", "grid.depth-2.scale-1e-3");
    List<String> rows = table().lines().toList();
    assertThat(rows).hasSize(5);
    assertThat(rows.get(0)).startsWith("factorization.depth,initial.scale,case,caseStatus,claim,");
    assertThat(rows.get(3)).startsWith("3,1e-2,grid.depth-3.scale-1e-2,holds,own,,holds,numeric,");
    assertThat(out.resolve("grid/sweep.html")).content().contains("<svg", "initial.scale");
    assertThat(out.resolve("index.html")).content().contains("grid/sweep.html");
  }

  @Test
  void theSummaryHasTheWorstMarginOfTheTable() throws IOException {
    sweep(grid(AXES));
    JsonNode summary = JsonMapper.shared().readTree(summary());
    assertThat(summary.path("schema").asString()).isEqualTo("flowcert.sweep/1");
    assertThat(summary.path("statuses").path("holds").asInt()).isEqualTo(4);
    double least =
        table()
            .lines()
            .skip(1)
            .mapToDouble(row -> Double.parseDouble(row.split(",", -1)[8]))
            .min()
            .orElseThrow();
    JsonNode worst = summary.path("claims").path(0).path("worst");
    assertThat(worst.path("margin").asDouble()).isEqualTo(least);
    assertThat(worst.path("command").asString())
        .isEqualTo(
            "flowcert sweep "
                + folder.resolve("sweep.yaml")
                + " --only "
                + worst.path("case").asString());
    assertThat(table().lines().filter(row -> row.contains(worst.path("case").asString())))
        .allMatch(row -> row.contains("," + least + ","));
  }

  @Test
  void theWorstCaseCanBeVerifiedAlone() throws IOException {
    Path file = grid(AXES);
    sweep(file);
    Console console = sweep(file, "--only", "grid.depth-3.scale-1e-3");
    assertThat(console.code()).isZero();
    double margin =
        ResultStore.read(out.resolve("grid.depth-3.scale-1e-3/result.json"))
            .claims()
            .get(0)
            .margin();
    assertThat(table())
        .contains("grid.depth-3.scale-1e-3,holds,own,,holds,numeric," + margin + ",");
    assertRefused(sweep(file, "--only", "grid.depth-9"), "--only grid.depth-9: no case of");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 700, 1500, 2000})
  void whatWasWrittenInPartIsDoneAgainAndNothingElse(int lost) throws IOException {
    Path file = grid(AXES);
    sweep(file);
    String table = table();
    String summary = summary();
    byte[] whole = Files.readAllBytes(journal);
    byte[] torn = Arrays.copyOf(whole, whole.length - lost);
    Files.write(journal, torn);
    Files.delete(out.resolve("grid/table.csv"));
    assertThat(sweep(file).code()).isZero();
    assertThat(table()).isEqualTo(table);
    assertThat(summary()).isEqualTo(summary);
    List<String> before = new String(torn, StandardCharsets.UTF_8).lines().toList();
    assertThat(Files.readAllLines(journal))
        .hasSize(5)
        .containsAll(before.subList(0, before.size() - 1));
  }

  @Test
  void aDamagedLineIsNotRead() throws IOException {
    Path file = grid(AXES);
    sweep(file, "--jobs", 1);
    String table = table();
    Files.writeString(
        journal, Files.readString(journal).replaceFirst("\"margin\":1", "\"margin\":9"));
    assertThat(sweep(file).code()).isZero();
    assertThat(table()).isEqualTo(table);
  }

  @Test
  void anotherSweepKeepsTheResultsOfTheSameCases() throws IOException {
    sweep(grid("axes: {initial.seed: [1, 2], initial.scale: [0.01]}"), "--jobs", 1);
    String kept = Files.readAllLines(journal).get(2);
    sweep(grid("axes: {initial.seed: [2, 3], initial.scale: [0.01]}"), "--jobs", 1);
    String key = kept.substring(kept.indexOf("\"key\""), kept.indexOf("\"index\""));
    assertThat(Files.readAllLines(journal).get(1)).contains(key, "\"index\":0");
    assertThat(table().lines().skip(1))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("2,0.01,grid.seed-2");
  }

  @Test
  void shardsMakeTheSameTableAsTheWhole() throws IOException {
    Path file = grid(AXES);
    sweep(file);
    String table = table();
    String summary = summary();
    Path whole = out;
    for (int k = 1; k <= 3; k++) {
      out = folder.resolve("part-" + k);
      assertThat(sweep(file, "--shard", k + "/3").code()).isZero();
      assertThat(out.resolve("grid/table.csv")).doesNotExist();
    }
    out = folder.resolve("merged");
    assertRefused(
        sweep("merge", folder.resolve("part-1"), folder.resolve("part-3")),
        "grid: 1 of 4 cases have no result yet");
    assertThat(
            sweep(
                    "merge",
                    folder.resolve("part-3"),
                    folder.resolve("part-1/grid"),
                    folder.resolve("part-2"))
                .code())
        .isZero();
    assertThat(table()).isEqualTo(table);
    assertThat(summary()).isEqualTo(summary);
    out = folder.resolve("other");
    sweep(grid("axes: {initial.seed: [4]}"));
    assertRefused(sweep("merge", whole, out), "that do not belong to those in");
    assertRefused(sweep("merge", folder.resolve("none")), "no such folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/2", "3/2", "2", "a/b", "1/0", "-1/2"})
  void aShardThatIsNone(String shard) throws IOException {
    assertRefused(
        sweep(grid(AXES), "--shard=" + shard), "--shard " + shard + ": no part; expected");
  }

  @Test
  void aCaseThatCannotStartIsRecordedAndTheOthersGoOn() throws IOException {
    Console console =
        sweep(
            grid(
                "axes:",
                "  initial.kind: [balanced-gaussian, gaussian]",
                "  flow.formulation: [singular-values]"));
    assertThat(console.code()).isEqualTo(3);
    assertThat(table().lines().skip(1))
        .satisfiesExactly(
            row -> assertThat(row).contains(",grid.kind-balanced-gaussian,holds,own,,holds"),
            row ->
                assertThat(row).contains(",grid.kind-gaussian,undecided,,,undecided", "balanced"));
  }

  @Test
  void aViolationIsTheExitCode() throws IOException {
    Console console =
        Console.run(
            "sweep",
            grid(
                "axes:",
                "  claims: [[{id: a, expression: 'loss < 2'}], [{id: a, expression: 'loss > 0.97'}]]"),
            "--out",
            out);
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.out()).contains("grid.claims-2, violated a:", "--only grid.claims-2");
  }

  @Test
  void jsonIsTheSummaryAndNothingElse() throws IOException {
    Console console = Console.run("sweep", grid(AXES), "--out", out, "--json");
    assertThat(console.out()).isEqualTo(summary());
  }

  @Test
  void anAxisThatMakesNoSenseIsRefusedBeforeAnythingRuns() throws IOException {
    Path file = grid("axes:", "  initial.scale: [0.1, -1]");
    assertRefused(sweep(file), file + ":4: initial.scale: found -1; expected a number above 0");
    assertThat(journal).doesNotExist();
    assertThat(Console.run("sweep").code()).isEqualTo(2);
  }

  @Test
  void theReportIsBuiltAgainFromTheSummary() throws IOException {
    sweep(grid(AXES));
    String page = Files.readString(out.resolve("grid/sweep.html"));
    Files.delete(out.resolve("grid/sweep.html"));
    assertThat(Console.run("report", out).code()).isZero();
    assertThat(out.resolve("grid/sweep.html")).content().isEqualTo(page);
  }
}
