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
    Console enclosed = Console.run("verify", "--enclose", OVERDETERMINED, "--out", out, "--quiet");
    assertThat(enclosed.code()).isEqualTo(3);
    assertThat(Files.readString(out.resolve("least-squares-overdetermined/result.json")))
        .contains("not enclosed: enclosures are made for matrix-completion alone");
    Console searched =
        Console.run("verify", "--falsify", "2", OVERDETERMINED, "--out", out, "--quiet");
    assertThat(searched.code()).isEqualTo(2);
    assertThat(searched.err().strip())
        .contains("least-squares has no factors among whose starts --falsify could search")
        .hasLineCount(1);
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
