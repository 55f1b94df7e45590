package io.github.flowcert.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.norm.NamedNorms;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.result.ClaimResult.Parameter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Theorem 2 and its lemmas at z = 2, z' = -3, epsilon = 0.25, by formulas written out anew. */
class Theorem2Test {
  private static final Double[][] ENTRIES = {{null, 2.0}, {-3.0, 0.25}};
  private static final MatrixCompletion PROBLEM = MatrixCompletion.of(ENTRIES);
  private static final Norm FROBENIUS = NamedNorms.all().get("frobenius");

  /** Residuals 0.1, -0.1 and 0.1, so that Sqrt(2 loss) is Sqrt(0.03). */
  private static final double[] W = {-16.5, 2.1, -3.1, 0.35};

  private static final double S = Math.sqrt(0.03);

  private final Catalogue catalogue = new Catalogue();

  private static TrajectoryPoint point(MatrixCompletion problem, FlowState state, Norm norm) {
    return new TrajectoryPoint(state, Double.NaN, new Setting(problem, 2, -1, 1e-8, 1e-12, norm));
  }

  /** Singular values by trace and determinant. */
  private static FlowState state(double loss, double... w) {
    double determinant = w[0] * w[3] - w[1] * w[2];
    double trace = w[0] * w[0] + w[1] * w[1] + w[2] * w[2] + w[3] * w[3];
    double first =
        Math.sqrt((trace + Math.sqrt(trace * trace - 4 * determinant * determinant)) / 2);
    double[] logs = {Math.log(first), Math.log(Math.abs(determinant) / first)};
    int sign = (int) Math.signum(determinant);
    return new FlowState(0, loss, 2, 2, w, logs, sign, Math.log(Math.abs(determinant)), 0, 1);
  }

  private CompiledClaim claim(String id, MatrixCompletion problem) throws ExpressionException {
    return CompiledClaim.of(catalogue.resolve(id).get(0), problem);
  }

  private double margin(String id) throws ExpressionException {
    return claim(id, PROBLEM).comparison().margin(point(PROBLEM, state(0.015, W), FROBENIUS));
  }

  @Test
  void equation13IsAsPrinted() throws ExpressionException {
    double norm = Math.sqrt(16.5 * 16.5 + 2.1 * 2.1 + 3.1 * 3.1 + 0.35 * 0.35);
    assertThat(margin("theorem-2/norm")).isCloseTo(norm - (6 / (0.25 + S) - 24), within(1e-12));
  }

  @Test
  void theConstantsOfEquation13AreAsPrinted() throws ExpressionException {
    // Schatten 1/2 has c = 2: a = 1/2 and b = 8 * 4 * 3.
    TrajectoryPoint point = point(PROBLEM, state(0.015, W), new Schatten("schatten 1/2", 0.5));
    assertThat(claim("theorem-2/norm", PROBLEM).parameters(point))
        .containsExactly(new Parameter("a", 0.5), new Parameter("b", 96.0));
    // |z z'|/(|epsilon| + min) is at most max(|z|, |z'|): the other term of b is never the larger.
    Double[][] small = {{null, 1e-3}, {1e3, 0.0}};
    MatrixCompletion problem = MatrixCompletion.of(small);
    assertThat(
            claim("theorem-2/norm", problem).parameters(point(problem, state(0.015, W), FROBENIUS)))
        .containsExactly(new Parameter("a", 1.0), new Parameter("b", 8000.0));
  }

  @Test
  void equation14IsAsPrinted() throws ExpressionException {
    double[] logs = state(0.015, W).logSingularValues();
    double p = Math.exp(logs[0]) / (Math.exp(logs[0]) + Math.exp(logs[1]));
    double erank = Math.exp(-p * Math.log(p) - (1 - p) * Math.log(1 - p));
    assertThat(margin("theorem-2/effective-rank"))
        .isCloseTo(1 + 8 * (0.25 + S) - erank, within(1e-12));
  }

  @Test
  void equation15IsAsPrinted() throws ExpressionException {
    double smallest = Math.exp(state(0.015, W).logSingularValues()[1]);
    double bound = 1 + (4 + Math.sqrt(6) / 2) * S;
    assertThat(margin("theorem-2/infimal-rank-distance"))
        .isCloseTo(bound - smallest, within(1e-12));
    assertThat(margin("lemma-18/smallest")).isCloseTo(bound - smallest, within(1e-12));
  }

  @Test
  void lemma17IsAsPrinted() throws ExpressionException {
    assertThat(margin("lemma-17")).isCloseTo(16.5 - (2 - S) * (3 - S) / (0.25 + S), within(1e-12));
  }

