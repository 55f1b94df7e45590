package io.github.flowcert.claim;

import io.github.flowcert.norm.Schatten;
import io.github.flowcert.problem.LeastSquares;
import io.github.flowcert.problem.MatrixSensing;
import io.github.flowcert.result.ClaimResult;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a claim can suppose about a case. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
public enum Hypothesis {
  DEPTH_AT_LEAST_2(
      "depth-at-least-2",
      "the factorization has depth 2 or more",
      facts -> facts.depth() >= 2,
      facts -> "depth is " + facts.depth() + ", hidden dimensions are " + facts.hidden()),
  DEPTH_2(
      "depth-2",
      "the factorization has depth 2",
      facts -> facts.depth() == 2,
      facts -> "depth is " + facts.depth() + ", hidden dimensions are " + facts.hidden()),
  DEPTH_AT_LEAST_3(
      "depth-at-least-3",
      "the factorization has depth 3 or more",
      facts -> facts.depth() >= 3,
      facts -> "depth is " + facts.depth() + ", hidden dimensions are " + facts.hidden()),
  SQUARE(
      "square",
      "the matrix to complete is square",
      facts -> facts.problem().rows() == facts.problem().columns(),
      Findings::size),
  TWO_BY_TWO(
      "two-by-two",
      "the matrix to complete is 2 by 2",
      facts -> facts.problem().rows() == 2 && facts.problem().columns() == 2,
      Findings::size),
  OBSERVATIONS_EQUATION_6(
      "observations-equation-6",
      "the observations are those of equation (6), [?, 1], [1, 0]",
      facts -> facts.problem().equals(Observations.equation6()),
      Findings::observations),
  ONE_UNOBSERVED(
      "one-unobserved",
      "exactly one entry is unobserved, so that the solutions form a line",
      facts -> facts.problem().soleUnobserved() >= 0,
      Findings::observations),
  LEAST_SQUARES(
      "least-squares",
      "the problem is least squares",
      facts -> facts.problem() instanceof LeastSquares,
      facts -> "the problem is " + facts.problem().kind()),
  RANK_KNOWN(
      "rank-known",
      "what counts as 0 of the singular values of X is no more than rounding of its entries",
      facts -> !(facts.problem() instanceof LeastSquares regression) || regression.isRankKnown(),
      Findings::rank),
  FACTORIZATION(
      "factorization",
      "a matrix is factorized; least squares has parameters in place of factors",
      facts -> !(facts.problem() instanceof LeastSquares),
      facts -> "the problem is " + facts.problem().kind()),
  ZERO_START(
      "zero-start",
      "the start is 0",
      facts -> Arrays.stream(facts.initial().product()).allMatch(each -> each == 0),
      Findings::start),
  KNOWN_TRUTH(
      "known-truth",
      "the matrix of which the observations were made is known",
      facts -> facts.problem().truth().isPresent(),
      Findings::truth),
  SCHATTEN_NORM(
      "schatten-norm",
      "the norm is a Schatten-p norm or quasi-norm",
      facts -> facts.norm() instanceof Schatten,
      Findings::norm),
  RANDOM_START(
      "random-start",
      "the start is drawn from a distribution that is symmetric around the origin",
      facts -> facts.randomStart() != null && !facts.randomStart().redrawn(),
      Findings::distribution),
  SCALED_IDENTITY_START(
      "scaled-identity-start",
      "the initial product matrix is alpha times the identity with alpha in (0, 1]",
      facts -> Findings.identityScale(facts.initial()) > 0,
      Findings::identity),
  DISTINCT_SINGULAR_VALUES(
      "distinct-singular-values",
      "the singular values of the initial product matrix are distinct and not 0",
      facts -> Findings.singularGap(facts) > 0,
      Findings::singularValues),
  SINGLE_MEASUREMENT(
      "single-measurement",
      "the problem is matrix sensing with one measurement",
      facts -> facts.problem() instanceof MatrixSensing && facts.problem().observations() == 1,
      Findings::observations),
  STATIONARY_SINGULAR_VECTORS(
      "stationary-singular-vectors",
      "the initial product matrix has the singular vectors of the measurement matrix, so that they"
          + " never move",
      facts -> SensingFacts.of(facts).sharesSingularVectors(),
      facts -> SensingFacts.of(facts).sharedVectors()),
  SYMMETRIC_MEASUREMENTS(
      "symmetric-measurements",
      "the measurement matrices are symmetric and linearly independent, as in equation (2) of Arora"
          + " et al.",
      facts -> SensingFacts.of(facts).isSymmetric(),
      facts -> SensingFacts.of(facts).symmetry()),
  COMMUTING_MEASUREMENTS(
      "commuting-measurements",
      "the measurement matrices commute",
      facts -> SensingFacts.of(facts).commutes(),
      facts -> SensingFacts.of(facts).commutators()),
  POSITIVE_SOLUTION(
      "positive-solution",
      "some positive semidefinite matrix other than 0 fits all labels",
      facts -> SensingFacts.of(facts).leastNuclearNorm() > 0,
      facts -> SensingFacts.of(facts).leastNorm()),
  FREE_TILT(
      "free-tilt",
      "adding a number to entries (1, 2) and (2, 1) changes no measurement",
      facts -> SensingFacts.of(facts).isFreeToTilt(),
      facts -> SensingFacts.of(facts).tilt()),
  BALANCED_START(
      "balanced-start",
      "the initial factors are balanced, W_{l+1}^T W_{l+1} = W_l W_l^T",
      CaseFacts::exactlyBalanced,
      Findings::balance),
  OBSERVATIONS_EQUATION_11(
      "observations-equation-11",
      "one entry of a 2-by-2 matrix is unobserved, and the observations in its row and its column"
          + " are not 0, as in equation (11)",
      facts -> Observations.areThoseOfEquation11(facts.problem()),
      Findings::observations),
  OBSERVATIONS_EQUATION_18(
      "observations-equation-18",
      "the observations are those of equation (18), with zeros in further rows or columns",
      facts -> Observations.areThoseOfEquation18(facts.problem()),
      Findings::observations),
  DETERMINANT_SIGN_THEOREM_2(
      "determinant-sign-theorem-2",
      "the initial determinant has the sign of z z', or the opposite where the unobserved entry is"
          + " off the diagonal",
      facts ->
          facts.initial().determinantSign() != 0
              && facts.initial().determinantSign() == Observations.determinantSign(facts.problem()),
      Findings::determinantAndObservations),
  LEADING_DETERMINANT_POSITIVE(
      "leading-determinant-positive",
      "the initial product matrix is 0 outside its leading square block, which has a positive"
          + " determinant",
      facts -> LeadingBlock.of(facts.initial()).hasPositiveDeterminant(),
      facts -> LeadingBlock.of(facts.initial()).words()),
  DETERMINANT_POSITIVE(
      "determinant-positive",
      "the initial product matrix has a positive determinant",
      facts -> facts.initial().determinantSign() > 0,
      Findings::determinant),
  DETERMINANT_NONZERO(
      "determinant-nonzero",
      "the initial product matrix is square and not singular",
      facts -> facts.initial().determinantSign() != 0,
      Findings::determinant);

