package io.github.flowcert.cli;

import io.github.flowcert.casefile.Case;
import io.github.flowcert.casefile.CaseFiles;
import io.github.flowcert.casefile.CaseReader;
import io.github.flowcert.claim.Catalogue;
import io.github.flowcert.verify.Vocabularies;
import io.github.flowcert.yaml.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cases that a command line names. */
final class CaseInput {

  /** Refuses a case that a command cannot work on. */
  @FunctionalInterface
  interface Check {
    void check(Case each) throws InputException;
  }

  private CaseInput() {}

  /**
   * Reads all cases before any is worked on.
   *
   * @param paths case files, or folders with case files
   * @param check what the command asks of a case beyond what every case must be
   * @throws BadInput at the first file that is refused
   */
  static List<Case> read(List<Path> paths, Catalogue catalogue, Check check) throws BadInput {
    try {
      List<Case> cases = new ArrayList<>();
      CaseReader reader = new CaseReader(Vocabularies.of(catalogue));
      for (Path file : CaseFiles.find(paths)) {
        Case read = reader.read(file);
        check.check(read);
        cases.add(read);
      }
      return cases;
    } catch (InputException e) {
      throw new BadInput(e.getMessage());
    }
  }
}
