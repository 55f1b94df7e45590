package io.github.flowcert.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.expression.Quantities;
import io.github.flowcert.flow.SolutionLine;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.NamedNorms;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.RandomCompletion;
import io.github.flowcert.sign.SignFrequency;
import io.github.flowcert.sign.SignPairing;
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

  /**
   * The program that is run: every claim of the catalogue, and one more; those about other problems
   * are read only.
   */
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
      if (definition.hypotheses().contains(Hypothesis.LEAST_SQUARES)) {
        CompiledClaim.of(definition, LeastSquares.of(new double[1][1], new double[1]));
        return;
      }
      if (definition.hypotheses().contains(Hypothesis.KNOWN_TRUTH)) {
        CompiledClaim.of(definition, RandomCompletion.of(2, 2, 1, 3, 1));
        return;
      }
      CompiledClaim claim = CompiledClaim.of(definition, Points.PROBLEM);
      Quantities point = point(definition.along());
      if (claim.appliesAt(point) && claim.comparison().holds(point)) {
        System.out.println("judged " + definition.id());
      }
    }

    private static Matrix end() {
      return Matrix.of(new Shape(2, 2), new double[] {1, 0, 0, 1});
    }

    private static Quantities point(Along along) {
      TrajectoryPoint point =
          Points.point(Points.state(9.6, 0.95, 0.95, 0.1), 1, NamedNorms.all().get("frobenius"));
      SolutionLine line = new SolutionLine(Points.PROBLEM);
      return switch (along) {
        case TRAJECTORY -> point;
        case SOLUTION_SET -> new SolutionPoint(line.at(2.5), line.at(0), point.setting());
        case INITIALIZATION ->
            new InitializationPoint(
                () -> SignPairing.of(2, 7), () -> SignFrequency.of(() -> 1, 100));
        case SCALES -> new ScalePoint(Points.PROBLEM, 1e-5, end(), 2, end());
      };
    }
  }
}
