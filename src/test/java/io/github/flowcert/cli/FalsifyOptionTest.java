package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.result.Falsification;
import io.github.flowcert.result.ResultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FalsifyOptionTest {
  @TempDir private Path folder;

  private Path file;
  private Path out;

  @BeforeEach
  void writeACase() throws IOException {
    out = folder.resolve("out");
    file = write("a", "theorem-1/norm");
  }

  private Path write(String name, String claim) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        "case: "
            + name
            + "\nproblem: {kind: matrix-completion, observed: [['?', 1], [1, 0]]}"
            + "\nfactorization: {depth: 2}\ninitial: {kind: identity, scale: 1e-3}"
            + "\nflow: {until: {loss: 1e-3}}\nclaims: ["
            + claim
            + "]\nnorms: [frobenius]\n");
  }

  @Test
  void aSearchThatFindsNothingLeavesTheExitCodeAndSaysThatItIsNoProof() {
    Console console = Console.run("verify", file, "--falsify", 6, "--seed", 5, "--out", out);
    assertThat(console.code()).isZero();
    assertThat(console.err()).isEmpty();
    assertThat(console.out())
        .contains(
            "a: 6 starts among balanced factors of a product of positive determinant (seed 5)",
            "6 starts were tried and no violation found, which is no proof that there is none.");
  }

  @Test
  void aViolationWithoutAHypothesisIsExitCodeOneAndACaseThatReproducesIt() throws IOException {
    Console console =
        Console.run("verify", file, "--falsify", 12, "--without", "determinant", "--out", out);
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.out())
        .contains("theorem-1/norm [frobenius]: violated at start", "judged without the hypothesis");
    Falsification found = ResultStore.read(out.resolve("a/result.json")).falsification();
    assertThat(found.foundViolation()).isTrue();
    assertThat(found.seed()).isEqualTo(1);
    assertThat(Files.readString(out.resolve("a/index.html")))
        .contains("id=\"falsification\"", "worst.yaml", "a violation was found of 1 of 1");

    Path worst = out.resolve("a/" + found.worstCase());
    assertThat(console.out())
        .contains("judge it with: flowcert verify --without determinant " + worst);
    assertThat(Files.readString(worst))
        .startsWith("# To be judged with: flowcert verify --without determinant " + worst);
    assertThat(Console.run("verify", worst, "--quiet", "--out", out).code()).isZero();
    Console again = Console.run("verify", "--without", "determinant", worst, "--out", out);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).contains("a-worst", "violated");
  }

  @Test
  void theCaseItselfIsJudgedAsItsClaimsStandThoughTheSearchLeavesAHypothesisOut()
      throws IOException {
    Console.run("verify", file, "--falsify", 2, "--without", "balanced", "--quiet", "--out", out);
    assertThat(ResultStore.read(out.resolve("a/result.json")).claims().get(0).hypotheses())
        .noneMatch(each -> each.dropped());
  }

  @Test
  void jsonHasTheSection() {
    Console console = Console.run("verify", file, "--falsify", 2, "--json", "--out", out);
    assertThat(console.out()).startsWith("{").contains("\"falsification\"", "\"relativeMargin\"");
  }

  @Test
  void whatIsNoPremiseIsRefusedWithTheList() {
    Console console = Console.run("verify", file, "--without", "depth", "--out", out);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err())
        .isEqualTo(
            "flowcert: --without depth: no such premise; known here: balanced, determinant\n");
    assertThat(Console.run("verify", file, "--without", "balance", "--out", out).err())
        .contains("did you mean 'balanced'?");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "abc", "2.5", "99999999999", "1000001"})
  void whatIsNoNumberOfStartsIsRefusedInALineThatSaysWhatIs(String word) {
    Console console = Console.run("verify", file, "--falsify", word, "--out", out);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err())
        .contains("--falsify", "'" + word + "'", "expected a whole number from 1 to 1000000")
        .hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  @Test
  void aPathWhereTheNumberOfStartsBelongsIsRefusedWithWhatIsRight() {
    Console console = Console.run("verify", "--falsify", file);
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err())
        .contains("a.yaml' is no number of starts", "as in --falsify 200 CASE")
        .hasLineCount(1);
  }

  @Test
  void severalPremisesInOneOptionAreRefusedWithTheOptionRepeated() {
    Console console = Console.run("verify", file, "--without", "balanced,determinant");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err())
        .isEqualTo(
            "flowcert: --without balanced,determinant: no such premise; repeat the option:"
                + " --without balanced --without determinant\n");
  }

  @Test
  void theHelpSaysWhatSeedAndJobsAreForASearch() {
    String help = Console.run("verify", "--help").out().replaceAll("\\s+", " ");
    assertThat(help).contains("and for --falsify (default 1)", "at a time, or starts in a search");
  }
}
