package io.github.flowcert.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.ProofFiles;
import io.github.flowcert.result.ProofStore;
import io.github.flowcert.result.ProvedDocument;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.solver.Z3Process;
import io.github.flowcert.verify.Build;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProverTest {
  private static final Z3Process SOLVER = new Z3Process(10_000);

  @TempDir private Path folder;

  @AfterAll
  static void stop() {
    SOLVER.close();
  }

  @Test
  void aProofOfTrueStepsIsProved() throws Exception {
    Outcome outcome = prove("x > 1", "x^2 > x && x > 0", "x^2 > 1").get(0);

    assertThat(outcome.status()).isEqualTo(Verdict.PROVED);
    assertThat(outcome.steps()).allMatch(step -> step.status() == Verdict.PROVED);
  }

  @Test
  void aFalseConclusionIsRefutedAtAPointThatMeetsTheAssumption() throws Exception {
    Outcome outcome = prove("x > 1", "x^2 > x", "x^2 > 4").get(0);

    assertThat(outcome.status()).isEqualTo(Verdict.REFUTED);
    String x = outcome.steps().get(1).counterexample().get("x");
    assertThat(value(x)).isGreaterThan(1).isLessThanOrEqualTo(2);
  }

  @Test
  void aTrueConclusionThatDoesNotFollowFromItsStepsIsNeitherProvedNorRefuted() throws Exception {
    Outcome outcome = prove("x > 1", "x > 0", "x^2 > x").get(0);

    assertThat(outcome.status()).isEqualTo(Verdict.UNDECIDED);
    assertThat(outcome.steps().get(1).reason()).contains("does not follow");
  }

  @Test
  void aConclusionRestsOnTheCorrectedStepWhereThePrintedOneIsFalse() throws Exception {
    String text =
        """
        proof: made-up/corrected
        about: A step with a slip.
        source: {paper: none, place: none}
        variables: [x]
        assumptions: [{id: large, statement: x > 1}]
        steps:
          - id: slip
            place: line 1
            statement: x^2 > 2
            by: arithmetic
            from: [large]
            corrected: {id: mended, place: line 1, as-printed: false, statement: x^2 > 1, by: arithmetic, from: [large]}
        conclusions:
          - {id: end, place: line 2, statement: x^2 + 1 > 2, by: arithmetic, from: [slip]}
        """;

    Outcome outcome = proveTexts(text).get(0);

    assertThat(outcome.steps().stream().map(Outcome.Checked::status))
        .containsExactly(Verdict.REFUTED, Verdict.PROVED, Verdict.PROVED);
    assertThat(outcome.status()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void whatUsesAnUnprovedTheoremIsNotProved() throws Exception {
    String user =
        """
        proof: made-up/user
        about: Uses another.
        source: {paper: none, place: none}
        variables: [x]
        assumptions: [{id: large, statement: x > 1}]
        conclusions:
          - {id: end, place: line 1, statement: x^2 > 4, by: {theorem: {proof: made-up/square}}, from: [large]}
        """;

    List<Outcome> outcomes = proveTexts(file("x > 1", "x^2 > x", "x^2 > 4"), user);

    assertThat(outcomes.get(1).status()).isNotEqualTo(Verdict.PROVED);
  }

  @Test
  void aTheoremOfTheLiteratureIsNamedByEveryProofThatRestsOnIt() throws Exception {
    String rests =
        """
        proof: made-up/rests
        about: Rests on a book.
        source: {paper: none, place: none}
        variables: [x]
        assumptions: [{id: large, statement: x > 1}]
        declared: [{id: book, statement: x < 10, source: a book}]
        conclusions:
          - {id: end, place: line 1, statement: x < 11, by: arithmetic, from: [book]}
        """;
    String user =
        """
        proof: made-up/user
        about: Uses that.
        source: {paper: none, place: none}
        variables: [x]
        assumptions: [{id: large, statement: x > 1}]
        conclusions:
          - {id: end, place: line 1, statement: x < 12, by: {theorem: {proof: made-up/rests}}, from: [large]}
        """;

    List<Outcome> outcomes = proveTexts(rests, user);

    assertThat(outcomes.get(1).status()).isEqualTo(Verdict.PROVED);
    assertThat(outcomes.get(1).trusted()).containsOnlyKeys("made-up/rests#book");
  }

  @Test
  void theShippedProofsAreProvedAndTheListOfClaimsThatShipsIsWhatTheyProve() throws Exception {
    List<Outcome> outcomes = proveAll(ProofFiles.read(List.of(Path.of("proofs"))));

    assertThat(outcomes).allMatch(outcome -> outcome.status() == Verdict.PROVED);
    Outcome theorem =
        outcomes.stream()
            .filter(outcome -> outcome.proof().name().equals("razin-cohen/theorem-1"))
            .findFirst()
            .orElseThrow();
    assertThat(theorem.trusted()).containsOnlyKeys("kernel#jacobi");
    assertThat(ProvedClaims.of(outcomes, Build.version()))
        .as("after a change: flowcert prove proofs, then copy out/proofs/proved.json")
        .isEqualTo(shippedList());
  }

  private static ProvedDocument shippedList() throws IOException {
    try (InputStream in =
        ProverTest.class.getResourceAsStream("/io/github/flowcert/claims/proved.json")) {
      return ProofStore.readProved(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private List<Outcome> prove(String assumption, String step, String conclusion) throws Exception {
    return proveTexts(file(assumption, step, conclusion));
  }

  private static String file(String assumption, String step, String conclusion) {
    return """
        proof: made-up/square
        about: A statement about squares.
        source: {paper: none, place: none}
        variables: [x]
        assumptions: [{id: large, statement: %s}]
        steps: [{id: step, place: line 1, statement: %s, by: arithmetic, from: [large]}]
        conclusions: [{id: end, place: line 2, statement: %s, by: arithmetic, from: [step]}]
        """
        .formatted(assumption, step, conclusion);
  }

  private List<Outcome> proveTexts(String... texts)
      throws IOException, InputException, InterruptedException {
    for (int k = 0; k < texts.length; k++) {
      Files.writeString(folder.resolve("proof-" + k + ".yaml"), texts[k]);
    }
    return proveAll(ProofFiles.read(List.of(folder)));
  }

  private static List<Outcome> proveAll(List<ProofFile> proofs)
      throws InterruptedException, InputException {
    Prover prover = new Prover(SOLVER);
    List<Outcome> outcomes = new ArrayList<>();
    for (ProofFile proof : proofs) {
      outcomes.add(prover.prove(proof));
    }
    return outcomes;
  }

  private static double value(String fraction) {
    String[] parts = fraction.split("/", -1);
    return Double.parseDouble(parts[0]) / (parts.length == 1 ? 1 : Double.parseDouble(parts[1]));
  }
}
