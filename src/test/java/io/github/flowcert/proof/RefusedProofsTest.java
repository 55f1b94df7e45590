package io.github.flowcert.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedProofsTest {
  private static final String GOOD =
      """
      proof: made-up/square
      about: A statement about squares.
      source: {paper: none, place: none}
      variables: [x]
      definitions:
        s: Sqrt(x)
      assumptions: [{id: large, statement: x > 1}]
      steps:
        - {id: step, place: line 1, statement: x^2 > x, by: arithmetic, from: [large]}
      conclusions:
        - {id: end, place: line 2, statement: x^2 > 1, by: arithmetic, from: [step, large]}
      """;

  @TempDir private Path folder;

  @Test
  void aGoodFileIsRead() throws Exception {
    ProofFile proof = ProofFiles.read(List.of(write("good.yaml", GOOD))).get(0);

    assertThat(proof.name()).isEqualTo("made-up/square");
    assertThat(proof.steps().get(0).from()).containsExactly("large");
  }

  @Test
  void anUnknownVariableIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("statement: x^2 > x", "statement: y^2 > x")))
        .contains(".yaml:9: steps[1].statement: ")
        .contains("unknown quantity 'y'");
  }

  @Test
  void aStatementThatDoesNotParseIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("statement: x^2 > x", "statement: 'x^2 > ('")))
        .contains(".yaml:9: steps[1].statement: ");
  }

  @Test
  void aRangeThatIsReversedIsRefused() throws Exception {
    String rule = "by: {interval: {in: x, from: 1, to: 1/2}}";

    assertThat(refusal(GOOD.replace("x^2 > x, by: arithmetic", "x^2 > x, " + rule)))
        .contains(".yaml:9: steps[1].by.interval.to: ")
        .contains("expected a number above the one where it begins");
  }

  @Test
  void anUnknownSignIsRefused() throws Exception {
    String rule = "by: {monotone: {of: x^2, in: x, from: 0, to: x, sign: up, by: large}}";

    assertThat(refusal(GOOD.replace("x^2 > x, by: arithmetic", "x^2 > x, " + rule)))
        .contains(".yaml:9: steps[1].by.monotone.sign: ")
        .contains("expected one of [positive, nonnegative, negative, nonpositive]");
  }

  @Test
  void theDerivativeOfAFunctionWithACornerIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("s: Sqrt(x)", "s: {derivative: Abs(x), in: x}")))
        .contains(".yaml:6: definitions.s.derivative: no derivative is known of abs")
        .contains("; expected powers, roots, exponentials and logarithms only");
  }

  @Test
  void aPartThatATheoremDoesNotHaveIsRefused() throws Exception {
    write("good.yaml", GOOD);
    String rule = "by: {theorem: {proof: made-up/square, part: ends}}";
    String user =
        GOOD.replace("proof: made-up/square", "proof: made-up/user")
            .replace("x^2 > x, by: arithmetic", "x^2 > 1, " + rule);
    write("user.yaml", user);

    InputException refused =
        catchThrowableOfType(InputException.class, () -> ProofFiles.read(List.of(folder)));

    assertThat(refused)
        .hasMessageContaining("uses the part 'ends', which is no conclusion of made-up/square")
        .hasMessageContaining("did you mean 'end'?");
  }

  @Test
  void aMissingFactIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("from: [large]", "from: [larger]")))
        .contains(".yaml:9: steps[1].from[1]: 'larger' is no fact that stands above")
        .contains("did you mean 'large'?");
  }

  @Test
  void aStepCannotUseALaterOne() throws Exception {
    assertThat(refusal(GOOD.replace("from: [large]", "from: [end]")))
        .contains("'end' is no fact that stands above");
  }

  @Test
  void anUnknownRuleIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("by: arithmetic, from: [large]", "by: magic, from: [large]")))
        .contains(".yaml:9: steps[1].by: found 'magic'; expected arithmetic, identity");
  }

  @Test
  void aNameIntroducedTwiceIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("s: Sqrt(x)", "x: Sqrt(x)"))).contains("introduced twice");
  }

  @Test
  void aProofWithoutConclusionIsRefused() throws Exception {
    assertThat(refusal(GOOD.substring(0, GOOD.indexOf("conclusions:"))))
        .contains("conclusions: missing; expected a list of steps");
  }

  @Test
  void anUnknownProofIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("by: arithmetic, from: [step, large]", USE + "other}}")))
        .contains("uses the proof 'made-up/other', which is not among those named");
  }

  private static final String USE = "by: {theorem: {proof: made-up/";

  @Test
  void proofsThatUseEachOtherAreRefused() throws Exception {
    write("a.yaml", GOOD.replace("by: arithmetic, from: [step, large]", USE + "other}}"));
    write(
        "b.yaml",
        GOOD.replace("made-up/square", "made-up/other")
            .replace("by: arithmetic, from: [step, large]", USE + "square}}"));

    InputException refused =
        catchThrowableOfType(InputException.class, () -> ProofFiles.read(List.of(folder)));

    assertThat(refused)
        .hasMessageContaining("in a circle: made-up/square -> made-up/other -> made-up/square");
  }

  private String refusal(String text) throws IOException {
    Path file = write("bad.yaml", text);
    return catchThrowableOfType(InputException.class, () -> ProofFiles.read(List.of(file)))
        .getMessage();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
