package io.github.flowcert.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.proof.ProofFiles;
import io.github.flowcert.solver.Z3Process;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FalseStepsTest {
  private static final String PROOF =
      """
      proof: made-up/slip
      about: A step with a slip.
      source: {paper: none, place: none}
      variables: [x]
      assumptions: [{id: large, statement: 'x > 1 || x < -1'}]
      witnesses: [{x: 3/2}]
      steps:
        - id: slip
          place: line 1
          given: [x > 0]
          statement: 'x > 2 || x < -2'
          by: arithmetic
          from: [large]
          corrected: {id: mended, place: line 1, as-printed: false, statement: x^2 > 1, by: arithmetic, from: [large]}
        - {id: aside, place: none, as-printed: false, statement: x > 2, by: arithmetic, from: [large]}
      conclusions:
        - {id: end, place: line 2, statement: x^2 + 1 > 2, by: arithmetic, from: [slip]}
      """;

  @TempDir private Path folder;

  @Test
  void aStepThatIsFalseAsPrintedHasARowWithItsPointAndWhatHolds() throws Exception {
    assertThat(FalseSteps.table(List.of(prove(PROOF))))
        .isEqualTo(
            """
            | proof | place | false as printed | at | in its place | result |
            |---|---|---|---|---|---|
            | made-up/slip | line 1 | `x > 2 \\|\\| x < -2 where x > 0` | `x = 3/2` | `x^2 > 1` | survives |
            """);
  }

  @Test
  void aResultThatFallsWithItsStepIsSaidToBeRefuted() throws Exception {
    String text = PROOF.replace("x^2 + 1 > 2,", "x > 7,");

    assertThat(FalseSteps.table(List.of(prove(text)))).contains("| is refuted |");
  }

  @Test
  void withoutSuchStepsThereIsNoTable() throws Exception {
    int from = PROOF.indexOf("steps:");
    String text = PROOF.substring(0, from) + PROOF.substring(PROOF.indexOf("conclusions:"));

    assertThat(FalseSteps.table(List.of(prove(text.replace("[slip]", "[large]"))))).isEmpty();
  }

  private Outcome prove(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("proof.yaml"), text);
    try (Z3Process solver = new Z3Process(10_000)) {
      return new Prover(solver).prove(ProofFiles.read(List.of(file)).get(0));
    }
  }
}
