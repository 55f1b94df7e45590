package io.github.flowcert.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFilesTest {
  @TempDir Path folder;
  private Path first;
  private Path second;
  private Path third;

  @BeforeEach
  void writeThreeCases() throws IOException {
    Files.createDirectories(folder.resolve("b"));
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("notes.txt"), "no case");
    third = Files.writeString(folder.resolve("c.yaml"), "# third\ncase: three");
    first = Files.writeString(folder.resolve("a.yaml"), "case: one");
    second = Files.writeString(folder.resolve("b/b.yml"), "case: two");
  }

  @Test
  void sweepsInFoldersOfCasesAreLeftAlone() throws Exception {
    Files.writeString(folder.resolve("grid.yaml"), "sweep: grid\nbase: a.yaml\n");
    assertThat(CaseFiles.find(List.of(folder))).containsExactly(first, second, third);
  }

  @Test
  void foldersStandForTheSortedCaseFilesBelowThem() throws InputException {
    assertThat(CaseFiles.find(List.of(folder))).containsExactly(first, second, third);
  }

  @Test
  void filesComeInTheOrderGivenAndOnlyOnce() throws InputException {
    assertThat(CaseFiles.find(List.of(third, folder, first))).containsExactly(third, first, second);
  }

  @Test
  void aMissingPathIsRefused() {
    Path missing = folder.resolve("missing");
    assertRefused(missing, missing + ": no such file or folder; expected a case file or a folder");
  }

  @Test
  void aFolderWithoutCaseFilesIsRefused() {
    Path empty = folder.resolve("empty");
    assertRefused(empty, empty + ": no case files; expected *.yaml or *.yml files below it");
  }

  @Test
  void twoCasesWhoseResultsCouldShareAFolderAreRefused() throws IOException {
    Files.writeString(third, "# third\ncase: One");
    assertRefused(
        folder,
        third
            + ":2: case: 'One' is the name of the case in "
            + first
            + " too; expected a unique name, not only in its capitals");
  }

  private static void assertRefused(Path path, String message) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> CaseFiles.find(List.of(path)))
        .withMessage(message);
  }
}
