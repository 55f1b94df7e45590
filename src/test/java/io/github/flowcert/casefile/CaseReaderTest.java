package io.github.flowcert.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.casefile.Case.Descent;
import io.github.flowcert.casefile.Case.Factorization;
import io.github.flowcert.casefile.ClaimRequest.Custom;
import io.github.flowcert.casefile.ClaimRequest.Let;
import io.github.flowcert.casefile.ClaimRequest.Named;
import io.github.flowcert.casefile.Initial.DeterminantSign;
import io.github.flowcert.descent.DescentMethod;
import io.github.flowcert.descent.Precision;
import io.github.flowcert.flow.Formulation;
import io.github.flowcert.integrate.IntegratorKind;
import io.github.flowcert.norm.Entrywise;
import io.github.flowcert.norm.KyFan;
import io.github.flowcert.norm.Matrix;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.OperatorNorm;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.norm.Shape;
import io.github.flowcert.norm.WeightedSchatten;
import io.github.flowcert.problem.MatrixCompletion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseReaderTest {
  private static final String EVERY_KEY =
      """
      # The example of the manual, with values that are no defaults.
      case: theorem-1-depth-3
      about: The analysed 2-by-2 completion problem, depth 3, scaled identity.
      problem:
        kind: matrix-completion
        observed:
          - ['?', 1]
          - [1, 0]
      factorization:
        depth: 3
        hidden: [2, 4]
      initial:
        kind: balanced-gaussian
        scale: 1e-3
        radius: 0
        seed: 7
        determinant: positive
      flow:
        formulation: singular-values
        integrator: gragg-bulirsch-stoer
        tolerance: {relative: 1e-10, absolute: .5e-13}
        until: {loss: 1e-6, time: 1e20, steps: 3000}
        record: {loss: [1e-3, 1e-1, 2e-1], time: [20, 0, 1.5]}
      descent:
        learning-rates: [1e-2, 5e-3]
        iterations: 5000000
      claims:
        - determinant-sign
        - theorem-1
        - {id: my-bound, expression: 'Abs(w(1,1)) > 1/Sqrt(2*loss) - 2', when: 'loss < 1/2'}
      norms: [spectral, {schatten: 1/3}, {entrywise: inf}, {entrywise: 2}]
      """;

  @TempDir Path folder;

  private Case read(String text) throws Exception {
    return new CaseFixture(folder).read(text);
  }

  @Test
  void everyKeyOfACaseFileIsRead() throws Exception {
    Case read = read(EVERY_KEY);

    assertThat(read.name()).isEqualTo("theorem-1-depth-3");
    assertThat(read.about())
        .isEqualTo("The analysed 2-by-2 completion problem, depth 3, scaled identity.");
    assertThat(read.problem())
        .isEqualTo(MatrixCompletion.of(new Double[][] {{null, 1.}, {1., 0.}}));
    assertThat(read.factorization()).isEqualTo(new Factorization(3, List.of(2, 4)));
    assertThat(read.initial())
        .isEqualTo(new Initial.BalancedGaussian(0.001, 7, DeterminantSign.POSITIVE));
    assertThat(read.descent())
        .isEqualTo(
            new Descent(
                List.of(0.01, 0.005),
                5_000_000,
                new DescentMethod.GradientDescent(),
                Precision.DOUBLE,
                ""));
    assertThat(read.source()).isEqualTo(new Case.Source(folder.resolve("case.yaml"), EVERY_KEY));
  }

  @Test
  void everyKeyOfTheFlowIsReadAndItsSamplesAreSorted() throws Exception {
    assertThat(read(EVERY_KEY).flow())
        .isEqualTo(
            new FlowOptions(
                Formulation.SINGULAR_VALUES,
                IntegratorKind.GRAGG_BULIRSCH_STOER,
                1e-10,
                5e-14,
                1e-6,
                1e20,
                3000,
                List.of(0.2, 0.1, 0.001),
                List.of(0.0, 1.5, 20.0)));
  }

  @Test
  void claimsAndNormsAreReadInTheOrderOfTheFile() throws Exception {
    Case read = read(EVERY_KEY);

    assertThat(read.claims())
        .containsExactly(
            new Named("determinant-sign"),
            new Named("theorem-1"),
            new Custom("my-bound", "Abs(w(1,1)) > 1/Sqrt(2*loss) - 2", "loss < 1/2", List.of()));
    assertThat(read.norms())
        .containsExactly(
            new Schatten("spectral", Double.POSITIVE_INFINITY),
            new Schatten("schatten 1/3", 1 / 3.0),
            new Entrywise("entrywise inf", Double.POSITIVE_INFINITY),
            new Entrywise("entrywise 2", 2));
  }

  @Test
  void everyKindOfNormIsRead() throws Exception {
    String norms =
        """
        norms:
          - rowsum
          - {ky-fan: 2}
          - {operator: 1}
          - {operator: inf}
          - {weighted-schatten: {p: 1/2, weights: [2, 0.5]}}
          - {name: mine, expression: frobenius, triangle: 1.5}
        """;
    List<Norm> read = read(CaseFixture.GOOD + norms).norms();

    assertThat(read.subList(0, 5))
        .containsExactly(
            new OperatorNorm("rowsum", OperatorNorm.Sums.ROWS),
            new KyFan("ky-fan 2", 2),
            new OperatorNorm("operator 1", OperatorNorm.Sums.COLUMNS),
            new OperatorNorm("operator inf", OperatorNorm.Sums.ROWS),
            new WeightedSchatten("weighted-schatten 1/2 (2, 0.5)", 0.5, List.of(2.0, 0.5)));
    assertThat(read.get(5).name()).isEqualTo("mine");
    assertThat(read.get(5).triangleConstant(new Shape(2, 2))).isEqualTo(1.5);
    assertThat(read.get(5).of(Matrix.of(new Shape(2, 2), new double[] {3, 0, 0, 4})))
        .isCloseTo(5, within(1e-14));
  }

  @Test
  void aClaimComesWithTheDefinitionsItUsesAndThoseThatTheyUse() throws Exception {
    String let = "let: {k: 1e-3, half: 1/2, m: 'k*T', other: 2}\nclaims:\n";
    String claims = "  - {id: one, expression: 'loss < M', when: 't > HALF'}\n";
    Case read = read(CaseFixture.changed("claims:\n", let + claims));

    Let k = new Let("k", "0.001");
    Let half = new Let("half", "1/2");
    assertThat(read.claims())
        .containsExactly(
            new Custom("one", "loss < M", "t > HALF", List.of(k, half, new Let("m", "k*T"))),
            new Named("determinant-sign"));
  }

  @Test
  void whatIsNotGivenHasItsDefault() throws Exception {
    Case read = read(CaseFixture.changed("flow:\n  integrator: auto\n", ""));

    assertThat(read.about()).isEmpty();
    assertThat(read.factorization()).isEqualTo(new Factorization(2, List.of(2)));
    assertThat(read.flow())
        .isEqualTo(
            new FlowOptions(
                Formulation.AUTO,
                IntegratorKind.AUTO,
                1e-8,
                1e-12,
                1e-8,
                1e30,
                200_000,
                List.of(0.1, 0.01, 0.001, 0.0001),
                List.of()));
    assertThat(read.descent()).isNull();
    assertThat(read.norms())
        .containsExactly(
            new Schatten("frobenius", 2),
            new Schatten("nuclear", 1),
            new Schatten("spectral", Double.POSITIVE_INFINITY),
            new Schatten("schatten 1/2", 0.5));
  }

  @Test
  void mapsOfTheFlowMayBeGivenInPart() throws Exception {
    String flow =
        """
          tolerance: {absolute: 1e-14}
          until: {loss: 1e-4}
          record: {time: [3]}
        """;
    FlowOptions read = read(CaseFixture.changed("  integrator: auto\n", flow)).flow();

    assertThat(read.relative()).isEqualTo(1e-8);
    assertThat(read.absolute()).isEqualTo(1e-14);
    assertThat(read.untilLoss()).isEqualTo(1e-4);
    assertThat(read.untilTime()).isEqualTo(1e30);
    assertThat(read.recordLoss()).containsExactly(0.1, 0.01, 0.001, 0.0001);
    assertThat(read.recordTime()).containsExactly(3.0);
  }

  @Test
  void aFixedStartMayCarryTheSeedAndSignOfARandomOne() throws Exception {
    String initial =
        "kind: identity\n  scale: 1e-3\n  radius: 0\n  seed: 7\n  determinant: positive";
    Case read = read(CaseFixture.changed("kind: identity\n  scale: 1e-3", initial));

    assertThat(read.initial()).isEqualTo(new Initial.Identity(0.001));
  }

  @Test
  void independentGaussianLayersAreRead() throws Exception {
    Case read = read(CaseFixture.changed("kind: identity", "kind: gaussian\n  seed: -1"));

    assertThat(read.initial()).isEqualTo(new Initial.Gaussian(0.001, -1, DeterminantSign.ANY));
  }

  @Test
  void aProductStartIsRead() throws Exception {
    String initial = "kind: product\n  product: [[1, 2], [-3, 4]]";
    Case read = read(CaseFixture.changed("kind: identity\n  scale: 1e-3", initial));

    assertThat(read.initial())
        .isEqualTo(new Initial.Product(List.of(List.of(1.0, 2.0), List.of(-3.0, 4.0))));
  }

  @Test
  void hiddenDimensionsAreThoseOfTheGivenFactors() throws Exception {
    String initial = "kind: factors\n  factors: [[[1, 0], [0, 1], [1, 1]], [[1, 2, 3], [4, 5, 6]]]";
    Case read = read(CaseFixture.changed("kind: identity\n  scale: 1e-3", initial));

    assertThat(read.factorization()).isEqualTo(new Factorization(2, List.of(3)));
    assertThat(read.initial())
        .isEqualTo(
            new Initial.Factors(
                List.of(
                    List.of(List.of(1.0, 0.0), List.of(0.0, 1.0), List.of(1.0, 1.0)),
                    List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)))));
  }

  @Test
  void theLeastHiddenDimensionsAreTheSmallerSideOfARectangle() throws Exception {
    Case read = read(CaseFixture.changed("- ['?', 1]\n    - [1, 0]", "- ['?', 1, 2]"));

    assertThat(read.problem().columns()).isEqualTo(3);
    assertThat(read.factorization().hidden()).containsExactly(1);
  }

  @Test
  void descentMethodsAreReadByNameOrWithWhatBelongsToThem() throws Exception {
    String rates = CaseFixture.GOOD + "descent: {learning-rates: [1], iterations: 9, method: ";
    assertThat(read(rates + "{kind: momentum, coefficient: 0.5}}").descent().method())
        .isEqualTo(new DescentMethod.Momentum(0.5));
    assertThat(read(rates + "{kind: stochastic, batch: 3, seed: 4}}").descent().method())
        .isEqualTo(new DescentMethod.Stochastic(3, 4));
    assertThat(read(rates + "adaptive}").descent().method())
        .isEqualTo(new DescentMethod.Adaptive(0.99));
    assertThat(read(rates + "{kind: adaptive, averaging: 0.5}}").descent().method())
        .isEqualTo(new DescentMethod.Adaptive(0.5));
    assertThat(read(rates + "{kind: gradient-descent}, precision: single}").descent())
        .isEqualTo(
            new Descent(
                List.of(1.0), 9, new DescentMethod.GradientDescent(), Precision.SINGLE, ""));
  }
}
