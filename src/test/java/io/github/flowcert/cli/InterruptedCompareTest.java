package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Comparisons in processes of their own, which are ended from outside. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class InterruptedCompareTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeACaseOfSomeSeconds() throws IOException {
    file =
        Files.writeString(
            folder.resolve("long.yaml"),
            """
            case: long
            problem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}
            factorization: {depth: 3}
            initial: {kind: identity, scale: 1e-3}
            flow: {until: {loss: 1e-6}, record: {loss: [1e-1, 1e-2]}}
            descent: {learning-rates: [2e-3, 1e-3], iterations: 7000000, precision: double-double}
            claims: [determinant-sign]
            """);
  }

  private Process start(Path out) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "compare",
            file.toString(),
            "--quiet",
            "--out",
            out.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Waits until a checkpoint stands there, and returns its size. */
  private static long checkpoint(Process process, Path out) throws Exception {
    Path stored = out.resolve("long/compare.checkpoint");
    while (!Files.exists(stored)) {
      assertThat(process.isAlive()).as("it goes on until it is ended").isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return Files.size(stored);
  }

  /** Without times and what tells of the place where it was run. */
  private static JsonNode document(Path out) throws IOException {
    ObjectNode document =
        (ObjectNode) new JsonMapper().readTree(Files.readString(out.resolve("long/compare.json")));
    document.remove("provenance");
    return document;
  }

  @Test
  void killedAndInterruptedItGoesOnToTheSameDocument() throws Exception {
    Path out = folder.resolve("out");
    Process killed = start(out);
    assertThat(checkpoint(killed, out)).isPositive();
    killed.destroyForcibly().waitFor();
    assertThat(killed.exitValue()).isEqualTo(137);
    assertThat(out.resolve("long/compare.json")).doesNotExist();

    Process resumed = start(out);
    assertThat(resumed.waitFor()).isZero();
    assertThat(out.resolve("long/compare.checkpoint")).doesNotExist();

    Path whole = folder.resolve("whole");
    assertThat(start(whole).waitFor()).isZero();
    assertThat(document(out)).isEqualTo(document(whole));
  }

  @Test
  void anInterruptEndsItWith130AndLeavesTheCheckpoint() throws Exception {
    assumeFalse(interruptsAreIgnored(), "this process, and what it starts, ignores interrupts");
    Path out = folder.resolve("out");
    Process process = start(out);
    checkpoint(process, out);
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(out.resolve("long/compare.checkpoint")).exists();
  }

  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    Matcher mask = Pattern.compile("SigIgn:\\s*([0-9a-f]+)").matcher(Files.readString(status));
    return mask.find() && (Long.parseUnsignedLong(mask.group(1), 16) & 2) != 0;
  }
}
