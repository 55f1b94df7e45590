package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.ResultStore;
import io.github.flowcert.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constants of claims that are no finite numbers. */
class ConstantsCommandTest {
  @TempDir private Path folder;

  private Console verify(String observed, String claims, String more) throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.writeString(
        file,
        "case: a\nproblem: {kind: matrix-completion, observed: "
            + observed
            + "}\nfactorization: {depth: 2}\ninitial: {kind: identity, scale: 1e-2}"
            + "\nflow: {until: {time: 0.1}}\nclaims: ["
            + claims
            + "]\n"
            + more
            + "\n");
    return Console.run("verify", file, "--out", folder.resolve("out"));
  }

  private Iterable<ClaimResult> results() throws IOException {
    return ResultStore.read(folder.resolve("out/a/result.json")).claims();
  }

  @Test
  void aClaimWhoseHypothesesFailHasNoConstants() throws IOException {
    // z' = 0: the constant b of equation (13) would be 0/0.
    Console console = verify("[['?', 0], [1, 0]]", "theorem-2", "");
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    assertThat(results())
        .allSatisfy(
            claim -> {
              assertThat(claim.status()).isEqualTo(Verdict.NOT_APPLICABLE);
              assertThat(claim.parameters()).isEmpty();
            });
  }

  @Test
  void aConstantThatIsNotFiniteIsNoneInTheReport() throws IOException {
    Console console =
        verify(
            "[[2, 1, 0], ['?', 0, 1]]",
            "{id: own, expression: loss < k}",
            "let: {k: 1/initialdetsign}");
    assertThat(console.err()).isEmpty();
    assertThat(results())
        .singleElement()
        .satisfies(
            claim -> assertThat(claim.parameters()).singleElement().extracting("value").isNull());
    assertThat(folder.resolve("out/a/index.html")).content().contains("none");
  }

  @ParameterizedTest
  @CsvSource({"1/0, 1/0", "Infinity, Infinity", "0/epsilon, 0/epsilon", "Sqrt(-z^2), Sqrt(-z^2)"})
  void aDefinitionThatIsNoFiniteNumberIsRefused(String value, String shown) throws IOException {
    Console console =
        verify("[['?', 1], [1, 0]]", "{id: own, expression: loss < k}", "let: {k: " + value + "}");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err())
        .isEqualToIgnoringNewLines(
            "flowcert: "
                + folder.resolve("a.yaml")
                + ":7: let.k: '"
                + shown
                + "' is no finite number here; expected one that is");
  }

  @ParameterizedTest
  @CsvSource({"schatten, 1e-4", "entrywise, 1/600"})
  void aNormWithoutATriangleConstantIsRefused(String family, String exponent) throws IOException {
    Console console =
        verify("[['?', 1], [1, 0]]", "theorem-1", "norms: [{" + family + ": " + exponent + "}]");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err())
        .isEqualToIgnoringNewLines(
            "flowcert: "
                + folder.resolve("a.yaml")
                + ":7: norms[1]: the square of the triangle constant of '"
                + family
                + " "
                + exponent
                + "' is too large for a double;"
                + " expected a larger exponent or a smaller constant");
  }

  @Test
  void aNormWithALargeTriangleConstantIsJudged() throws IOException {
    // c = 2^499, c^2 = 2^998.
    Console console = verify("[['?', 1], [1, 0]]", "theorem-1", "norms: [{schatten: 1/500}]");
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
  }
}