  private final String id;
  private final String statement;
  private final Predicate<CaseFacts> condition;
  private final Function<CaseFacts, String> finding;

  Hypothesis(
      String id,
      String statement,
      Predicate<CaseFacts> condition,
      Function<CaseFacts, String> finding) {
    this.id = id;
    this.statement = statement;
    this.condition = condition;
    this.finding = finding;
  }

  /** Its identifier. */
  public String id() {
    return id;
  }

  /** What it demands. */
  public String statement() {
    return statement;
  }

  /** What it is about. Without a default, so that a new hypothesis has to say. */
  public Premise premise() {
    return switch (this) {
      case DEPTH_AT_LEAST_2,
          DEPTH_2,
          DEPTH_AT_LEAST_3,
          SQUARE,
          TWO_BY_TWO,
          OBSERVATIONS_EQUATION_6,
          OBSERVATIONS_EQUATION_11,
          OBSERVATIONS_EQUATION_18,
          ONE_UNOBSERVED,
          LEAST_SQUARES,
          RANK_KNOWN,
          FACTORIZATION,
          ZERO_START,
          KNOWN_TRUTH,
          SCHATTEN_NORM,
          RANDOM_START,
          SCALED_IDENTITY_START,
          DISTINCT_SINGULAR_VALUES,
          SINGLE_MEASUREMENT,
          STATIONARY_SINGULAR_VECTORS,
          SYMMETRIC_MEASUREMENTS,
          COMMUTING_MEASUREMENTS,
          POSITIVE_SOLUTION,
          FREE_TILT ->
          Premise.SETTING;
      case BALANCED_START -> Premise.BALANCED;
      case DETERMINANT_POSITIVE,
          DETERMINANT_NONZERO,
          DETERMINANT_SIGN_THEOREM_2,
          LEADING_DETERMINANT_POSITIVE ->
          Premise.DETERMINANT;
    };
  }

  /** The hypothesis of that identifier, if there is one. */
  public static Optional<Hypothesis> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }

  /** How it stands in a case, with the number found. */
  public ClaimResult.Hypothesis check(CaseFacts facts) {
    return new ClaimResult.Hypothesis(id, statement, condition.test(facts), finding.apply(facts));
  }
}
