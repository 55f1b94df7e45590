package io.github.flowcert.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.flowcert.word.Network;
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
        .hasMessageContaining("user.yaml:9: steps[1].by.theorem.part: ")
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
        .contains(".yaml:11: conclusions[1].by.theorem.proof: ")
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
        .hasMessageContaining("b.yaml:11: conclusions[1].by.theorem.proof: ")
        .hasMessageContaining("in a circle: made-up/square -> made-up/other -> made-up/square");
  }

  @Test
  void aProofThatUsesItselfIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("by: arithmetic, from: [step, large]", USE + "square}}")))
        .contains(".yaml:11: conclusions[1].by.theorem.proof: ")
        .contains("in a circle: made-up/square -> made-up/square");
  }

  @Test
  void aStepThatUsesItselfIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("from: [large]", "from: [step]")))
        .contains(".yaml:9: steps[1].from[1]: 'step' is no fact that stands above");
  }

  @Test
  void anAssumptionThatTheProofDoesNotHaveIsRefused() throws Exception {
    String without = GOOD.replace("assumptions: [{id: large, statement: x > 1}]\n", "");

    assertThat(refusal(without))
        .contains(".yaml:8: steps[1].from[1]: 'large' is no fact that stands above");
  }

  @Test
  void anAssumptionAboutAnUnknownVariableIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("statement: x > 1}", "statement: xx > 1}")))
        .contains(".yaml:7: assumptions[1].statement: column 1: unknown quantity 'xx'");
  }

  @Test
  void aDefinitionByALaterNameIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("s: Sqrt(x)", "s: Sqrt(later)")))
        .contains(".yaml:6: definitions.s: column 6: unknown quantity 'later'");
  }

  @Test
  void aStatementThatComparesNothingIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("statement: x^2 > x", "statement: x^2 + x")))
        .contains(".yaml:9: steps[1].statement: ");
  }

  @Test
  void aRuleWithoutItsDataIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("x^2 > x, by: arithmetic", "x^2 > x, by: {chord: {of: x}}")))
        .contains(".yaml:9: steps[1].by.chord")
        .contains("missing");
  }

  @Test
  void anUnknownKeyOfAStepIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("place: line 1", "places: line 1")))
        .contains(".yaml:9: steps[1].places: unknown key")
        .contains("place");
  }

  @Test
  void aNameThatIsNoValueOfTheNormIsRefused() throws Exception {
    String norms = GOOD.replace("definitions:", "norms: {nx: [x, 0, 0, x]}\ndefinitions:");

    assertThat(refusal(norms.replace("x^2 > x, by: arithmetic", "nx >= 0, by: {nonnegative: x}")))
        .contains(".yaml:10: steps[1].by.nonnegative: 'x' is no value of the norm")
        .contains("did you mean 'nx'?");
  }

  @Test
  void aNormOfThreeEntriesIsRefused() throws Exception {
    assertThat(refusal(GOOD.replace("definitions:", "norms: {nx: [x, 0, x]}\ndefinitions:")))
        .contains(".yaml:5: norms.nx: found 3; expected the four entries of a 2-by-2 matrix");
  }

  @Test
  void aTrajectoryOfAnUnknownVariableIsRefused() throws Exception {
    assertThat(refusal(GOOD + "trajectory: {now: [x], start: [y]}\n"))
        .contains(".yaml:12: trajectory.start[1]: unknown variable 'y'");
  }

  @Test
  void aTrajectoryThatEndsWhereItStartsIsRefused() throws Exception {
    assertThat(refusal(GOOD + "trajectory: {now: [x], start: [x]}\n"))
        .contains(".yaml:12: trajectory: found [x, x]; expected other variables for the start");
  }

  @Test
  void aTrajectoryOfTwoEntriesIsRefused() throws Exception {
    String two = GOOD.replace("variables: [x]", "variables: [x, y, z]");

    assertThat(refusal(two + "trajectory: {now: [x, y], start: [z]}\n"))
        .contains(".yaml:12: trajectory.now: found 2 names; expected one variable");
  }

  @Test
  void aWitnessThatLeavesAVariableOutIsRefused() throws Exception {
    String two = GOOD.replace("variables: [x]", "variables: [x, y]");

    assertThat(refusal(two + "witnesses: [{x: 2}]\n"))
        .contains(".yaml:12: witnesses[1].y: missing");
  }

  @Test
  void aWitnessThatIsNoNumberIsRefused() throws Exception {
    assertThat(refusal(GOOD + "witnesses: [{x: 1/0}]\n"))
        .contains(".yaml:12: witnesses[1].x: ")
        .contains("expected a number, as in 3/2");
  }

  @Test
  void aFileThatIsNoMapIsRefused() throws Exception {
    assertThat(refusal("- x > 1\n")).contains(".yaml:1: ").contains("expected a map");
  }

  @Test
  void matricesWhoseShapesDoNotFitAreRefused() throws Exception {
    assertThat(matrixRefusal("w == factor.factor.factor.prefix", "words"))
        .contains(".yaml:6: matrices.conclusions[1].statement: ");
  }

  @Test
  void anUnknownMatrixIsRefused() throws Exception {
    assertThat(matrixRefusal("w == suffix.factor.prefx", "words"))
        .contains(".yaml:6: matrices.conclusions[1].statement: ")
        .contains("prefx");
  }

  @Test
  void anUnknownFactAboutMatricesIsRefused() throws Exception {
    assertThat(matrixRefusal("w == suffix.factor.prefix", "{derivative: conserved}"))
        .contains(".yaml:6: matrices.conclusions[1].by.derivative: ")
        .contains("'conserved' is no fact that stands above");
  }

  @Test
  void anUnknownRuleForMatricesIsRefused() throws Exception {
    assertThat(matrixRefusal("w == suffix.factor.prefix", "magic"))
        .contains(".yaml:6: matrices.conclusions[1].by: found 'magic'; expected words, induction");
  }

  @Test
  void aFactMultipliedByAnUnknownMatrixIsRefused() throws Exception {
    String fact = Network.flow().keySet().iterator().next();

    assertThat(matrixRefusal("w == w", "{product: {of: " + fact + ", left: nothing}}"))
        .contains(".yaml:6: matrices.conclusions[1].by.product.left: ")
        .contains("nothing");
  }

  private String matrixRefusal(String statement, String rule) throws IOException {
    return refusal(
        """
        proof: made-up/matrices
        about: A statement about matrices.
        source: {paper: none, place: none}
        matrices:
          conclusions:
            - {id: end, place: line 1, statement: '%s', by: %s}
        """
            .formatted(statement, rule));
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
