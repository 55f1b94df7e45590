package io.github.flowcert.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.result.CompareDocument.Experiment;
import io.github.flowcert.result.CompareDocument.Parting;
import io.github.flowcert.result.CompareDocument.Run;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {
  private static final String SHORT = "{until: {loss: 4e-3}}";

  private static Parting parting(Compared compared) {
    return compared.document().runs().get(0).partsFromFlow();
  }

  /** Twenty seeds of twenty end with a negative determinant, in quadruple precision too. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void depthTwoFromABalancedGaussianPartsForItsStepSize(int seed) {
    String start =
        "{kind: balanced-gaussian, scale: 1e-8, seed: " + seed + ", determinant: positive}";
    Parting parting =
        parting(
            Compared.analysed(2, SHORT, "{learning-rates: [5e-4], iterations: 5000000}")
                .from(start));

    assertThat(parting.cause()).isEqualTo("step-size");
    assertThat(parting.loss()).isBetween(4e-3, 1e-2);
    assertThat(parting.experiments())
        .extracting(Experiment::change)
        .containsExactly(
            "double-double precision",
            "half the step in double-double precision",
            "the flow in place of steps");
    assertThat(parting.experiments().get(0).explains()).isCloseTo(0, within(0.1));
    assertThat(parting.evidence()).contains("the start is balanced", "step-size");
  }

  @Test
  void aStartWhoseBalanceWasBrokenByAMillionthPartsForThat() {
    String root = "0.03162277660168379";
    String broken =
        "{kind: factors, factors: [[[0.03162377660168379, 0], [0, "
            + root
            + "]], [["
            + root
            + ", 0], [0, "
            + root
            + "]]]}";
    Parting parting =
        parting(
            Compared.analysed(
                    2, "{until: {loss: 1e-2}}", "{learning-rates: [1e-3], iterations: 5000000}")
                .from(broken));

    assertThat(parting.cause()).isEqualTo("unbalancedness");
    assertThat(parting.experiments()).hasSize(4);
    Experiment balanced = parting.experiments().get(2);
    assertThat(balanced.change()).startsWith("exactly balanced factors");
    assertThat(balanced.deviation()).isCloseTo(0, within(1e-6));
    assertThat(balanced.explains()).isCloseTo(1, within(1e-3));
  }

  @Test
  void depthThreeInSinglePrecisionPartsForRounding() {
    Parting parting =
        parting(
            Compared.analysed(
                3,
                "{until: {loss: 2e-4}}",
                "{learning-rates: [1e-3], iterations: 20000000, precision: single}"));

    assertThat(parting.cause()).isEqualTo("rounding");
    assertThat(parting.loss()).isBetween(2e-4, 5e-4);
    assertThat(parting.experiments().get(0).deviation()).isCloseTo(0, within(1e-6));
  }

  @Test
  void depthThreeInDoublesDoesNotPart() {
    Run run =
        Compared.analysed(
                3, "{until: {loss: 1e-3}}", "{learning-rates: [1e-3], iterations: 1000000}")
            .document()
            .runs()
            .get(0);
    assertThat(run.partsFromFlow()).isNull();
    assertThat(run.lossRoseAt()).isNull();
    assertThat(run.stop()).isEqualTo("loss");
  }

  /** 2 over |w11|^(2 - 2/L) is 0.1 at loss 1.25e-3 and depth 2, where |w11| is 20. */
  @Test
  void aStepThatComesToItsStabilityLimitIsNamedInstability() {
    Run run =
        Compared.analysed(2, "{until: {loss: 1e-4}}", "{learning-rates: [0.1], iterations: 300000}")
            .document()
            .runs()
            .get(0);
    assertThat(run.stop()).isEqualTo("iterations");
    assertThat(run.lossRoseAt()).isPositive();
    assertThat(run.partsFromFlow().cause()).isEqualTo("instability");
    assertThat(run.partsFromFlow().loss()).isCloseTo(1.25e-3, within(2e-4));
    assertThat(run.partsFromFlow().evidence()).contains("largest Hessian eigenvalue is 20.");
  }

  @Test
  void aStepBeyondTheLimitFromTheStartIsNamedInstability() {
    Run run =
        Compared.analysed(2, SHORT, "{learning-rates: [2.5], iterations: 1000}")
            .document()
            .runs()
            .get(0);
    assertThat(run.stop()).isEqualTo("diverged");
    assertThat(run.partsFromFlow().cause()).isEqualTo("instability");
  }

  /** The flow's limit falls to 0.5 near loss 0.0457, where |w11| is 4; they part long before. */
  @ParameterizedTest
  @CsvSource({
    "0.5, iterations, it comes no lower in the end: at loss 0.04",
    "1.01, diverged, it blows up: at loss 0.2"
  })
  void aStepThatIsTooLongOnlyAfterTheyPartedIsNamedInstabilityIfItEndsBadly(
      String rate, String stop, String words) {
    Run run =
        Compared.analysed(
                2, "{until: {loss: 1e-3}}", "{learning-rates: [" + rate + "], iterations: 20000}")
            .document()
            .runs()
            .get(0);
    assertThat(run.stop()).isEqualTo(stop);
    assertThat(run.partsFromFlow().loss()).isGreaterThan(0.3);
    assertThat(run.partsFromFlow().cause()).isEqualTo("instability");
    assertThat(run.partsFromFlow().evidence())
        .contains("step-size accounts for 100.0 %", words, "a step of ");
  }

  /** With sigma_1 = |w11| = 8.9 at loss 6.3e-3, twice its inverse is 0.22. */
  @Test
  void aStepWithinItsLimitThatPartsIsNamedStepSizeAndSaysSo() {
    Run run =
        Compared.analysed(2, "{until: {loss: 1e-3}}", "{learning-rates: [0.1], iterations: 20000}")
            .from("{kind: balanced-gaussian, scale: 1e-8, seed: 1, determinant: positive}")
            .document()
            .runs()
            .get(0);
    assertThat(run.stop()).isEqualTo("loss");
    assertThat(run.partsFromFlow().cause()).isEqualTo("step-size");
    assertThat(run.partsFromFlow().evidence()).contains("there a step is stable up to 0.21");
  }

  @Test
  void halfAStepThatIsNoBetterIsSeen() {
    UnobservedEntries entries =
        new UnobservedEntries(MatrixCompletion.of(new Double[][] {{null, 1.0}}));
    double[] original = {0.02};
    Trial worse = trial(Cause.STEP_SIZE, original, new double[] {0.03}, 0.5, entries);
    Trial better = trial(Cause.STEP_SIZE, original, new double[] {0.019}, 0.5, entries);
    Trial good = trial(Cause.STEP_SIZE, original, new double[] {0.009}, 0.5, entries);
    Trial whole = trial(Cause.STEP_SIZE, original, new double[] {0.03}, 1, entries);
    assertThat(worse.failsToLessen()).isTrue();
    assertThat(List.of(better, good, whole)).noneMatch(Trial::failsToLessen);
    assertThat(better.survivesHalving()).isTrue();
    assertThat(List.of(good, whole)).noneMatch(Trial::survivesHalving);
  }

  /** Deviations that add up: what each change takes, one after the other, is all of it. */
  @ParameterizedTest
  @ValueSource(strings = {"[0.3]", "[0.03]"})
  void theSharesOfTheCausesAddUpToAll(String rates) {
    Parting parting =
        parting(
            Compared.analysed(
                    2,
                    "{until: {loss: 1e-2}}",
                    "{learning-rates: " + rates + ", iterations: 100000, precision: single}")
                .from("{kind: gaussian, scale: 1e-3, seed: 1, determinant: positive}"));
    double sum =
        parting.experiments().stream()
            .filter(each -> !each.change().startsWith("half"))
            .mapToDouble(Experiment::explains)
            .sum();
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(parting.experiments()).hasSize(4);
  }

  @Test
  void experimentsThatDoNotSeparateCausesNameNone() {
    UnobservedEntries entries =
        new UnobservedEntries(MatrixCompletion.of(new Double[][] {{null, 1.0}}));
    double[] original = {0.02};
    Trial rounding = trial(Cause.ROUNDING, original, new double[] {0.006}, 1, entries);
    Trial step = trial(Cause.STEP_SIZE, original, new double[] {0.008}, 1, entries);
    Trial half = trial(Cause.STEP_SIZE, original, new double[] {0.012}, 0.5, entries);
    Trial other = trial(Cause.UNBALANCEDNESS, original, new double[] {0.0199}, 1, entries);
    Trial worse = trial(Cause.ROUNDING, original, new double[] {-0.2}, 1, entries);

    assertThat(rounding.explains())
        .hasValueSatisfying(s -> assertThat(s).isCloseTo(0.7, within(1e-12)));
    assertThat(Attribution.named(List.of(rounding, step))).isEqualTo(Cause.NONE);
    assertThat(Attribution.named(List.of(rounding, other))).isEqualTo(Cause.ROUNDING);
    assertThat(Attribution.named(List.of(step, half, other))).isEqualTo(Cause.STEP_SIZE);
    assertThat(Attribution.named(List.of(half))).isEqualTo(Cause.NONE);
    assertThat(Attribution.named(List.of(other, worse))).isEqualTo(Cause.NONE);
  }

  private static Trial trial(
      Cause cause, double[] original, double[] with, double removed, UnobservedEntries entries) {
    return Trial.of(
        "a change", cause, original, Optional.of(original), Optional.of(with), removed, entries);
  }
}
