package io.github.flowcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands say of least squares. */
class LeastSquaresCommandTest {
  private static final String OVERDETERMINED = "cases/least-squares/overdetermined.yaml";

  @TempDir Path out;

  @Test
  void samplesCarryParametersInPlaceOfMatricesInDocumentTableAndPage() throws IOException {
    Console console = Console.run("verify", OVERDETERMINED, "--out", out, "--quiet");
    assertThat(console.code()).as(console.err()).isZero();
    Path folder = out.resolve("least-squares-overdetermined");
    JsonNode document = new JsonMapper().readTree(Files.readString(folder.resolve("result.json")));
    JsonNode samples = document.at("/flow/samples");
    assertThat(samples).isNotEmpty();
    for (JsonNode sample : samples) {
      assertThat(sample.propertyNames()).containsExactly("time", "loss", "parameters");
      assertThat(sample.get("parameters")).hasSize(4);
    }
    assertThat(document.at("/setting/measured/0").asString())
        .startsWith("X is 20 by 4, of rank 4 and condition ");
    assertThat(Files.readAllLines(folder.resolve("trajectory.csv")).get(0))
        .startsWith("time,loss,beta(1),beta(2),beta(3),beta(4),closed-form left,closed-form right,")
        .doesNotContain("detsign", "erank");
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("figures/parameters.svg", "figures/distances.svg", "<th scope=\"col\">Parameters")
        .doesNotContain("Product matrix");
  }

  @Test
  void everyClaimAndQuantityIsExplained() {
    for (String id :
        List.of(
            "closed-form",
            "least-norm-limit",
            "least-norm-limit/least-norm",
            "least-norm-limit/nearest")) {
      Console console = Console.run("explain", id);
      assertThat(console.code()).as(id).isZero();
      assertThat(console.out()).as(id).contains("the problem is least squares");
    }
    assertThat(Console.run("explain", "closed-form").out())
        .contains("distance of the parameters from the closed form at the same time");
  }

  @Test
  void whatIsNotToBeHadIsSaidInOneLine() throws IOException {
    Console searched =
        Console.run("verify", "--falsify", "2", OVERDETERMINED, "--out", out, "--quiet");
    assertThat(searched.code()).isEqualTo(2);
    assertThat(searched.err().strip())
        .contains("least-squares has no factors among whose starts --falsify could search")
        .hasLineCount(1);
  }

  /** From 0 on beta1 + beta2 = 2 both are 1 - exp(-4 t), and the loss is 4 exp(-8 t). */
  @Test
  void theFlowIsEnclosedForAllTimesAndStartsOfABox() throws IOException {
    Path file =
        Files.writeString(
            out.resolve("box.yaml"),
            """
            case: box
            problem: {kind: least-squares, X: [[1, 1]], y: [2]}
            initial: {kind: zero, radius: 1e-3}
            flow: {until: {time: 1}}
            claims:
              - loss-nonincreasing
              - {id: right, expression: 'Abs(beta(1) - (1 - Exp(-4*t))) < 2*10^-3'}
              - {id: decay, expression: 'loss < 4.05*Exp(-8*t)'}
              - {id: wrong, expression: 'beta(2) < 1/2'}
              - closed-form
              - least-norm-limit/least-norm
            """);
    Console console = Console.run("verify", file, "--out", out, "--quiet");
    assertThat(console.code()).as(console.err()).isEqualTo(1);
    JsonNode claims =
        new JsonMapper().readTree(Files.readString(out.resolve("box/result.json"))).get("claims");
    assertThat(claims.findValuesAsString("status"))
        .containsExactly(
            "enclosed", "enclosed", "enclosed", "refuted", "undecided", "not-applicable");
    assertThat(claims.at("/4/reason").asString())
        .isEqualTo("not enclosed: 'betascale' has no reading in intervals");
    assertThat(claims.at("/5/reason").asString()).contains("not for every start in the box");
  }

  @Test
  void aSweepReadsTheDataBesideItsBase() throws IOException {
    Path folder = Files.createDirectory(out.resolve("base"));
    Files.writeString(folder.resolve("x.csv"), "1,2\n3,4\n");
    Files.writeString(
        folder.resolve("case.yaml"),
        """
        case: base
        problem: {kind: least-squares, X: x.csv, y: [1, 2]}
        initial: {kind: zero}
        claims: [closed-form]
        """);
    Path sweep =
        Files.writeString(
            out.resolve("sweep.yaml"),
            """
            sweep: starts
            base: base/case.yaml
            axes: {flow.tolerance.relative: [1e-6, 1e-9]}
            """);
    Console console = Console.run("sweep", sweep, "--out", out.resolve("results"));
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).contains("starts: 2 cases, 2 holds");
  }

  @Test
  void textInDataIsRefusedWithExitCode2() throws IOException {
    Files.writeString(out.resolve("x.csv"), "1,2\n3,four\n");
    Path file =
        Files.writeString(
            out.resolve("bad.yaml"),
            """
            case: bad
            problem: {kind: least-squares, X: x.csv, y: [1, 2]}
            initial: {kind: zero}
            claims: [closed-form]
            """);
    Console console = Console.run("verify", file, "--out", out.resolve("results"));
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err().strip())
        .endsWith("x.csv:2: column 2: found 'four'; expected a finite number")
        .hasLineCount(1);
  }
}
