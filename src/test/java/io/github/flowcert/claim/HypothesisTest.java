package io.github.flowcert.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.flow.FlowState;
import io.github.flowcert.norm.Entrywise;
import io.github.flowcert.norm.Schatten;
import io.github.flowcert.problem.MatrixCompletion;
import io.github.flowcert.result.ClaimResult;
import io.github.flowcert.testing.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

class HypothesisTest {
  private static final MatrixCompletion EQUATION_6 =
      MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.0}});
  private static final MatrixCompletion PERTURBED =
      MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, 0.25}});
  private static final MatrixCompletion WIDE =
      MatrixCompletion.of(new Double[][] {{null, 1.0, 2.0}, {1.0, 0.0, null}});
  private static final FlowState POSITIVE = Points.state(0.002, 0, 0, 0.001);
  private static final FlowState NEGATIVE = Points.state(0, 0.004, 0.008, 0);

  private static CaseFacts facts(int depth, MatrixCompletion problem, FlowState initial) {
    return new CaseFacts(depth, List.of(2), problem, initial, 0, 1, true);
  }

  private static CaseFacts factors(double unbalancedness, boolean byConstruction) {
    return new CaseFacts(2, List.of(2), EQUATION_6, POSITIVE, unbalancedness, 0.25, byConstruction);
  }

  private static void holds(Hypothesis hypothesis, CaseFacts facts, String value) {
    assertThat(hypothesis.check(facts))
        .isEqualTo(
            new ClaimResult.Hypothesis(hypothesis.id(), hypothesis.statement(), true, value));
  }

  private static void fails(Hypothesis hypothesis, CaseFacts facts, String value) {
    assertThat(hypothesis.check(facts))
        .isEqualTo(
            new ClaimResult.Hypothesis(hypothesis.id(), hypothesis.statement(), false, value));
  }

  @Test
  void depthIsAtLeastTwo() {
    Hypothesis hypothesis = Hypothesis.DEPTH_AT_LEAST_2;
    holds(hypothesis, facts(2, EQUATION_6, POSITIVE), "depth is 2, hidden dimensions are [2]");
    fails(hypothesis, facts(1, EQUATION_6, POSITIVE), "depth is 1, hidden dimensions are [2]");
  }

  @Test
  void sizesAreThoseOfTheProblem() {
    holds(Hypothesis.SQUARE, facts(2, EQUATION_6, POSITIVE), "the matrix is 2 by 2");
    fails(Hypothesis.SQUARE, facts(2, WIDE, POSITIVE), "the matrix is 2 by 3");
    holds(Hypothesis.TWO_BY_TWO, facts(2, PERTURBED, POSITIVE), "the matrix is 2 by 2");
    MatrixCompletion three = MatrixCompletion.of(new Double[3][3]);
    holds(Hypothesis.SQUARE, facts(2, three, POSITIVE), "the matrix is 3 by 3");
    fails(Hypothesis.TWO_BY_TWO, facts(2, three, POSITIVE), "the matrix is 3 by 3");
  }

  @Test
  void observationsAreThoseOfEquation6() {
    Hypothesis hypothesis = Hypothesis.OBSERVATIONS_EQUATION_6;
    holds(hypothesis, facts(2, EQUATION_6, POSITIVE), "the observations are [?, 1], [1, 0]");
    fails(hypothesis, facts(2, PERTURBED, POSITIVE), "the observations are [?, 1], [1, 0.25]");
    fails(hypothesis, facts(2, WIDE, POSITIVE), "the observations are [?, 1, 2], [1, 0, ?]");
    fails(
        hypothesis,
        facts(2, MatrixCompletion.of(new Double[5][4]), POSITIVE),
        "the matrix is 5 by 4 with 0 observed entries");
  }

  @Test
  void startIsBalancedOnlyIfItIsSoExactly() {
    Hypothesis hypothesis = Hypothesis.BALANCED_START;
    holds(hypothesis, factors(1e-3, true), "balanced exactly");
    fails(
        hypothesis,
        factors(8.8e-16, false),
        "not balanced in exact arithmetic: unbalancedness is 8.80e-16 where the largest squared"
            + " norm of a factor is 0.250");
  }

  @Test
  void determinantIsThatOfTheStart() {
    holds(
        Hypothesis.DETERMINANT_POSITIVE, facts(2, EQUATION_6, POSITIVE), "determinant is 2.00e-06");
    fails(
        Hypothesis.DETERMINANT_POSITIVE,
        facts(2, EQUATION_6, NEGATIVE),
        "determinant is -3.20e-05");
    holds(
        Hypothesis.DETERMINANT_NONZERO, facts(2, EQUATION_6, NEGATIVE), "determinant is -3.20e-05");
    FlowState singular = Points.state(1, 1, 1, 1);
    fails(Hypothesis.DETERMINANT_NONZERO, facts(2, EQUATION_6, singular), "determinant is 0.00");
  }

  @Test
  void determinantsBelowTheDoublesAreShownAsPowersOfTen() {
    FlowState tiny =
        new FlowState(
            0, 1, 2, 2, new double[4], new double[] {0, -921.034037}, -1, -921.034037, 0, 1);
    fails(
        Hypothesis.DETERMINANT_POSITIVE,
        facts(2, EQUATION_6, tiny),
        "determinant is -10^(-400.00)");
  }

  @Test
  void rectangularMatricesHaveNoDeterminant() {
    FlowState wide = new FlowState(0, 1, 2, 3, new double[6], new double[2], 0, Double.NaN, 0, 1);
    fails(
        Hypothesis.DETERMINANT_NONZERO,
        facts(2, WIDE, wide),
        "the matrix is 2 by 3 and has no determinant");
  }

  @Test
  void propositionFourIsAboutDepthTwo() {
    Hypothesis hypothesis = Hypothesis.DEPTH_2;
    holds(hypothesis, facts(2, EQUATION_6, POSITIVE), "depth is 2, hidden dimensions are [2]");
    fails(hypothesis, facts(3, EQUATION_6, POSITIVE), "depth is 3, hidden dimensions are [2]");
  }

  @Test
  void solutionsFormALineWithOneUnobservedEntry() {
    Hypothesis hypothesis = Hypothesis.ONE_UNOBSERVED;
    holds(hypothesis, facts(2, PERTURBED, POSITIVE), "the observations are [?, 1], [1, 0.25]");
    fails(hypothesis, facts(2, WIDE, POSITIVE), "the observations are [?, 1, 2], [1, 0, ?]");
  }

  @Test
  void schattenNormsAreNotEntrywiseNorms() {
    CaseFacts facts = facts(2, EQUATION_6, POSITIVE);
    holds(
        Hypothesis.SCHATTEN_NORM,
        facts.about(new Schatten("schatten 1/2", 0.5)),
        "the norm is schatten 1/2");
    // The Frobenius norm is both; told by its kind, it is not taken for a Schatten norm here.
    fails(
        Hypothesis.SCHATTEN_NORM,
        facts.about(new Entrywise("entrywise 2", 2)),
        "the norm is entrywise 2");
    fails(Hypothesis.SCHATTEN_NORM, facts, "no norm is asked about");
  }

  @Test
  void aStartIsRandomUnlessItIsGivenOrRedrawnForASign() {
    CaseFacts facts = facts(2, EQUATION_6, POSITIVE);
    holds(Hypothesis.RANDOM_START, facts.drawnFrom(drawn(false)), "something random");
    fails(
        Hypothesis.RANDOM_START,
        facts.drawnFrom(drawn(true)),
        "something random, redrawn until the determinant has the sign asked for");
    fails(Hypothesis.RANDOM_START, facts, "the start is given");
  }

  private static CaseFacts.RandomStart drawn(boolean redrawn) {
    return new CaseFacts.RandomStart("something random", redrawn, 7, () -> () -> 1);
  }

  @Test
  void aStartIsAMultipleOfTheIdentityOnlyIfItIsSoExactly() {
    Hypothesis hypothesis = Hypothesis.SCALED_IDENTITY_START;
    holds(hypothesis, facts(2, EQUATION_6, Points.state(0.25, 0, 0, 0.25)), "alpha is 0.25");
    holds(hypothesis, facts(2, EQUATION_6, Points.state(1, 0, 0, 1)), "alpha is 1");
    fails(
        hypothesis,
        facts(2, EQUATION_6, Points.state(1.5, 0, 0, 1.5)),
        "W(0) has the entries [1.5, 0.0, 0.0, 1.5]");
    fails(
        hypothesis,
        facts(2, EQUATION_6, Points.state(0.25, 0, 0, Math.nextUp(0.25))),
        "W(0) has the entries [0.25, 0.0, 0.0, 0.25000000000000006]");
    fails(
        hypothesis,
        facts(2, EQUATION_6, Points.state(0.25, 1e-300, 0, 0.25)),
        "W(0) has the entries [0.25, 1.0E-300, 0.0, 0.25]");
    fails(
        hypothesis,
        facts(2, EQUATION_6, Points.state(-0.25, 0, 0, -0.25)),
        "W(0) has the entries [-0.25, 0.0, 0.0, -0.25]");
  }

  @Test
  void observationsOfEquation11HaveNoZeroBesideTheUnobservedEntry() {
    Hypothesis hypothesis = Hypothesis.OBSERVATIONS_EQUATION_11;
    holds(hypothesis, facts(2, PERTURBED, POSITIVE), "the observations are [?, 1], [1, 0.25]");
    MatrixCompletion moved = MatrixCompletion.of(new Double[][] {{-2.0, 0.0}, {null, 3.0}});
    holds(hypothesis, facts(2, moved, POSITIVE), "the observations are [-2, 0], [?, 3]");
    MatrixCompletion zero = MatrixCompletion.of(new Double[][] {{null, 0.0}, {1.0, 1.0}});
    fails(hypothesis, facts(2, zero, POSITIVE), "the observations are [?, 0], [1, 1]");
    fails(hypothesis, facts(2, WIDE, POSITIVE), "the observations are [?, 1, 2], [1, 0, ?]");
    MatrixCompletion two = MatrixCompletion.of(new Double[][] {{null, 1.0}, {1.0, null}});
    fails(hypothesis, facts(2, two, POSITIVE), "the observations are [?, 1], [1, ?]");
  }

  @Test
  void theDeterminantsSignIsThatOfTheProductOfTheObservationsOrOppositeOffTheDiagonal() {
    Hypothesis hypothesis = Hypothesis.DETERMINANT_SIGN_THEOREM_2;
    Double[][] diagonal = {{0.5, -2.0}, {3.0, null}};
    Double[][] off = {{-2.0, null}, {0.5, 3.0}};
    CaseFacts positive = facts(2, MatrixCompletion.of(diagonal), POSITIVE);
    CaseFacts negative = facts(2, MatrixCompletion.of(diagonal), NEGATIVE);
    fails(
        hypothesis,
        positive,
        "determinant is 2.00e-06, and the observations are [0.5, -2], [3, ?], which need a negative"
            + " one");
    assertThat(hypothesis.check(negative).holds()).isTrue();
    assertThat(hypothesis.check(facts(2, MatrixCompletion.of(off), POSITIVE)).holds()).isTrue();
    fails(
        hypothesis,
        facts(2, MatrixCompletion.of(off), NEGATIVE),
        "determinant is -3.20e-05, and the observations are [-2, ?], [0.5, 3], which need a positive"
            + " one");
    MatrixCompletion zero = MatrixCompletion.of(new Double[][] {{null, 0.0}, {1.0, 1.0}});
    FlowState singular = Points.state(1, 1, 1, 1);
    assertThat(hypothesis.check(facts(2, zero, singular)).holds()).isFalse();
  }

  @Test
  void observationsOfEquation18MayHaveFurtherZeros() {
    Hypothesis hypothesis = Hypothesis.OBSERVATIONS_EQUATION_18;
    holds(hypothesis, facts(2, EQUATION_6, POSITIVE), "the observations are [?, 1], [1, 0]");
    assertThat(hypothesis.check(facts(2, Problems.appendixA(5), POSITIVE)).holds()).isTrue();
    Double[][] wide = {{null, 1.0, 0.0}, {1.0, 0.0, 0.0}};
    Double[][] tall = {{null, 1.0}, {1.0, 0.0}, {0.0, 0.0}};
    assertThat(hypothesis.check(facts(2, MatrixCompletion.of(wide), POSITIVE)).holds()).isTrue();
    assertThat(hypothesis.check(facts(2, MatrixCompletion.of(tall), POSITIVE)).holds()).isTrue();
    wide[1][2] = 1.0;
    tall[2][1] = null;
    fails(
        hypothesis,
        facts(2, MatrixCompletion.of(wide), POSITIVE),
        "the observations are [?, 1, 0], [1, 0, 1]");
    assertThat(hypothesis.check(facts(2, MatrixCompletion.of(tall), POSITIVE)).holds()).isFalse();
    assertThat(hypothesis.check(facts(2, PERTURBED, POSITIVE)).holds()).isFalse();
    MatrixCompletion one = MatrixCompletion.of(new Double[][] {{null, 1.0}});
    assertThat(hypothesis.check(facts(2, one, POSITIVE)).holds()).isFalse();
  }

  @Test
  void theLeadingBlockOfARectangularStartIsLookedAtAlone() {
    Hypothesis hypothesis = Hypothesis.LEADING_DETERMINANT_POSITIVE;
    holds(hypothesis, facts(2, EQUATION_6, POSITIVE), "determinant is 10^(-5.70)");
    fails(hypothesis, facts(2, EQUATION_6, NEGATIVE), "determinant is -10^(-4.49)");
    holds(hypothesis, facts(2, WIDE, wide(0.2, 0.1, 0)), "determinant is 10^(-1.70)");
    fails(hypothesis, facts(2, WIDE, wide(0.2, -0.1, 0)), "determinant is -10^(-1.70)");
    fails(
        hypothesis,
        facts(2, WIDE, wide(0.2, 0.1, 1e-300)),
        "the initial product matrix has entries outside its leading square block");
    fails(
        hypothesis,
        facts(2, WIDE, wide(0.2, 1e-15, 0)),
        "the determinant is 0, or too near it for its sign to be told");
  }

  /** [first, 0, outside], [0, second, 0]; its singular values are told without what is outside. */
  private static FlowState wide(double first, double second, double outside) {
    double[] product = {first, 0, outside, 0, second, 0};
    double[] logs = {Math.log(first), Math.log(Math.abs(second))};
    return new FlowState(0, 1, 2, 3, product, logs, 0, Double.NaN, 0, 1);
  }

  @Test
  void hypothesesAreFoundByIdentifier() {
    for (Hypothesis hypothesis : Hypothesis.values()) {
      assertThat(Hypothesis.of(hypothesis.id())).contains(hypothesis);
    }
    assertThat(Hypothesis.of("full-moon")).isEmpty();
  }
}
