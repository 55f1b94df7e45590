package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  @TempDir private Path folder;

  @Test
  void aCommandMustBeNamed() {
    Console console = Console.run();
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).isEqualTo("flowcert: a command is missing (see flowcert --help)\n");
  }

  @Test
  void anUnknownCommandIsNamed() {
    Console console = Console.run("certify");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err().lines()).singleElement().asString().contains("'certify'");
  }

  @Test
  void theVersionIsThatOfTheBuild() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String version = pom.replaceFirst("(?s).*?<artifactId>flowcert</artifactId>\\s*<version>", "");
    String expected = version.substring(0, version.indexOf('<'));
    for (List<String> words : List.of(List.of("--version"), List.of("verify", "--version"))) {
      Console console = Console.run(words.toArray());
      assertThat(console.code()).isZero();
      assertThat(console.out()).startsWith("flowcert " + expected + "\nJava ");
    }
  }

  @Test
  void helpNamesCommandsOptionsAndExitCodes() {
    assertThat(Console.run("--help").code()).isZero();
    assertThat(Console.run("--help").out())
        .contains("verify", "report", "Exit codes: 0 every claim", "3 none violated");
    assertThat(Console.run("verify", "--help").out())
        .contains("CASE", "--json", "--jobs", "--out", "--quiet", "--seed");
    assertThat(Console.run("report", "--help").out()).contains("DIR", "default: out");
    assertThat(Console.run("--help").out()).doesNotContain("\u001B");
  }

  @ParameterizedTest
  @CsvSource({
    "HOLDS, PROVED, 0",
    "ENCLOSED, NOT_APPLICABLE, 0",
    "HOLDS, UNDECIDED, 3",
    "UNDECIDED, VIOLATED, 1",
    "REFUTED, HOLDS, 1"
  })
  void exitCodesFollowTheContract(Verdict one, Verdict other, int code) {
    assertThat(ExitCode.of(List.of(one, other))).isEqualTo(code);
  }

  @Test
  void aReportOnAnEmptyFolderIsAnEmptyReport() {
    Console console = Console.run("report", folder);
    assertThat(console.code()).isZero();
    assertThat(console.err()).isEmpty();
    assertThat(console.out())
        .contains("Report: " + folder.resolve("index.html"))
        .contains("It is empty: no results stand under " + folder);
    assertThat(folder.resolve("index.html")).isNotEmptyFile();
  }

  @Test
  void aReportOnNoFolderIsRefused() {
    Path none = folder.resolve("none");
    Console console = Console.run("report", none);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).startsWith("flowcert: " + none + ": no such folder");
    assertThat(console.err().lines()).hasSize(1);
    assertThat(none).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"schema\": \"flowcert.result/1\", \"case\": \"a\" | not a whole result document",
        "{\"schema\": \"flowcert.result/2\"}                 | schema is flowcert.result/2",
        "''                                                  | schema is none"
      })
  void aReportOnAHalfWrittenDocumentIsRefused(String text, String problem) throws IOException {
    Path document = Files.createDirectories(folder.resolve("a")).resolve("result.json");
    Files.writeString(document, text);
    Console console = Console.run("report", folder);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains(document.toString(), problem).doesNotContain("\tat ");
    assertThat(console.err().lines()).hasSize(1);
    assertThat(folder.resolve("index.html")).doesNotExist();
  }
}
