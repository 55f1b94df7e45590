package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ProveCommandTest {
  private static final String PROOF =
      """
      proof: made-up/square
      about: A statement about squares.
      source: {paper: none, place: line 0}
      variables: [x]
      assumptions: [{id: large, statement: x > 1}]
      steps: [{id: step, place: line 1, statement: x^2 > x, by: arithmetic, from: [large]}]
      conclusions: [{id: end, place: line 2, statement: %s, by: arithmetic, from: [step, large]}]
      """;

  @TempDir private Path folder;

  @Test
  void aShippedProofIsProvedAndWrittenDown() throws Exception {
    Console console =
        prove(shipped("lemma-10"), shipped("lemma-3"), shipped("lemma-1"), shipped("balancedness"));

    assertThat(console.code()).isZero();
    assertThat(console.out()).contains("proved     razin-cohen/lemma-10 (Lemma 10");
    JsonNode document = document("razin-cohen/lemma-10");
    assertThat(document.path("schema").asString()).isEqualTo("flowcert.proof/1");
    assertThat(document.path("status").asString()).isEqualTo("proved");
    assertThat(document.at("/declared/0/id").asString()).isEqualTo("kernel#jacobi");
    assertThat(document.path("declared").size()).isEqualTo(1);
    assertThat(document.at("/concludes/statements/0").asString())
        .isEqualTo("Abs(w11) > (1 - s)^2/s");
    assertThat(document.path("steps"))
        .anySatisfy(
            step -> {
              assertThat(step.path("id").asString()).isEqualTo("claim lemma-10");
              assertThat(step.path("status").asString()).isEqualTo("proved");
            });
  }

  @Test
  void aFalseStatementIsRefutedWithExitCode1() throws Exception {
    Console console = prove(write(PROOF.formatted("x^2 > 4")));

    assertThat(console.code()).isEqualTo(1);
    assertThat(console.out()).contains("refuted").contains("false at {x=");
    JsonNode document = document("made-up/square");
    assertThat(document.path("status").asString()).isEqualTo("refuted");
    assertThat(document.at("/steps/1/counterexample/x").asString()).isNotEmpty();
  }

  @Test
  void whatIsNotShownIsUndecidedWithExitCode3() throws Exception {
    Console console = prove(write(PROOF.formatted("Sin(x) <= 1 && Cosh(x) > x^2/2")));

    assertThat(console.code()).isEqualTo(3);
    assertThat(console.out()).contains("undecided  made-up/square");
  }

  @Test
  void badInputIsOneLineWithExitCode2() throws Exception {
    Path file = write(PROOF.formatted("y > 1"));

    Console console = prove(file);

    assertThat(console.code()).isEqualTo(2);
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .startsWith("flowcert: " + file + ":7: conclusions[1].statement: ")
        .contains("unknown quantity 'y'")
        .hasLineCount(1);
  }

  @Test
  void aClaimThatTheCatalogueDoesNotHaveIsRefused() throws Exception {
    Console console = prove(write(PROOF.formatted("x > 1/2") + "claims: [{id: lema-10}]\n"));

    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("no claim 'lema-10'").contains("did you mean 'lemma-10'?");
  }

  @Test
  void aClaimThatDoesNotFollowIsNotProved() throws Exception {
    String text = PROOF.formatted("x > 1/2") + "claims: [{id: lemma-10, with: {loss: x}}]\n";

    Console console = prove(write(text));

    assertThat(console.out()).doesNotContain("proved     claim lemma-10");
  }

  @Test
  void theTimeLimitMustBePositive() {
    Console console = Console.run("prove", "proofs", "--time-limit", "0");

    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("--time-limit 0.0: must be above 0");
  }

  @Test
  void mutantsAreTabulatedAndTheQuestionsWritten() throws Exception {
    Path file = write(PROOF.formatted("x^2 > 1"));
    Path questions = folder.resolve("questions");

    Console console = with(file, "--mutants", "--smtlib", questions.toString());

    assertThat(console.code()).isZero();
    assertThat(console.out()).contains("| made-up/square | 6 | ");
    JsonNode mutants =
        new JsonMapper().readTree(Files.readString(folder.resolve("out/proofs/mutants.json")));
    assertThat(mutants.path("schema").asString()).isEqualTo("flowcert.mutants/1");
    assertThat(mutants.at("/all/falseButProved").asInt()).isZero();
    assertThat(mutants.at("/all/refuted").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(folder.resolve("out/proofs/mutants.md")).isNotEmptyFile();
    assertThat(Files.readString(questions.resolve("made-up/square/step-001.smt2")))
        .contains("(set-logic QF_NRA)");
  }

  @Test
  void answersAreKeptAndDocumentsDoNotDependOnThemNorOnTheNumberOfJobs() throws Exception {
    Path file = write(PROOF.formatted("x^2 > 1"));
    with(file, "--jobs", "1");
    String first = withoutSeconds("made-up/square");
    Path answers = folder.resolve("out/proofs/.cache/answers.jsonl");
    long size = Files.size(answers);

    with(file, "--jobs", "2");

    assertThat(withoutSeconds("made-up/square")).isEqualTo(first);
    assertThat(Files.size(answers)).isBetween(size, size + 2);
    with(file, "--no-cache");
    assertThat(withoutSeconds("made-up/square")).isEqualTo(first);
  }

  @Test
  void aCircleOfProofsIsOneLineWithExitCode2() throws Exception {
    String circular =
        PROOF
            .formatted("x^2 > 1")
            .replace(
                "by: arithmetic, from: [step, large]", "by: {theorem: {proof: made-up/square}}");

    Console console = with(write(circular));

    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err())
        .contains(":7: conclusions[1].by.theorem.proof: proofs use each other in a circle")
        .hasLineCount(1);
  }

  @Test
  void aFolderForQuestionsThatCannotBeMadeIsRefused() throws Exception {
    Path file = write(PROOF.formatted("x^2 > 1"));

    Console console = with(file, "--smtlib", file.toString());

    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("--smtlib").contains("cannot make this folder");
  }

  /** Without times, and without the command, which has the options. */
  private String withoutSeconds(String proof) throws IOException {
    ObjectNode document = (ObjectNode) document(proof);
    document.remove("provenance");
    return document.toString().replaceAll("\"seconds\":[^,]+", "");
  }

  private Console with(Path file, String... options) {
    List<Object> words = new ArrayList<>(List.of("prove", file, "--out", folder.resolve("out")));
    words.addAll(List.of(options));
    return Console.run(words.toArray());
  }

  private Console prove(Path... files) {
    List<Object> words = new ArrayList<>(List.of("prove", "--out", folder.resolve("out")));
    words.addAll(List.of(files));
    return Console.run(words.toArray());
  }

  private static Path shipped(String name) {
    return Path.of("proofs", "razin-cohen", name + ".yaml");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("proof.yaml"), text);
  }

  private JsonNode document(String proof) throws IOException {
    Path file = folder.resolve("out").resolve("proofs").resolve(proof).resolve("result.json");
    return new JsonMapper().readTree(Files.readString(file));
  }
}
