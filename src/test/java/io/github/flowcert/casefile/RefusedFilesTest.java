package io.github.flowcert.casefile;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource
  void textThatIsNotOneYamlMapIsRefused(String text, String message) throws IOException {
    new CaseFixture(folder).assertRefused(text, message);
  }

  static Stream<Arguments> textThatIsNotOneYamlMapIsRefused() {
    String keys =
        "case, about, problem, factorization, initial, flow, descent, let, claims, norms, evidence";
    return Stream.of(
        arguments("", "1: empty; expected a YAML case file"),
        arguments("- 1", "1: found a list; expected a map of " + keys),
        arguments(
            "case: a\nproblem: [1, 2",
            "2: not YAML: while parsing a flow sequence, expected ',' or ']',"
                + " but got <stream end>; expected one well-formed document"),
        arguments(
            "case: a\n---\ncase: b",
            "2: not YAML: expected a single document in the stream,"
                + " but found another document; expected one well-formed document"),
        arguments(
            "case: a\nabout: \u0001",
            "2: not YAML: the character U+0001; expected one well-formed document"),
        arguments("? [1]\n: 2", "1: found a key that is no word; expected a word"));
  }

  @ParameterizedTest
  @MethodSource
  void keysThatAreUnknownMissingOrDoubleAreRefused(String from, String to, String message)
      throws IOException {
    new CaseFixture(folder).assertRefused(CaseFixture.changed(from, to), message);
  }

  static Stream<Arguments> keysThatAreUnknownMissingOrDoubleAreRefused() {
    return Stream.of(
        arguments("claims:", "claim:", "14: claim: unknown key; did you mean 'claims'?"),
        arguments("depth:", "dept:", "8: factorization.dept: unknown key; did you mean 'depth'?"),
        arguments(
            "integrator:",
            "colour:",
            "13: flow.colour: unknown key;"
                + " known here: formulation, integrator, tolerance, until, record"),
        arguments(
            "claims:", "case: x\nclaims:", "14: case: this key stands twice; expected it once"),
        arguments(
            "  depth: 2",
            "  depth: 2\n  depth: 2",
            "9: factorization.depth: this key stands twice; expected it once"),
        arguments("case: good\n", "", "1: case: missing; expected a unique name"),
        arguments("  scale: 1e-3\n", "", "10: initial.scale: missing; expected a number above 0"),
        arguments(
            "claims:\n  - determinant-sign\n", "", "1: claims: missing; expected a list of claims"),
        arguments(
            "depth: 2",
            "hidden: []",
            "8: factorization.depth: missing; expected the number of factors, from 1 on"),
        arguments(
            "flow:\n  integrator: auto",
            "flow:",
            "12: flow: found nothing; expected a map of"
                + " formulation, integrator, tolerance, until, record"));
  }

  @ParameterizedTest
  @MethodSource
  void namesThatCannotNameAFolderAreRefused(String name, String found) throws IOException {
    new CaseFixture(folder)
        .assertRefused(
            CaseFixture.changed("good", name),
            "1: case: found " + found + ", a letter or digit first");
  }

  static Stream<Arguments> namesThatCannotNameAFolderAreRefused() {
    String right = "; expected letters (A to Z), digits, '-' and '.'";
    return Stream.of(
        arguments("a b", "'a b'" + right),
        arguments("a/b", "'a/b'" + right),
        arguments("..", "'..'" + right),
        arguments("''", "''" + right),
        arguments("\"a\\nb\"", "'a b'" + right));
  }

  @Test
  void aNumberForANameIsAskedToBeQuoted() throws IOException {
    new CaseFixture(folder)
        .assertRefused(
            CaseFixture.changed("good", "12"),
            "1: case: found 12; expected letters (A to Z), digits, '-' and '.',"
                + " a letter or digit first, in quotes");
  }

  @Test
  void aMissingFileIsRefused() {
    assertRefused(folder.resolve("none.yaml"), ": no such file; expected a YAML case file");
  }

  @Test
  void aFolderIsNotReadAsAFile() {
    assertRefused(folder, ": cannot be read; expected a readable YAML case file");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff, 0});
    assertRefused(file, ": not text in UTF-8; expected a YAML case file");
  }

  private static void assertRefused(Path file, String message) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> new CaseReader(new SmallVocabulary()).read(file))
        .withMessage(file + message);
  }
}
