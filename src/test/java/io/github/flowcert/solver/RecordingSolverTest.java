package io.github.flowcert.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingSolverTest {
  @TempDir private Path folder;

  @Test
  void aQuestionIsWrittenWithItsLogicItsAnswerAndItsStep() throws Exception {
    try (RecordingSolver solver = new RecordingSolver(new Z3Process(5000), folder)) {
      solver.about("razin-cohen/lemma-10", "claim lemma-10");
      solver.ask("(declare-const x Real)\n(assert (< (* x x) 0.0))\n");
      solver.ask("(set-logic QF_NRA)\n(declare-const x Real)\n(assert (< x 0.0))\n(check-sat)\n");
    }
    Path files = folder.resolve("razin-cohen/lemma-10");

    assertThat(Files.readAllLines(files.resolve("claim-lemma-10-001.smt2")))
        .containsExactly(
            "(set-info :smt-lib-version 2.6)",
            "(set-logic QF_NRA)",
            "(set-info :source |razin-cohen/lemma-10, claim lemma-10; answered by Z3 4.14.1.0|)",
            "(set-info :status unsat)",
            "(declare-const x Real)",
            "(assert (< (* x x) 0.0))",
            "(check-sat)",
            "(exit)");
    assertThat(Files.readAllLines(files.resolve("claim-lemma-10-002.smt2")))
        .contains("(set-info :status sat)", "(assert (< x 0.0))")
        .containsOnlyOnce("(set-logic QF_NRA)")
        .containsOnlyOnce("(check-sat)");
  }
}
