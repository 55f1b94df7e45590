package io.github.flowcert.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.result.CompareDocument;
import io.github.flowcert.result.CompareDocument.Distance;
import io.github.flowcert.result.CompareDocument.LossReached;
import io.github.flowcert.result.CompareDocument.Order;
import io.github.flowcert.result.CompareDocument.Run;
import io.github.flowcert.result.Verdict;
import io.github.flowcert.yaml.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  private static final String FLOW = "{until: {loss: 1e-2}, record: {loss: [0.1, 0.01]}}";
  private static final String ONE_RATE = "{learning-rates: [1e-3], iterations: 100000}";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void theOrderIsOneAgainstTheFlowAndTwoAgainstTheModifiedFlow(int depth) {
    Order order = Compared.analysed(depth, FLOW, ONE_RATE).document().order();
    assertThat(order.flow().value()).isCloseTo(1, within(0.1));
    assertThat(order.modifiedFlow().value()).isCloseTo(2, within(0.2));
    assertThat(order.flow().low()).isLessThanOrEqualTo(order.flow().value());
    assertThat(order.flow().high()).isGreaterThanOrEqualTo(order.flow().value());
    assertThat(order.modifiedFlow().high() - order.modifiedFlow().low()).isBetween(0.0, 0.2);
    assertThat(order.measurements()).hasSize(6);
  }

  @Test
  void theOrderHoldsFromAnUnbalancedStartToo() {
    Order order =
        Compared.analysed(3, FLOW, ONE_RATE)
            .from("{kind: gaussian, scale: 0.1, seed: 3}")
            .document()
            .order();
    assertThat(order.flow().value()).isCloseTo(1, within(0.1));
    assertThat(order.modifiedFlow().value()).isCloseTo(2, within(0.2));
  }

  @Test
  void theDocumentTellsWhenEachLossWasReached() {
    Run run = Compared.analysed(3, FLOW, ONE_RATE).document().runs().get(0);
    assertThat(run.iterationsToLoss())
        .extracting(LossReached::iteration)
        .containsExactly(11836L, 39383L);
    assertThat(run.iterationsToLoss()).extracting(LossReached::determinantSign).containsOnly(1);
    assertThat(run.iterationsToLoss().get(1).product().get(0).get(0))
        .isCloseTo(6.93396, within(1e-4));
    assertThat(run.iterations()).isEqualTo(39383);
  }

  /** The descent lags behind the flow, whose time to loss 0.1 is 11.83357342, by 2.4 steps. */
  @Test
  void distancesAtEqualTimeFallWithTheLearningRate() {
    List<Run> runs =
        Compared.analysed(3, FLOW, "{learning-rates: [2e-3, 1e-3], iterations: 100000}")
            .document()
            .runs();
    Distance coarse = runs.get(0).distances().get(0);
    Distance fine = runs.get(1).distances().get(0);
    assertThat(fine.time()).isCloseTo(11.836, within(1e-9));
    assertThat(coarse.factors() / fine.factors()).isCloseTo(2, within(0.1));
    assertThat(coarse.product() / fine.product()).isCloseTo(2, within(0.1));
    assertThat(coarse.logSingularValues() / fine.logSingularValues()).isCloseTo(2, within(0.1));
    assertThat(coarse.effectiveRank() / fine.effectiveRank()).isCloseTo(2, within(0.1));
    assertThat(coarse.unbalancedness() / fine.unbalancedness()).isCloseTo(2, within(0.1));
    assertThat(Math.abs(fine.curve())).isLessThan(1e-3);
  }

  @Test
  void aWrongClaimIsViolatedAlongTheDescentAndSaysOfWhat() {
    CompareDocument document =
        Compared.analysed(3, FLOW, ONE_RATE)
            .claiming("determinant-sign, {id: wrong, expression: 'Abs(w(1,1)) > 3/Sqrt(2*loss)'}")
            .document();
    List<ClaimResult> claims = document.runs().get(0).claims();
    assertThat(claims.get(0).status()).isEqualTo(Verdict.HOLDS);
    assertThat(claims.get(0).reason()).contains("at the iterates kept of this descent");
    assertThat(claims.get(1).status()).isEqualTo(Verdict.VIOLATED);
    assertThat(claims.get(1).reason())
        .startsWith("along this descent (gradient-descent, learning rate 0.001, double precision")
        .endsWith("the claim is about the flow, and no descent contradicts it");
    assertThat(document.status()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void aDescentThatFollowsTheFlowMeetsTheoremOneAndLosesLittle() {
    CompareDocument document =
        Compared.analysed(3, FLOW, ONE_RATE)
            .claiming("theorem-1, lemma-10, loss-nonincreasing")
            .document();
    assertThat(document.runs().get(0).claims())
        .hasSize(5)
        .extracting(ClaimResult::status)
        .containsOnly(Verdict.HOLDS);
    assertThat(document.bounds()).extracting(b -> b.claim()).contains("lemma-10", "theorem-1/norm");
  }

  @Test
  void aRisingLossViolatesTheClaimThatItNeverRises() {
    CompareDocument document =
        Compared.analysed(2, FLOW, "{learning-rates: [0.7], iterations: 1000}")
            .claiming("loss-nonincreasing")
            .document();
    assertThat(document.runs().get(0).lossRoseAt()).isPositive();
    assertThat(document.status()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void hypothesesAreCheckedForTheStart() {
    CompareDocument document =
        Compared.analysed(2, FLOW, ONE_RATE)
            .from("{kind: gaussian, scale: 0.1, seed: 3, determinant: positive}")
            .claiming("theorem-1")
            .document();
    assertThat(document.status()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void aCaseWithoutLearningRatesIsRefused() {
    Compared without = Compared.analysed(2, FLOW, "");
    Checkpoint none = Checkpoint.at(folder.resolve("none"), "key", 1e6);
    assertThatThrownBy(() -> without.document(none, share -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("descent: missing; expected a map of learning-rates and iterations");
  }

  @Test
  void problemsOfOtherSizesAreComparedInAllTheirUnobservedEntries() {
    CompareDocument document =
        Compared.analysed(
                3, "{until: {loss: 1e-2}}", "{learning-rates: [1e-3], iterations: 200000}")
            .observing("[['?', 1, 2], [1, '?', 1]]")
            .from("{kind: balanced-gaussian, scale: 1e-2, seed: 5}")
            .claiming("loss-nonincreasing")
            .document();
    Run run = document.runs().get(0);
    assertThat(run.partsFromFlow()).isNull();
    assertThat(run.stop()).isEqualTo("loss");
    assertThat(run.iterationsToLoss().get(0).determinantSign()).isNull();
    assertThat(document.order().modifiedFlow().value()).isCloseTo(2, within(0.2));
  }

  @Test
  void otherMethodsFollowTheFlowAtTheirOwnTime() {
    for (String method :
        List.of("{kind: momentum, coefficient: 0.5}", "{kind: stochastic, batch: 3, seed: 2}")) {
      CompareDocument document =
          Compared.analysed(
                  3, FLOW, "{learning-rates: [1e-3], iterations: 100000, method: " + method + "}")
              .document();
      Distance distance = document.runs().get(0).distances().get(0);
      assertThat(distance.time()).isCloseTo(11.83357, within(0.1));
      assertThat(document.order().flow()).isNull();
      assertThat(document.order().note()).startsWith("not measured");
    }
  }

  /** A start at 100 times the identity blows up at once, and leaves nothing but itself. */
  @Test
  void aDescentOfWhichOnlyTheStartIsLeftIsComparedThere() {
    CompareDocument document =
        Compared.analysed(
                2,
                "{until: {loss: 1e-4}, record: {loss: []}}",
                "{learning-rates: [0.021], iterations: 99}")
            .from("{kind: identity, scale: 100}")
            .document();
    Run run = document.runs().get(0);
    assertThat(run.stop()).isEqualTo("diverged");
    assertThat(run.partsFromFlow().iteration()).isZero();
    assertThat(run.partsFromFlow().cause()).isEqualTo("instability");
    // Of (a b)^2/2 at a = b = 10: the Hessian is 100, 200; 200, 100.
    assertThat(run.partsFromFlow().evidence()).contains("eigenvalue is 300.0", "0.006666");
    assertThat(run.partsFromFlow().experiments()).extracting(e -> e.explains()).containsOnlyNulls();
    assertThat(document.order().note()).startsWith("not measured");
  }

  /** At depth 10 the flow from 1e-8 stays about 1e6 units of time near its start. */
  @Test
  @Timeout(30)
  void anOrderThatWouldTakeTooManyIterationsIsNotMeasuredAndSaysHowMany() {
    Order order =
        Compared.analysed(
                10,
                "{until: {loss: 0.5}, record: {loss: [0.5]}}",
                "{learning-rates: [1e-2], iterations: 1000}")
            .from("{kind: identity, scale: 1e-8}")
            .document()
            .order();
    assertThat(order.flow()).isNull();
    assertThat(order.modifiedFlow()).isNull();
    assertThat(order.measurements()).isEmpty();
    assertThat(order.note()).matches("not measured: would take about .*e\\+.* iterations, and .*");
  }

  /** Stands for a process that is killed. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void aKilledComparisonGoesOnToTheSameDocument() throws Exception {
    Compared compared =
        Compared.analysed(
            2, FLOW, "{learning-rates: [1e-2, 1e-3], iterations: 100000, precision: single}");
    Path file = folder.resolve("checkpoint");
    List<Double> shares = new ArrayList<>();
    Checkpoint whole = Checkpoint.at(folder.resolve("other"), "key", 0);
    CompareDocument expected = compared.document(whole, shares::add);
    assertThat(shares).isSorted().last().isEqualTo(1.0);

    for (int k = 40; k < shares.size(); k += 60) {
      int last = k;
      int[] seen = {0};
      assertThatThrownBy(
              () ->
                  compared.document(
                      Checkpoint.at(file, "key", 0),
                      share -> {
                        if (seen[0]++ >= last) {
                          throw new Killed();
                        }
                      }))
          .isInstanceOf(Killed.class);
      assertThat(file).exists();
      List<Double> rest = new ArrayList<>();
      Checkpoint again = Checkpoint.at(file, "key", 0);
      assertThat(compared.document(again, rest::add))
          .usingRecursiveComparison()
          .ignoringFields("provenance", "input")
          .isEqualTo(expected);
      assertThat(rest.size()).isLessThan(shares.size());
      again.delete();
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void aCheckpointOfSomethingElseOrHalfWrittenCountsAsNone() throws Exception {
    Compared compared = Compared.analysed(2, FLOW, ONE_RATE);
    Path file = folder.resolve("checkpoint");
    compared.document(Checkpoint.at(file, "one", 0), share -> {});
    assertThat(Checkpoint.at(file, "one", 0).log("learning rate 0.001")).isPresent();
    assertThat(Checkpoint.at(file, "two", 0).log("learning rate 0.001")).isEmpty();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(Checkpoint.at(file, "one", 0).log("learning rate 0.001")).isEmpty();
  }
}