  @Test
  void lemma18IsAsPrinted() throws ExpressionException {
    double[] logs = state(0.015, W).logSingularValues();
    assertThat(margin("lemma-18/largest"))
        .isCloseTo(Math.exp(logs[0]) - 16.5 / Math.sqrt(2) + S, within(1e-12));
    assertThat(margin("lemma-18/smallest-at-small-loss"))
        .isCloseTo(1 + 4 * S - Math.exp(logs[1]), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lemma-17", "lemma-18/smallest-at-small-loss"})
  void whatNeedsASmallLossIsClaimedWhereItIsSmall(String id) throws ExpressionException {
    CompiledClaim claim = claim(id, PROBLEM);
    assertThat(claim.appliesAt(point(PROBLEM, state(1.999, W), null))).isTrue();
    assertThat(claim.appliesAt(point(PROBLEM, state(2, W), null))).isFalse();
    assertThat(claim("lemma-18/smallest", PROBLEM).when()).isEmpty();
    assertThat(claim("lemma-18/largest", PROBLEM).when()).isEmpty();
  }

  /** The observations wander with the unobserved entry, and every claim says the same. */
  @Test
  void exchangingRowsAndColumnsChangesNoClaim() throws ExpressionException {
    Double[][] rows = {ENTRIES[1], ENTRIES[0]};
    Double[][] columns = {{2.0, null}, {0.25, -3.0}};
    Double[][] both = {{0.25, -3.0}, {2.0, null}};
    Double[][] transposed = {{null, -3.0}, {2.0, 0.25}};
    double[][] moved = {
      {W[2], W[3], W[0], W[1]},
      {W[1], W[0], W[3], W[2]},
      {W[3], W[2], W[1], W[0]},
      {W[0], W[2], W[1], W[3]}
    };
    Double[][][] problems = {rows, columns, both, transposed};
    for (int k = 0; k < 4; k++) {
      MatrixCompletion problem = MatrixCompletion.of(problems[k]);
      for (String id : catalogue.identifiers()) {
        if (id.startsWith("theorem-2/")
            || id.startsWith("lemma-17")
            || id.startsWith("lemma-18/")) {
          TrajectoryPoint there = point(problem, state(0.015, moved[k]), FROBENIUS);
          assertThat(claim(id, problem).comparison().margin(there))
              .as(id)
              .isCloseTo(margin(id), within(1e-13));
        }
      }
    }
  }

  /** At z = z' = 1 and epsilon = 0, equation (13) is equation (8), constant by constant. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 1, 2, Double.POSITIVE_INFINITY})
  void theBoundForNormsIsThatOfTheorem1(double p) throws ExpressionException {
    Random random = new Random(20);
    for (int draw = 0; draw < 50; draw++) {
      TrajectoryPoint point = atLoss(random, new Schatten("schatten", p));
      double first = claim("theorem-1/norm", Points.PROBLEM).comparison().right(point);
      double second = claim("theorem-2/norm", Points.PROBLEM).comparison().right(point);
      assertThat(second).isCloseTo(first, within(1e-13 * Math.abs(first) + 1e-10));
    }
  }

  /** Equation (14) exceeds 1 by 8 Sqrt(2/12) Log(2) = 2.26 times what equation (9) does. */
  @Test
  void theBoundForTheEffectiveRankIsTwiceAsWideAsThatOfTheorem1() throws ExpressionException {
    Random random = new Random(21);
    for (int draw = 0; draw < 50; draw++) {
      TrajectoryPoint point = atLoss(random, null);
      double first = claim("theorem-1/effective-rank", Points.PROBLEM).comparison().right(point);
      double second = claim("theorem-2/effective-rank", Points.PROBLEM).comparison().right(point);
      double ratio = 8 * Math.sqrt(2) * Math.log(2) / Math.sqrt(12);
      assertThat(second - 1).isCloseTo(ratio * (first - 1), within(1e-14 + 1e-13 * second));
    }
  }

  /** Equation (15) has 5 Sqrt(2 loss) where equation (10) has 3 Sqrt(2 loss). */
  @Test
  void theBoundForTheDistanceIsFiveThirdsOfThatOfTheorem1() throws ExpressionException {
    Random random = new Random(22);
    for (int draw = 0; draw < 50; draw++) {
      TrajectoryPoint point = atLoss(random, null);
      String part = "/infimal-rank-distance";
      double first = claim("theorem-1" + part, Points.PROBLEM).comparison().right(point);
      double second = claim("theorem-2" + part, Points.PROBLEM).comparison().right(point);
      assertThat(3 * second).isCloseTo(5 * first, within(1e-14 * second));
    }
  }

  /** Lemma 17 is Lemma 10. */
  @Test
  void theGrowthOfTheUnobservedEntryIsThatOfLemma10() throws ExpressionException {
    Random random = new Random(23);
    for (int draw = 0; draw < 50; draw++) {
      TrajectoryPoint point = atLoss(random, null);
      double first = claim("lemma-10", Points.PROBLEM).comparison().right(point);
      double second = claim("lemma-17", Points.PROBLEM).comparison().right(point);
      assertThat(second).isCloseTo(first, within(1e-13 * first));
    }
  }

  /** A loss from 1e-12 to 1. */
  private static TrajectoryPoint atLoss(Random random, Norm norm) {
    double loss = Math.pow(10, -12 * random.nextDouble());
    return point(Points.PROBLEM, state(loss, W), norm);
  }
}
