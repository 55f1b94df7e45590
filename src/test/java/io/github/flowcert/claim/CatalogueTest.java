package io.github.flowcert.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flowcert.expression.ExpressionException;
import io.github.flowcert.flow.FlowState;
import io.github.flowcert.norm.NamedNorms;
import io.github.flowcert.norm.Norm;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixProblem;
import io.github.flowcert.problem.RandomCompletion;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.testing.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final Norm FROBENIUS = NamedNorms.all().get("frobenius");

  /** Loss 0.0075, determinant positive. */
  private static final FlowState NEAR_SOLUTION = Points.state(9.6, 0.95, 0.95, 0.1);

  /** Loss 0.81, determinant positive. */
  private static final FlowState NEAR_START = Points.state(0.2, 0.1, 0.1, 0.3);

  private final Catalogue catalogue = new Catalogue();

  private CompiledClaim claim(String id) throws ExpressionException {
    return CompiledClaim.of(catalogue.resolve(id).get(0), Points.PROBLEM);
  }

  private double margin(String id, FlowState state) throws ExpressionException {
    return claim(id).comparison().margin(Points.point(state, 1, FROBENIUS));
  }

  @Test
  void determinantSignComparesWithTheStart() throws ExpressionException {
    CompiledClaim claim = claim("determinant-sign");
    FlowState negative = Points.state(0.2, 0.5, 0.5, 0.3);
    assertThat(claim.comparison().margin(Points.point(NEAR_START, 1, null))).isEqualTo(1);
    assertThat(claim.comparison().margin(Points.point(NEAR_START, -1, null))).isEqualTo(-1);
    assertThat(claim.comparison().margin(Points.point(negative, -1, null))).isEqualTo(1);
    assertThat(claim.comparison().margin(Points.point(negative, 1, null))).isEqualTo(-1);
    FlowState singular = Points.state(0.5, 0.5, 0.5, 0.5);
    assertThat(claim.comparison().holds(Points.point(singular, 1, null))).isFalse();
  }

  @Test
  void balancednessAllowsForDriftOnly() throws ExpressionException {
    // Unbalancedness 1e-9 at squared norm 4, tolerances 1e-8 and 1e-12.
    double allowance = 1000 * ((1e-8 + Math.ulp(1.0)) * 4 + 1e-12 * 2);
    assertThat(margin("balancedness", NEAR_START))
        .isCloseTo(allowance - 1e-9, within(1e-15 * allowance));
  }

  @Test
  void lossMayNotIncrease() throws ExpressionException {
    CompiledClaim claim = claim("loss-nonincreasing");
    Setting setting = new Setting(Points.PROBLEM, 2, 1, 1e-8, 1e-12, null);
    assertThat(claim.comparison().margin(new TrajectoryPoint(NEAR_START, -0.5, setting)))
        .isEqualTo(0.5);
    assertThat(claim.comparison().holds(new TrajectoryPoint(NEAR_START, 0, setting))).isTrue();
    assertThat(claim.comparison().holds(new TrajectoryPoint(NEAR_START, 1e-9, setting))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"9.6, 0.95, 0.95, 0.1", "0.2, 0.1, 0.1, 0.3", "1000, 0.999, 0.999, 0.001"})
  void theorem1BoundsTheFrobeniusNormFromBelow(double w11, double w12, double w21, double w22)
      throws ExpressionException {
    FlowState state = Points.state(w11, w12, w21, w22);
    double frobenius = Math.hypot(Math.hypot(w11, w12), Math.hypot(w21, w22));
    double bound = 1 / Math.sqrt(2 * state.loss()) - 8;
    assertThat(margin("theorem-1/norm", state))
        .isCloseTo(frobenius - bound, within(1e-12 * (frobenius + Math.abs(bound))));
  }

  @Test
  void theorem1BoundsTheEffectiveRankFromAbove() throws ExpressionException {
    // The effective rank by its definition, from the eigenvalues of W^T W by trace and determinant.
    double trace = 9.6 * 9.6 + 2 * 0.95 * 0.95 + 0.01;
    double determinant = 9.6 * 0.1 - 0.95 * 0.95;
    double first =
        Math.sqrt((trace + Math.sqrt(trace * trace - 4 * determinant * determinant)) / 2);
    double p = first / (first + determinant / first);
    double erank = Math.exp(-p * Math.log(p) - (1 - p) * Math.log(1 - p));
    double bound = 1 + 2 * Math.sqrt(12) / Math.log(2) * Math.sqrt(0.0075);
    assertThat(NEAR_SOLUTION.loss()).isCloseTo(0.0075, within(1e-15));
    assertThat(margin("theorem-1/effective-rank", NEAR_SOLUTION))
        .isCloseTo(bound - erank, within(1e-12));
  }

  @Test
  void theorem1BoundsTheDistanceFromRankOneFromAbove() throws ExpressionException {
    // The distance is the smaller singular value, |det| over the larger one.
    double determinant = 9.6 * 0.1 - 0.95 * 0.95;
    double trace = 9.6 * 9.6 + 2 * 0.95 * 0.95 + 0.01;
    double first =
        Math.sqrt((trace + Math.sqrt(trace * trace - 4 * determinant * determinant)) / 2);
    assertThat(margin("theorem-1/infimal-rank-distance", NEAR_SOLUTION))
        .isCloseTo(Math.sqrt(18 * 0.0075) - determinant / first, within(1e-12));
  }

  @Test
  void lemma10IsThePrintedBound() throws ExpressionException {
    double s = Math.sqrt(2 * 0.0075);
    assertThat(margin("lemma-10", NEAR_SOLUTION)).isCloseTo(9.6 - (1 / s - 2 + s), within(1e-12));
    assertThat(claim("lemma-10").appliesAt(Points.point(NEAR_SOLUTION, 1, null))).isTrue();
    assertThat(claim("lemma-10").appliesAt(Points.point(NEAR_START, 1, null))).isFalse();
  }

  /** The smallest |w11| found by Lagrange multipliers, as computed by an independent program. */
  @ParameterizedTest
  @CsvSource({"1e-1, 1.8268507", "1e-2, 6.9310333", "1e-3, 22.3160030", "1e-4, 70.6965374"})
  void theSharpBoundIsTheTabulatedOne(double loss, double expected) throws ExpressionException {
    double bound = claim("theorem-1/sharp").comparison().right(atLoss(loss));
    assertThat(bound).isCloseTo(expected, within(1e-7));
  }

  @Test
  void theSharpBoundIsAttainedWhereTheDeterminantVanishes() throws ExpressionException {
    // By the multipliers, w12 = w21 = x with x^2 = w11 w22 and w22^2 = x (1 - x).
    double x = 0.9;
    double w22 = Math.sqrt(x * (1 - x));
    FlowState extremal = Points.state(x * x / w22, x, x, w22);
    assertThat(margin("theorem-1/sharp", extremal)).isCloseTo(0, within(1e-13));
    FlowState larger = Points.state(1.01 * x * x / w22, x, x, w22);
    assertThat(margin("theorem-1/sharp", larger)).isCloseTo(0.01 * x * x / w22, within(1e-13));
  }

  @Test
  void theSharpBoundDoesNotCancelForTinyLoss() throws ExpressionException {
    double loss = 1e-24;
    double bound = claim("theorem-1/sharp").comparison().right(atLoss(loss));
    double expected = 1 / Math.sqrt(2 * loss);
    assertThat(bound).isCloseTo(expected, within(1e-11 * expected));
  }

  @ParameterizedTest
  @CsvSource({"0.01, true", "0.2, true", "0.374, true", "0.4, false", "0.49, false"})
  void theSharpBoundIsForLossesAtWhichNoMatrixLiesBelowIt(double loss, boolean below)
      throws ExpressionException {
    // Of all matrices of this loss and determinant 0, on a grid of polar angles of the residuals.
    double radius = Math.sqrt(2 * loss);
    double least = Double.POSITIVE_INFINITY;
    for (int j = 1; j < 800; j++) {
      double w22 = radius * Math.cos(j * Math.PI / 1600);
      for (int k = 0; k <= 800; k++) {
        double others = radius * Math.sin(j * Math.PI / 1600);
        double w12 = 1 - others * Math.cos(k * Math.PI / 1600);
        double w21 = 1 - others * Math.sin(k * Math.PI / 1600);
        least = Math.min(least, Math.abs(w12 * w21 / w22));
      }
    }
    CompiledClaim claim = claim("theorem-1/sharp");
    double bound = claim.comparison().right(atLoss(loss));
    assertThat(claim.appliesAt(atLoss(loss))).isEqualTo(below);
    assertThat(least / bound).matches(ratio -> ratio > 1 - 1e-9 == below, "bound holds: " + below);
    assertThat(least).isCloseTo(below ? bound : Math.sqrt(1 - 2 * loss), within(1e-4 * bound));
  }

  @Test
  void frobeniusConstantsAreThoseOfTheTheorem() throws ExpressionException {
    assertThat(constants(FROBENIUS))
        .extracting(ClaimResult.Parameter::name)
        .containsExactly("a", "b");
    assertThat(constants(FROBENIUS).get(0).value()).isCloseTo(Math.sqrt(0.5), within(1e-15));
    assertThat(constants(FROBENIUS).get(1).value()).isEqualTo(8);
  }

  @Test
  void quasiNormConstantsFollowFromItsTriangleConstant() throws ExpressionException {
    // Schatten 1/2: c = 2, so a = 1/(2 sqrt 2) and b = 8 c^2.
    List<ClaimResult.Parameter> constants = constants(new Schatten("schatten 1/2", 0.5));
    assertThat(constants.get(0).value()).isCloseTo(Math.sqrt(0.125), within(1e-15));
    assertThat(constants.get(1).value()).isEqualTo(32);
  }

  @Test
  void definitionsThatVaryAlongATrajectoryAreNoConstants() throws ExpressionException {
    assertThat(claim("theorem-1/sharp").constants()).isEmpty();
    assertThat(claim("balancedness").constants()).isEmpty();
  }

  @Test
  void aFamilyIsItsMembers() {
    assertThat(catalogue.resolve("theorem-1"))
        .extracting(ClaimDefinition::id)
        .containsExactly(
            "theorem-1/norm", "theorem-1/effective-rank", "theorem-1/infimal-rank-distance");
    assertThat(catalogue.resolve("theorem-3")).isEmpty();
  }

  @Test
  void identifiersAreThoseOfTheContract() {
    assertThat(catalogue.identifiers())
        .contains(
            "determinant-sign",
            "balancedness",
            "loss-nonincreasing",
            "theorem-1/norm",
            "theorem-1/effective-rank",
            "theorem-1/infimal-rank-distance",
            "theorem-1/sharp",
            "lemma-10",
            "lemma-11/largest",
            "lemma-11/smallest",
            "lemma-11/largest-at-small-loss",
            "theorem-2/norm",
            "theorem-2/effective-rank",
            "theorem-2/infimal-rank-distance",
            "lemma-17",
            "lemma-18/largest",
            "lemma-18/smallest",
            "lemma-18/smallest-at-small-loss",
            "appendix-a/growth",
            "appendix-a/infimal-rank-distance",
            "theorem-1",
            "lemma-11",
            "theorem-2",
            "lemma-18",
            "appendix-a",
            "closed-form",
            "least-norm-limit/least-norm",
            "least-norm-limit/nearest",
            "least-norm-limit",
            "proposition-1",
            "proposition-2",
            "proposition-3",
            "proposition-4");
  }

  private static MatrixProblem problemFor(ClaimDefinition definition) {
    if (definition.hypotheses().contains(Hypothesis.KNOWN_TRUTH)) {
      return RandomCompletion.of(2, 2, 1, 3, 1);
    }
    if (definition.hypotheses().contains(Hypothesis.KNOWN_TRUTH)) {
      return RandomCompletion.of(2, 2, 1, 3, 1);
    }
    return definition.hypotheses().contains(Hypothesis.LEAST_SQUARES)
        ? LeastSquares.of(new double[1][1], new double[1])
        : Points.PROBLEM;
  }

  @Test
  void everyClaimCanBeReadForTheProblemItIsAbout() {
    for (String id : catalogue.identifiers()) {
      for (ClaimDefinition definition : catalogue.resolve(id)) {
        assertThat(Catalogue.problemWith(definition, problemFor(definition))).as(id).isEmpty();
        assertThat(definition.perNorm())
            .as(id)
            .isEqualTo(definition.statement().startsWith("norm"));
        assertThat(definition.words()).as(id).endsWith(".").doesNotContain("\n");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "theorem-1/norm",
        "theorem-1/effective-rank",
        "theorem-1/infimal-rank-distance",
        "theorem-1/sharp",
        "lemma-10",
        "lemma-11/largest",
        "lemma-11/smallest",
        "lemma-11/largest-at-small-loss"
      })
  void whatFollowsFromTheorem1HasItsHypotheses(String id) {
    assertThat(catalogue.resolve(id).get(0).hypotheses())
        .containsExactlyInAnyOrder(
            Hypothesis.DEPTH_AT_LEAST_2,
            Hypothesis.OBSERVATIONS_EQUATION_6,
            Hypothesis.BALANCED_START,
            Hypothesis.DETERMINANT_POSITIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "theorem-2/norm",
        "theorem-2/effective-rank",
        "theorem-2/infimal-rank-distance",
        "lemma-17",
        "lemma-18/largest",
        "lemma-18/smallest",
        "lemma-18/smallest-at-small-loss"
      })
  void whatFollowsFromTheorem2HasItsHypotheses(String id) {
    assertThat(catalogue.resolve(id).get(0).hypotheses())
        .containsExactlyInAnyOrder(
            Hypothesis.DEPTH_AT_LEAST_2,
            Hypothesis.OBSERVATIONS_EQUATION_11,
            Hypothesis.BALANCED_START,
            Hypothesis.DETERMINANT_SIGN_THEOREM_2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"appendix-a/growth", "appendix-a/infimal-rank-distance"})
  void whatFollowsInAppendixAHasItsHypotheses(String id) {
    assertThat(catalogue.resolve(id).get(0).hypotheses())
        .containsExactlyInAnyOrder(
            Hypothesis.DEPTH_AT_LEAST_2,
            Hypothesis.OBSERVATIONS_EQUATION_18,
            Hypothesis.BALANCED_START,
            Hypothesis.LEADING_DETERMINANT_POSITIVE);
  }

  @Test
  void lemma11IsThePrintedBounds() throws ExpressionException {
    // Loss 0.0075, so Sqrt(2 loss) is 0.1225; singular values by trace and determinant.
    double s = Math.sqrt(0.015);
    double trace = 9.6 * 9.6 + 2 * 0.95 * 0.95 + 0.01;
    double determinant = 9.6 * 0.1 - 0.95 * 0.95;
    double first =
        Math.sqrt((trace + Math.sqrt(trace * trace - 4 * determinant * determinant)) / 2);
    assertThat(margin("lemma-11/largest", NEAR_SOLUTION)).isCloseTo(first - 9.6 + s, within(1e-12));
    assertThat(margin("lemma-11/smallest", NEAR_SOLUTION))
        .isCloseTo(3 * s - determinant / first, within(1e-12));
    assertThat(margin("lemma-11/largest-at-small-loss", NEAR_SOLUTION))
        .isCloseTo(first - 1 / s + 2, within(1e-12));
    assertThat(claim("lemma-11/largest").when()).isEmpty();
    assertThat(claim("lemma-11/smallest").when()).isEmpty();
    assertThat(claim("lemma-11/largest-at-small-loss").appliesAt(atLoss(0.49))).isTrue();
    assertThat(claim("lemma-11/largest-at-small-loss").appliesAt(atLoss(0.5))).isFalse();
  }

  @Test
  void conservationLawsHaveTheirHypotheses() {
    assertThat(catalogue.resolve("determinant-sign").get(0).hypotheses())
        .containsExactlyInAnyOrder(
            Hypothesis.SQUARE,
            Hypothesis.DEPTH_AT_LEAST_2,
            Hypothesis.BALANCED_START,
            Hypothesis.DETERMINANT_NONZERO);
    assertThat(catalogue.resolve("balancedness").get(0).hypotheses())
        .containsExactly(Hypothesis.FACTORIZATION, Hypothesis.BALANCED_START);
    assertThat(catalogue.resolve("loss-nonincreasing").get(0).hypotheses()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      value = {
        "Abs(w(1,1)) > 1/Sqrt(2*loss) - 2 + Sqrt(2*loss); loss < 1/2; 2; 2; none",
        "w(3,1) > 0; none; 2; 2; column 1: 'w' takes 2 arguments: a whole number from 1 to 2",
        "w(2,3) > 0; none; 2; 3; none",
        "loss > 0; w(3,1) > 0 && loss < 1; 2; 2; column 1: 'w' takes",
        "det > 0; none; 2; 3; column 1: 'det' needs a square matrix; this one is 2 by 3",
        "normvalue > 0; none; 2; 2; column 1: unknown quantity 'normvalue'",
        "sigma(3) >= 0; none; 2; 3; column 1: 'sigma' takes 1 argument",
        "distance(0) >= 0; none; 2; 3; none",
        "residual(2,1) < loss; none; 2; 2; none",
        "residual(1,1) < loss; none; 2; 2; column 1: 'residual(1,1)' needs an observed entry",
        "infimaldistance < unobserved; none; 2; 3; none",
        "z*zprime > epsilon; none; 2; 2; none",
        "loss > z; none; 3; 3; column 8: 'z' needs a 2-by-2 matrix with one unobserved entry; this one is 3 by 3",
      })
  void aClaimOfTheUsersOwnIsChecked(
      String expression, String when, int rows, int columns, String problem) {
    ClaimDefinition custom = ClaimDefinition.custom("my-bound", expression, when, List.of());
    String found = Catalogue.problemWith(custom, Problems.zeroButFirst(rows, columns)).orElse(null);
    if (problem == null) {
      assertThat(found).isNull();
    } else {
      assertThat(found).startsWith(problem);
    }
  }

  private List<ClaimResult.Parameter> constants(Norm norm) throws ExpressionException {
    return claim("theorem-1/norm").parameters(Points.point(NEAR_START, 1, norm));
  }

  private static TrajectoryPoint atLoss(double loss) {
    FlowState state = new FlowState(0, loss, 2, 2, new double[4], new double[2], 1, 0, 0, 1);
    return Points.point(state, 1, null);
  }
}
