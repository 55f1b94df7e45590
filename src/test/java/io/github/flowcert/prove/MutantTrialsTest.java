package io.github.flowcert.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.ProofFiles;
import io.github.flowcert.result.MutantDocument;
import io.github.flowcert.result.MutantDocument.Fate;
import io.github.flowcert.result.MutantDocument.MutantResult;
import io.github.flowcert.solver.Answer;
import io.github.flowcert.solver.Solver;
import io.github.flowcert.solver.StepLimit;
import io.github.flowcert.solver.Z3Process;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutantTrialsTest {
  private static final String PROOF =
      """
      proof: made-up/square
      about: A statement about squares.
      source: {paper: none, place: none}
      variables: [x]
      assumptions:
        - {id: large, statement: x > 2}
      witnesses: [{x: 3}]
      conclusions: [{id: end, place: line 2, statement: %s, by: arithmetic, from: [large]}]
      """;

  @TempDir private Path folder;

  @Test
  void aFalseMutantIsRefutedAndATrueOneIsProved() throws Exception {
    List<MutantResult> all = tried(PROOF.formatted("x^2 + 1 > 0"), MutantTrialsTest::z3);

    assertThat(fate(all, "reversed")).isEqualTo(Fate.REFUTED);
    assertThat(fate(all, "dropped")).isEqualTo(Fate.STILL_TRUE);
  }

  @Test
  void withoutTheHypothesisThatIsNeededThereIsACounterexample() throws Exception {
    List<MutantResult> all = tried(PROOF.formatted("x^2 > 4"), MutantTrialsTest::z3);

    assertThat(fate(all, "dropped")).isEqualTo(Fate.REFUTED);
    MutantResult dropped = all.get(all.size() - 1);
    assertThat(dropped.change()).isEqualTo("without large");
    assertThat(Math.abs(value(dropped.counterexample().get("x")))).isLessThanOrEqualTo(2);
  }

  @Test
  void aSolverThatProvesWhatIsFalseIsCaught() throws Exception {
    List<MutantResult> all = tried(PROOF.formatted("x^2 > 4"), Gullible::new);

    assertThat(fate(all, "reversed")).isEqualTo(Fate.FALSE_BUT_PROVED);
    assertThat(MutantDocument.of(1, all).markdown())
        .contains("- made-up/square, end, > becomes <: proved, and false at {x=3}");
  }

  @Test
  void noFalseMutantOfAShippedProofIsProved() throws Exception {
    List<ProofFile> proofs =
        ProofFiles.read(
            List.of(
                Path.of("proofs/razin-cohen/balancedness.yaml"),
                Path.of("proofs/razin-cohen/lemma-1.yaml"),
                Path.of("proofs/razin-cohen/lemma-3.yaml"),
                Path.of("proofs/razin-cohen/lemma-5.yaml"),
                Path.of("proofs/razin-cohen/lemma-8.yaml"),
                Path.of("proofs/razin-cohen/lemma-10.yaml"),
                Path.of("proofs/literature/weyl-2x2.yaml")));
    MutantDocument document = document(proofs, MutantTrialsTest::z3);

    assertThat(document.falseButProved()).isEmpty();
    assertThat(document.all().mutants()).isGreaterThan(150);
    assertThat(document.all().refuted()).isGreaterThan(document.all().mutants() / 2);
    assertThat(document.methods().stream().map(MutantDocument.Count::of))
        .contains("arithmetic", "interval", "identity", "words", "theorem", "sign-kept");
  }

  private static Fate fate(List<MutantResult> all, String kind) {
    return all.stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow().fate();
  }

  private static Solver z3() {
    return new StepLimit(new Z3Process(10_000), 10_000);
  }

  private List<MutantResult> tried(String text, Supplier<Solver> solvers) throws Exception {
    Path file = Files.writeString(folder.resolve("proof.yaml"), text);
    return document(ProofFiles.read(List.of(file)), solvers).mutants();
  }

  private static MutantDocument document(List<ProofFile> proofs, Supplier<Solver> solvers)
      throws Exception {
    MutantLog log = new MutantLog(1);
    List<Outcome> outcomes = new ArrayList<>();
    new ProofTeam(2, solvers, Optional.of(log)).prove(proofs, outcomes::add);
    assertThat(outcomes).hasSameSizeAs(proofs);
    return log.document(proofs);
  }

  private static double value(String fraction) {
    String[] parts = fraction.split("/", -1);
    return Double.parseDouble(parts[0]) / (parts.length == 1 ? 1 : Double.parseDouble(parts[1]));
  }

  /** Says of everything that it follows. */
  private static final class Gullible implements Solver {
    @Override
    public Answer ask(String script) {
      return new Answer.Unsatisfiable();
    }

    @Override
    public String name() {
      return "gullible";
    }

    @Override
    public void close() {}
  }
}
