package io.github.flowcert.casefile;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A good case file in a folder, the changes made to it, and the message by which it is refused. */
record CaseFixture(Path folder) {
  /** Line numbers in expected messages count lines of this text, after the change. */
  static final String GOOD =
      """
      case: good
      problem:
        kind: matrix-completion
        observed:
          - ['?', 1]
          - [1, 0]
      factorization:
        depth: 2
      initial:
        kind: identity
        scale: 1e-3
      flow:
        integrator: auto
      claims:
        - determinant-sign
      """;

  static String changed(String from, String to) {
    if (!GOOD.contains(from)) {
      throw new IllegalArgumentException("not in the good file: " + from);
    }
    return GOOD.replace(from, to);
  }

  Case read(String text) throws IOException, InputException {
    return new CaseReader(new SmallVocabulary()).read(write(text));
  }

  /** Asserts that the text is refused with {@code FILE:} and this. */
  void assertRefused(String text, String message) throws IOException {
    Path file = write(text);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> new CaseReader(new SmallVocabulary()).read(file))
        .withMessage(file + ":" + message);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("case.yaml"), text);
  }
}
