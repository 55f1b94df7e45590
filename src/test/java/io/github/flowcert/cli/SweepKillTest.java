package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.sweep.SweepFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose process is killed from outside, as by kill -9. */
class SweepKillTest {
  private static final int CASES = 500;

  @TempDir private Path folder;

  private static int lines(Path journal) throws IOException {
    return Files.exists(journal) ? Files.readAllLines(journal).size() : 0;
  }

  private void killAfter(int cases, Path file, Path out) throws Exception {
    Path journal = out.resolve("grid/cases.journal");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sweep",
                file.toString(),
                "--quiet",
                "--out",
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("killed.log").toFile())
            .start();
    while (process.isAlive() && lines(journal) <= cases) {
      Thread.sleep(10);
    }
    process.destroyForcibly().waitFor();
    assertThat(out.resolve("grid/summary.json")).doesNotExist();
    assertThat(lines(journal)).isGreaterThan(cases).isLessThan(CASES);
  }

  @Test
  void aKilledSweepIsResumedToTheSameBytes() throws Exception {
    Path file = SweepFiles.write(folder, "axes: {initial.seed: {seeds: " + CASES + "}}");
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    assertThat(Console.run("sweep", file, "--quiet", "--out", whole).code()).isZero();
    killAfter(3, file, killed);
    List<String> before = Files.readAllLines(killed.resolve("grid/cases.journal"));
    assertThat(Console.run("sweep", file, "--quiet", "--out", killed).code()).isZero();
    for (String name : List.of("grid/table.csv", "grid/summary.json")) {
      assertThat(killed.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
    }
    assertThat(Files.readAllLines(killed.resolve("grid/cases.journal")))
        .hasSize(CASES + 1)
        .containsAll(before.subList(0, before.size() - 1));
  }
}
