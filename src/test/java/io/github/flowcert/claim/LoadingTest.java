package io.github.flowcert.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.norm.NamedNorms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which classes a fresh virtual machine loads. */
class LoadingTest {

  @Test
  void judgingTheCatalogueNeverLoadsSymjasEngine() throws IOException, InterruptedException {
    assertThat(loadedBy("Gamma(5) > Log2(loss)"))
        .contains("org.matheclipse.parser.client.Parser")
        .contains("org.matheclipse.core.eval.EvalEngine");
    assertThat(loadedBy("Max(loss, Sin(t)) > If(t < 1, 0, Tanh(norm(nuclear)))"))
        .contains("org.matheclipse.parser.client.Parser")
        .contains("judged theorem-1/norm")
        .doesNotContain("org.matheclipse.core");
  }

  private static String loadedBy(String claim) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Judge.class.getName(),
                claim)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** The program that is run: every claim of the catalogue, and one more. */
  static final class Judge {
    private Judge() {}

    public static void main(String[] arguments) throws ExpressionException {
      Catalogue catalogue = new Catalogue();
      for (String id : catalogue.identifiers()) {
        for (ClaimDefinition definition : catalogue.resolve(id)) {
          judge(definition);
        }
      }
      judge(ClaimDefinition.custom("own", arguments[0], "loss < 1", List.of()));
    }

    private static void judge(ClaimDefinition definition) throws ExpressionException {
      CompiledClaim claim = CompiledClaim.of(definition, Points.PROBLEM);
      TrajectoryPoint point =
          Points.point(Points.state(9.6, 0.95, 0.95, 0.1), 1, NamedNorms.all().get("frobenius"));
      if (claim.appliesAt(point) && claim.comparison().holds(point)) {
        System.out.println("judged " + definition.id());
      }
    }
  }
}
